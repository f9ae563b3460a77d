import { checkNode } from './set-up/node-version.mjs';

// Checked before anything else is loaded: an old Node can't even read the rest.
checkNode();
const { interop } = await import('./interop/main.mjs');
process.exitCode = await interop(process.argv.slice(2));
