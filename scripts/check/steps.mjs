/** What the law says, each with the program that sees to it; all from node_modules, all quick to name. */
export const STEPS = [
  { name: 'format', script: 'prettier/bin/prettier.cjs', args: ['--check', '.', '--log-level', 'warn'] },
  { name: 'style, file size, {@html}', script: 'eslint/bin/eslint.js', args: ['.', '--max-warnings', '0'] },
  {
    name: 'types',
    script: 'svelte-check/bin/svelte-check',
    args: ['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human']
  },
  // A service worker is another world than a page: it has its own globals.
  {
    name: 'types of the service worker',
    script: 'typescript/bin/tsc',
    args: ['--project', 'scripts/check/worker/tsconfig.json']
  },
  {
    name: 'who may import whom',
    script: 'dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['--config', '.dependency-cruiser.cjs', 'src', '--output-type', 'err']
  }
];
