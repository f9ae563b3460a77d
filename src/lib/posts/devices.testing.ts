import { AS } from '#lib/rdf/vocab.ts';
import { memoryWorld, type World } from '#lib/solid/memory-world.ts';
import { lossesIn } from '#lib/sync/losses.ts';
import { testHouse, type TestHouse } from './house.testing.ts';
import { publish } from './publish.ts';

const storage = 'https://anna.example/';
/** The rolling page of the world's one person. */
export const page = `${storage}public/timeline/recent.ttl`;
const start = Date.UTC(2026, 10, 21, 8);
let named = 0;
/** `n` minutes after the start, as a device's clock says it. */
export const minute = (n: number) => ({
  at: new Date(start + n * 60_000),
  ulid: `01KA${String(named++).padStart(22, '0')}`
});

/** One device of that person. */
export interface Device {
  readonly house: TestHouse;
  online(now: boolean): void;
  /** Sends all that waits. */
  send(): Promise<void>;
  read(): Promise<void>;
  /** The texts of the post on its page and in its day. */
  shows(): Promise<(string | undefined)[]>;
  lost(): Promise<string[]>;
}

let devices: Device[] = [];

/** Closes all that were made. */
export function closeDevices(): void {
  for (const { house } of devices) house.close();
  devices = [];
}

function device(world: World, post: () => string, id?: string): Device {
  let up = true;
  const listeners = new Set<() => void>();
  const house = testHouse(storage, world, id, {
    get now() {
      return up;
    },
    subscribe: (listener) => (listeners.add(listener), () => listeners.delete(listener))
  });
  const online = (now: boolean) => {
    up = now;
    for (const listener of listeners) listener();
  };
  const documents = () => [page, post().split('#')[0]!];
  const made: Device = {
    house,
    online,
    async send() {
      online(true);
      await house.allSent();
      online(false);
    },
    async read() {
      online(true);
      await house.sync.refresh(documents());
      online(false);
    },
    shows: async () => {
      const views = await Promise.all(documents().map((url) => house.asking.read(url)));
      return views.flatMap(({ graph }) => {
        const texts = graph.objects(post(), AS.content).map(({ value }) => value);
        return texts.length ? texts : [undefined];
      });
    },
    lost: async () => (await lossesIn(house.cache).list(post())).map(({ text }) => text)
  };
  devices.push(made);
  return made;
}

/** So many devices of one person that know the same post and have no network. */
export async function together(count: number): Promise<{ world: World; post: string; all: Device[] }> {
  const world = memoryWorld();
  let post = '';
  const first = device(world, () => post);
  post = (await publish(first.house, { text: 'First', audience: 'public' }, minute(0))).post;
  await first.send();
  const others = Array.from({ length: count - 1 }, () => device(world, () => post, first.house.me.id));
  const all = [first, ...others];
  for (const each of all) await each.read();
  return { world, post, all };
}
