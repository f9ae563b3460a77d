import { fileURLToPath } from 'node:url';
import { checkNode } from './node-version.mjs';
import { unlessDone } from './unless-done.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const node = process.execPath;
const bin = (/** @type {string} */ path) =>
  fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url));

/** @type {Record<string, import('./unless-done.mjs').Step>} */
const STEPS = {
  client: {
    doing: 'Installing the client',
    inputs: ['package.json', 'package-lock.json'],
    stamp: 'node_modules/.hearth-installed',
    program: 'npm',
    args: ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  },
  server: {
    doing: 'Installing the server',
    inputs: ['pod-server/package.json', 'pod-server/package-lock.json'],
    stamp: 'pod-server/node_modules/.hearth-installed',
    program: 'npm',
    args: ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    cwd: 'pod-server'
  },
  buildServer: {
    doing: 'Building the server',
    inputs: ['pod-server'],
    stamp: 'pod-server/dist/.hearth-built',
    program: 'npm',
    args: ['run', '--silent', 'build'],
    cwd: 'pod-server'
  },
  buildClient: {
    doing: 'Building the client',
    inputs: ['src', 'static', 'svelte.config.js', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'],
    stamp: 'build/.hearth-built',
    program: node,
    args: [bin('vite/bin/vite.js'), 'build', '--logLevel', 'error']
  },
  // tsconfig.json extends what this writes; a build of the client writes it too, but may have been done long ago.
  prepareTypes: {
    doing: 'Preparing the types',
    inputs: ['svelte.config.js', 'tsconfig.json', 'package-lock.json'],
    stamp: '.svelte-kit/.hearth-prepared',
    program: node,
    args: [bin('@sveltejs/kit/svelte-kit.js'), 'sync']
  },
  buildTools: {
    doing: 'Building the tools',
    inputs: ['src', 'scripts', 'bench', 'faults', 'vite.node.config.ts', 'package-lock.json'],
    stamp: 'dist/node/.hearth-built',
    program: node,
    args: [bin('vite/bin/vite.js'), 'build', '--config', 'vite.node.config.ts', '--logLevel', 'error']
  }
};

/** Installs what is missing and builds what is stale; quick when nothing changed. */
export async function setUp() {
  checkNode();
  for (const step of Object.values(STEPS)) await unlessDone(root, step);
}
