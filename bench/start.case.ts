import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from './doors.ts';
import { interleaved, median, ratioOf } from './rounds.ts';
import { row, type Row } from './row.ts';
import { startBundled } from './servers/bundled.ts';
import { freePort } from './servers/free-port.ts';

/** From the start of the process to the first answer, on an empty folder: the bundled server against a stock one. */
export async function start(bench: Bench): Promise<Row[]> {
  bench.say(
    'start: the bundled server and a stock one, started in turn (a stock start takes ten seconds) ...'
  );
  const folder = () => mkdtemp(join(bench.scratch, 'start-'));
  const taken = await interleaved(
    { rounds: bench.rounds, milliseconds: 100_000 },
    {
      async ours() {
        const server = await startBundled(bench.root, await folder());
        await server.stop();
        return server.startMs;
      },
      async stock() {
        const wish = { port: await freePort(), config: 'file', data: await folder() } as const;
        const server = await bench.startStock(wish);
        await server.stop();
        return server.startMs;
      }
    }
  );
  bench.say(
    `start: ours ${Math.round(median(taken.ours))} ms, stock ${Math.round(median(taken.stock))} ms here and now`
  );
  return [row('start', 'ready on an empty folder', ratioOf(taken.ours, taken.stock), '<= 0.2')];
}
