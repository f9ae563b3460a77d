import { checkNode } from './set-up/node-version.mjs';

// npm test: the law, the unit and contract tests, then people's stories in a real browser on the real server.
checkNode();
const { testAll } = await import('./test/all.mjs');
process.exitCode = await testAll(process.argv.slice(2));
