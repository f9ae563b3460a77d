import { memoryCache } from '#lib/cache/memory-cache.ts';
import type { Cache } from '#lib/cache/cache.ts';
import { memoryWorld } from '#lib/solid/memory-world.ts';
import type { Weather } from '#lib/solid/weather.ts';
import { fakeClock } from '#lib/sync/fake-clock.ts';
import type { Ground } from './ground.ts';
import { random } from './random.ts';

const STORAGE = 'https://anna.example/';
const WRITES: ReadonlySet<string> = new Set(['create', 'replace', 'patch', 'post', 'setAccess']);

/** A space in memory, under a sky that does what the story says. `open`: the device's memory, IndexedDB where given. */
export function memoryGround(seed: number, open?: () => Promise<Cache>): Ground {
  const chance = random(seed + 1);
  const world = memoryWorld();
  const id = world.addSpace(STORAGE, 'Anna');
  const clock = fakeClock(Date.UTC(2026, 10, 21, 12));
  const shared = memoryCache();
  const written = new Set<string>();
  let coming: Weather[] = [];
  let [full, down, off, learnt] = [false, false, 0, 0];
  world.sky = async ({ verb, url }): Promise<Weather> => {
    const before = down;
    const arrives = (weather: Weather): Weather => {
      if (weather === 'lost' && verb === 'post') ground.unheard++;
      return weather;
    };
    await turn();
    if (WRITES.has(verb) || verb === 'remove') written.add(url);
    // Killed while this was with it: done or not, nobody hears.
    if (down) return before || chance.percent(50) ? 'offline' : arrives('lost');
    const weather = coming.shift() ?? 'fair';
    if (weather !== 'fair' && weather !== 'full') return arrives(weather);
    if (WRITES.has(verb) && (full || weather === 'full')) return 'full';
    // An answer tells the server's time.
    learnt = off;
    return 'fair';
  };
  const ground: Ground = {
    me: { id, storage: STORAGE },
    pod: world.podFor(id),
    clock: { ...clock, now: () => clock.now() + off },
    time: () => clock.now() + off - learnt,
    open: open ?? (async () => shared),
    peek: async (url) => world.peek(url) as string | undefined,
    written,
    unheard: 0,
    sends: new Set(),
    async lag() {
      for (let turns = chance.below(4); turns > 0; turns--) await turn();
    },
    messages: async () =>
      [...(await world.podFor(id).list(`${STORAGE}inbox/`))].map((url) => String(world.peek(url))),
    storm: (weather) => void (coming = [...weather]),
    fill: async (now) => void (full = now),
    crash: async () => void (down = true),
    revive: async () => void (down = false),
    offBy: (milliseconds) => void (off = milliseconds),
    pass: async (milliseconds) => {
      clock.advance(milliseconds);
      await turn();
    },
    async breathe() {
      clock.advance(20);
      for (let turns = 0; turns < 6; turns++) await turn();
    },
    close: async () => {}
  };
  return ground;
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
