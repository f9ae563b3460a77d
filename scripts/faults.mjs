import { checkNode } from './set-up/node-version.mjs';

// Checked before anything else is loaded: an old Node can't even read the rest.
checkNode();
await import('./faults/main.mjs');
