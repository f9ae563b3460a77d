import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { memoryCache } from '#lib/cache/memory-cache.ts';
import { houseOver } from '#lib/people/house.testing.ts';
import type { Pod } from '#lib/solid/pod.ts';
import type { Weather } from '#lib/solid/weather.ts';
import { fakeClock } from '#lib/sync/fake-clock.ts';
import type { Ground } from '../ground.ts';
import { random } from '../random.ts';
import type { RealPlace } from './real-place.ts';
import { signedIn } from './signed-in.ts';

const WRITES: ReadonlySet<string> = new Set(['create', 'replace', 'patch', 'post', 'setAccess', 'remove']);
const SENDS: ReadonlySet<string> = new Set(['PUT', 'PATCH', 'POST']);

/** What befell in all stories, by kind. */
export interface Struck {
  kills: number;
  starts: number;
  fills: number;
  /** Times that the disk should have been full, on a machine where that cannot be done. */
  unfilled: number;
}

/** A new person on the real server, on a way where happens what the story says. */
export async function realGround(place: RealPlace, seed: number, struck: Struck): Promise<Ground> {
  const { way, server, disk, data } = place;
  const chance = random(seed + 1);
  const handle = `p${seed}-${Date.now().toString(36)}`;
  const account = { email: `${handle}@example.org`, password: `${handle}-secret` };
  const { webId, storage } = await place.createPerson(way.url, { ...account, name: 'Anna', handle });
  const client = { webId, ...(await place.clientFor(way.url, { ...account, webId })) };
  const clock = fakeClock(Date.now());
  const shared = memoryCache();
  const written = new Set<string>();
  let coming: Weather[] = [];
  let [full, wanted, off, learnt] = [false, true, 0, 0];
  let calls = 0;
  let ended: (() => void)[] = [];
  let pod: Pod | undefined;
  const bens = await signedIn(place.friend, () => 0, {});
  const friend = houseOver(place.friend.webId, place.friend.storage, bens);

  way.coin = () => chance.percent(50);
  way.weather = ({ method }) => {
    const weather = coming.shift() ?? 'fair';
    return weather === 'full' && !SENDS.has(method) ? 'fair' : weather;
  };
  way.told = ({ method, url }, heard) => {
    if (heard) learnt = off;
    else if (method === 'POST' && url === `${storage}inbox/`) ground.unheard++;
  };

  /** Counts what is under way, so that nobody has to wait for time to pass. */
  const counted = (target: Pod): Pod =>
    new Proxy(target, {
      get(_, verb) {
        const call = (Reflect.get(target, verb, target) as (...given: unknown[]) => Promise<unknown>).bind(
          target
        );
        return async (url: string, ...given: unknown[]) => {
          if (WRITES.has(String(verb)) && !url.endsWith('/')) written.add(url);
          calls++;
          try {
            return await call(url, ...given);
          } finally {
            calls--;
            for (const go of ended.splice(0)) go();
          }
        };
      }
    });
  const nextEnd = () => new Promise<void>((go) => (ended = [...ended, go]));

  async function raise(): Promise<void> {
    if (server.running) return;
    await server.start();
    struck.starts++;
  }

  const ground: Ground = {
    me: { id: webId, storage },
    get pod() {
      return pod!;
    },
    friend: { ...friend, now: () => ground.time() },
    clock: { ...clock, now: () => clock.now() + off },
    time: () => clock.now() + off - learnt,
    async open() {
      // Each page signs in with a key of its own.
      pod = counted(await signedIn(client, () => off));
      return shared;
    },
    peek: (url) => file(pathOf(data, url)),
    written,
    unheard: 0,
    at: 'begin',
    sends: new Set(),
    async lag() {
      for (let turns = chance.below(4); turns > 0; turns--) await turn();
    },
    async messages() {
      const folder = pathOf(data, `${storage}inbox/`);
      const names = (await readdir(folder)).filter((name) => !/^\.(acl|meta)$|\.(acl|meta)$/.test(name));
      return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    },
    storm: (weather) => void (coming = [...weather]),
    async fill(now) {
      if (now === full) return;
      full = now;
      if (!disk) struck.unfilled += Number(now);
      else if (now) {
        disk.fill();
        struck.fills++;
      } else disk.empty();
      // A server does not start on a full disk, and says so.
      if (!now && wanted) await raise();
    },
    async crash() {
      wanted = false;
      if (!server.running) return;
      // In the middle of something, where there is something.
      for (let turns = chance.below(60); way.under > 0 && turns > 0; turns--) await turn();
      await server.kill();
      struck.kills++;
    },
    async revive() {
      wanted = true;
      if (!full || !disk) await raise();
    },
    offBy: (milliseconds) => void (off = milliseconds),
    async pass(milliseconds) {
      clock.advance(milliseconds);
      await turn();
    },
    async breathe() {
      clock.advance(20);
      for (let turns = 0; turns < 6; turns++) await turn();
      for (let left = chance.below(6); left > 0 && calls > 0; left--) await nextEnd();
    },
    async close() {
      way.weather = () => 'fair';
      await ground.fill(false);
      await ground.revive();
      while (calls > 0) await nextEnd();
      await way.quiet();
      friend.close();
      way.told = () => {};
      for (const folder of [storage, `${place.friend.storage}chats/`])
        await rm(pathOf(data, folder), { recursive: true, force: true });
    }
  };
  return ground;
}

const pathOf = (data: string, url: string): string => join(data, decodeURIComponent(new URL(url).pathname));

/** The server keeps a document under its own name where that tells what it is, as .ttl does. */
const file = (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
