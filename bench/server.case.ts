import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from './doors.ts';
import { interleaved, median, ratioOf } from './rounds.ts';
import { row, type Row } from './row.ts';
import { startBundled } from './servers/bundled.ts';
import { documentsOn, VERBS } from './servers/documents.ts';
import { freePort } from './servers/free-port.ts';

/**
 * Reading and writing 100 documents: how many times as fast the bundled server is as a stock one. Both keep files,
 * both check who may (WAC), both get the very same requests.
 */
export async function server(bench: Bench): Promise<Row[]> {
  bench.say('server: starting the bundled server and a stock one, with 100 documents on each ...');
  const [own, foreign] = [join(bench.scratch, 'server'), join(bench.scratch, 'server-stock')];
  await mkdir(foreign);
  const [ours, stock] = await Promise.all([
    startBundled(bench.root, own),
    freePort().then((port) => bench.startStock({ port, config: 'file', data: foreign }))
  ]);
  try {
    const [onOurs, onStock] = [await documentsOn(ours.url, bench), await documentsOn(stock.url, bench)];
    const rows: Row[] = [];
    for (const verb of VERBS) {
      const taken = await interleaved(
        { rounds: bench.rounds, milliseconds: 30_000 },
        { ours: () => onOurs(verb), stock: () => onStock(verb) }
      );
      const each = (all: number[]) => `${(median(all) / 100).toFixed(1)} ms`;
      bench.say(
        `server: ${verb}: ours ${each(taken.ours)}, stock ${each(taken.stock)} a request here and now`
      );
      rows.push(row('server', `${verb}, 100 documents`, ratioOf(taken.stock, taken.ours), '>= 1.4'));
    }
    return rows;
  } finally {
    await Promise.all([ours.stop(), stock.stop()]);
  }
}
