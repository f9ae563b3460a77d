import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { rootOf } from '#lib/chats/places.ts';
import { startChat } from '#lib/chats/start-chat.ts';
import type { Quad } from '#lib/rdf/terms.ts';
import { moveIn, type Neighbour } from '../../scripts/demo/neighbour.ts';
import type { Bench } from '../doors.ts';
import { openDoor, through, type Door } from '../guard/door.ts';
import { startBundled } from '../servers/bundled.ts';
import { storedTurtle } from '../world/stored-turtle.ts';

/** A chat of two on a bundled server. */
export interface ChatPlace {
  readonly pods: string;
  /** Where the server keeps its files. */
  readonly data: string;
  readonly anna: Neighbour;
  readonly ben: Neighbour;
  /** `$ROOT/index.ttl#this`, in Anna's space. */
  readonly chat: string;
  /** The folder of the chat, with its slash. */
  readonly root: string;
  /** What Ben's requests pass through. */
  readonly door: Door;
  /** Lays a document there as the server keeps it after patches. The server must not have been asked for it before. */
  lay(url: string, quads: readonly Quad[]): Promise<void>;
}

/** For as long as `work` takes. */
export async function withChat<T>(bench: Bench, work: (place: ChatPlace) => Promise<T>): Promise<T> {
  const data = await mkdtemp(join(bench.scratch, 'chat-'));
  const server = await startBundled(bench.root, data);
  const houses: Neighbour[] = [];
  try {
    const door = openDoor();
    const anna = await moveIn(bench, server.url, 'Anna');
    houses.push(anna);
    const ben = await moveIn(bench, server.url, 'Ben', through(door));
    houses.push(ben);
    const { chat } = await startChat(anna.house, { people: [ben.webId], title: 'Bench' });
    await anna.house.allSent();
    const pathOf = (url: string) => join(data, new URL(url).pathname);
    return await work({
      pods: server.url,
      data,
      anna,
      ben,
      chat,
      root: rootOf(chat),
      door,
      async lay(url, quads) {
        await mkdir(dirname(pathOf(url)), { recursive: true });
        await writeFile(pathOf(url), storedTurtle(quads, url));
      }
    });
  } finally {
    for (const { house } of houses) house.sync.close();
    await server.stop();
  }
}
