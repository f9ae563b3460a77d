import { memoryCache } from '#lib/cache/memory-cache.ts';
import type { Cache } from '#lib/cache/cache.ts';
import { houseOver } from '#lib/people/house.testing.ts';
import { memoryWorld } from '#lib/solid/memory-world.ts';
import type { Pod } from '#lib/solid/pod.ts';
import { problemOf } from '#lib/solid/problem.ts';
import { problemIn, type Weather } from '#lib/solid/weather.ts';
import { fakeClock } from '#lib/sync/fake-clock.ts';
import { Befell } from './befell.ts';
import type { Ground } from './ground.ts';
import { random } from './random.ts';

const STORAGE = 'https://anna.example/';
const FRIEND = 'https://ben.example/';
const WRITES: ReadonlySet<string> = new Set(['create', 'replace', 'patch', 'post', 'setAccess']);

/** A space in memory, under a sky that does what the story says. `open`: the device's memory, IndexedDB where given. */
export function memoryGround(seed: number, open?: () => Promise<Cache>): Ground {
  const chance = random(seed + 1);
  const world = memoryWorld();
  const id = world.addSpace(STORAGE, 'Anna');
  const friend = world.addSpace(FRIEND, 'Ben');
  const clock = fakeClock(Date.UTC(2026, 10, 21, 12));
  const shared = memoryCache();
  const written = new Set<string>();
  const befell = new Befell();
  // What lies in another's folder is not the person's to read.
  const note = (url: string) => {
    if (url.startsWith(STORAGE) || !url.endsWith('/')) written.add(url);
  };
  let coming: Weather[] = [];
  let [full, down, off, learnt] = [false, false, 0, 0];
  world.sky = async ({ verb, url, who }): Promise<Weather> => {
    if (who === friend) return 'fair';
    const before = down;
    const arrives = (weather: Weather): Weather => {
      if (weather === 'lost' && verb === 'post') ground.unheard++;
      return weather;
    };
    await turn();
    if (WRITES.has(verb) || verb === 'remove') note(url);
    // Killed while this was with it: done or not, nobody hears.
    if (down) return before || chance.percent(50) ? 'offline' : arrives('lost');
    const weather = coming.shift() ?? 'fair';
    if (weather === 'broken') befell.note('5xx');
    if (weather !== 'fair' && weather !== 'full') return arrives(weather);
    if (WRITES.has(verb) && (full || weather === 'full')) {
      befell.note('disk full');
      return 'full';
    }
    // An answer tells the server's time.
    learnt = off;
    return 'fair';
  };
  const ground: Ground = {
    me: { id, storage: STORAGE },
    pod: hearing(world.podFor(id), () => befell.note('answer lost after the write happened')),
    friend: { ...houseOver(friend, FRIEND, world.podFor(friend)), now: () => ground.time() },
    befell,
    clock: { ...clock, now: () => clock.now() + off },
    time: () => clock.now() + off - learnt,
    open: open ?? (async () => shared),
    peek: async (url) => world.peek(url) as string | undefined,
    written,
    unheard: 0,
    at: 'begin',
    sends: new Set(),
    async lag() {
      for (let turns = chance.below(4); turns > 0; turns--) await turn();
    },
    messages: async () =>
      [...(await world.podFor(id).list(`${STORAGE}inbox/`))].map((url) => String(world.peek(url))),
    storm: (weather) => void (coming = [...weather]),
    fill: async (now) => void (full = now),
    async crash() {
      befell.note('server killed');
      down = true;
    },
    async revive() {
      befell.note('server started again');
      down = false;
    },
    offBy(milliseconds) {
      if (milliseconds !== 0 && milliseconds !== off) befell.note('clock five minutes off');
      off = milliseconds;
    },
    pass: async (milliseconds) => {
      clock.advance(milliseconds);
      await turn();
    },
    async breathe() {
      clock.advance(20);
      for (let turns = 0; turns < 6; turns++) await turn();
    },
    close: async () => ground.friend.close()
  };
  return ground;
}

/** Tells of answers that were lost: those of what the space did, not of what it refused. */
function hearing(pod: Pod, lost: () => void): Pod {
  return new Proxy(pod, {
    get(target, verb) {
      const call = (Reflect.get(target, verb, target) as (...given: unknown[]) => Promise<unknown>).bind(
        target
      );
      if (!WRITES.has(String(verb)) && verb !== 'remove') return call;
      return async (url: string, ...given: unknown[]) => {
        try {
          return await call(url, ...given);
        } catch (error) {
          if (problemOf(error, url).detail === problemIn('lost', url)?.problem.detail) lost();
          throw error;
        }
      };
    }
  });
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
