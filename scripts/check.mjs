import { checkNode } from './set-up/node-version.mjs';

checkNode();
const { setUp, root } = await import('./set-up/set-up.mjs');
const { say } = await import('./set-up/say.mjs');
const { check } = await import('./check/check.mjs');
await setUp();
process.exitCode = (await check(root, say)) > 0 ? 1 : 0;
