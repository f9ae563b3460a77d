import { checkNode } from './set-up/node-version.mjs';

checkNode();
const { run } = await import('./shapes/run.mjs');
process.exitCode = await run(process.argv.slice(2), (line) => console.log(line));
