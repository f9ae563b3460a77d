import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../bench/servers/free-port.ts';
import type { Client } from './signed-in.ts';
import { killable, type Killable } from './killable.ts';
import { smallDisk, type SmallDisk } from './small-disk.ts';
import { openWay, type Way } from './way.ts';

/** What of pod-server/ is used, handed over: it is a package of its own. */
export interface PodServerDoors {
  createPerson(
    base: string,
    person: { name: string; handle: string; email: string; password: string }
  ): Promise<{ webId: string; storage: string }>;
  clientFor(
    base: string,
    who: { email: string; password: string; webId: string }
  ): Promise<{ id: string; secret: string; tokenEndpoint: string }>;
}

/** One server, its disk and the way to it, for many stories. */
export interface RealPlace extends PodServerDoors {
  readonly way: Way;
  readonly server: Killable;
  /** Where the server keeps everything. */
  readonly data: string;
  /** Undefined where none can be had: then no disk gets full. */
  readonly disk: SmallDisk | undefined;
  /** Whom all the people of the stories talk to. */
  readonly friend: Client & { readonly storage: string };
  close(): Promise<void>;
}

/** Starts the bundled server below `scratch`. @param root the project's folder */
export async function realPlace(root: string, scratch: string, doors: PodServerDoors): Promise<RealPlace> {
  const mounted = join(scratch, 'disk');
  mkdirSync(mounted, { recursive: true });
  const disk = await smallDisk(mounted);
  const data = join(mounted, 'data');
  const port = await freePort();
  const way = await openWay(port);
  const server = killable(root, { port, url: way.url, data });
  await server.start();
  const account = { email: 'ben@example.org', password: 'bens-secret' };
  const { webId, storage } = await doors.createPerson(way.url, { ...account, name: 'Ben', handle: 'ben' });
  const client = await doors.clientFor(way.url, { ...account, webId });
  return {
    ...doors,
    way,
    server,
    data,
    disk,
    friend: { webId, storage, ...client },
    async close() {
      await server.kill();
      await way.close();
      disk?.close();
      rmSync(scratch, { recursive: true, force: true });
    }
  };
}
