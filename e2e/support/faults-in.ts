import { join } from 'node:path';
import { run } from '../../scripts/shapes/run.mjs';
import type { Person } from './person.ts';

/** What shapes/ finds wrong in everything that lies in somebody's space, in words (`npm run shapes`). */
export async function faultsIn({ world, handle, storage }: Person): Promise<string[]> {
  const printed: string[] = [];
  const code = await run(['--json', '--base', storage, join(world.data, handle)], (line) =>
    printed.push(line)
  );
  if (code === 2) throw new Error(printed.join('\n'));
  const { things, faults } = JSON.parse(printed.join('\n')) as {
    things: number;
    faults: readonly { url: string; subject?: string; wrong: string }[];
  };
  if (things === 0) throw new Error(`Nothing in ${storage} has a shape: the wrong folder was looked at.`);
  return faults.map(({ url, subject, wrong }) => `${subject ?? url}: ${wrong}`);
}
