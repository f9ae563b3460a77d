import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '../set-up/run.mjs';
import { STEPS } from './steps.mjs';

// The law must be able to fail: each violation is planted in a copy of the house.
const root = fileURLToPath(new URL('../..', import.meta.url));
const COPIED = [
  'src',
  '.svelte-kit/tsconfig.json',
  'tsconfig.json',
  'package.json',
  'svelte.config.js',
  'eslint.config.js',
  '.dependency-cruiser.cjs',
  'scripts/check/law.cjs'
];

// Whole programs run here, beside other tests on two cores.
vi.setConfig({ testTimeout: 180_000 });

let house: string;
beforeEach(async () => {
  house = await mkdtemp(join(tmpdir(), 'hearth-house-'));
  for (const path of COPIED) await cp(join(root, path), join(house, path), { recursive: true });
  await symlink(join(root, 'node_modules'), join(house, 'node_modules'));
});
afterEach(() => rm(house, { recursive: true, force: true }));

const plant = (path: string, text: string) => writeFile(join(house, path), text);

/** One step of `npm run check` in the planted house. */
async function step(name: string, path = '.') {
  const found = STEPS.find((each) => each.name.startsWith(name));
  if (!found) throw new Error(`no step ${name}`);
  const args = found.args.map((argument) => (argument === '.' ? path : argument));
  return run(process.execPath, [join(root, 'node_modules', found.script), ...args], { cwd: house });
}

describe('who may import whom', () => {
  it('accepts the house as it is', async () => {
    const { code, output } = await step('who may import');
    expect(output).toContain('no dependency violations');
    expect(code).toBe(0);
  });

  it.each([
    [
      'Planted.svelte',
      '<script lang="ts">import { mayRetry } from "#lib/solid/problem.ts";</script>{mayRetry}'
    ],
    ['Planted.ts', 'import type { Pod } from "#lib/solid/pod.ts";\nexport type Planted = Pod;\n']
  ])('refuses ui/%s looking into solid/', async (name, text) => {
    await plant(`src/lib/ui/${name}`, text);
    const { code, output } = await step('who may import');
    expect(code).not.toBe(0);
    expect(output).toMatch(/ui-looks-only-into-itself: src\/lib\/ui\/Planted/);
  });

  it('refuses a circle', async () => {
    await plant(
      'src/lib/rdf/planted-a.ts',
      "import { b } from './planted-b.ts';\nexport const a = () => b;\n"
    );
    await plant(
      'src/lib/rdf/planted-b.ts',
      "import { a } from './planted-a.ts';\nexport const b = () => a;\n"
    );
    const { code, output } = await step('who may import');
    expect(code).not.toBe(0);
    expect(output).toContain('no-circles');
  });

  it('refuses a library through a second door', async () => {
    await plant(
      'src/lib/posts/planted.ts',
      "import { Store } from 'n3';\nexport const store = new Store();\n"
    );
    const { code, output } = await step('who may import');
    expect(code).not.toBe(0);
    expect(output).toContain('n3-only-in-rdf');
  });
});

describe('style', () => {
  it('refuses a type from solid/ in a component of ui/', async () => {
    await plant(
      'src/lib/ui/Planted.svelte',
      '<script lang="ts">import type { Pod } from "#lib/solid/pod.ts"; let { pod }: { pod: Pod } = $props();</script>{pod}'
    );
    const { code, output } = await step('style', 'src/lib/ui/Planted.svelte');
    expect(code).not.toBe(0);
    expect(output).toContain('no-restricted-imports');
  });

  it('refuses {@html}', async () => {
    await plant(
      'src/lib/ui/Planted.svelte',
      '<script lang="ts">let { words }: { words: string } = $props();</script>{@html words}'
    );
    const { code, output } = await step('style', 'src/lib/ui/Planted.svelte');
    expect(code).not.toBe(0);
    expect(output).toContain('svelte/no-at-html-tags');
  });

  it('refuses a file of more than 300 lines', async () => {
    await plant('src/lib/rdf/planted.ts', `${'export {};\n'.repeat(301)}`);
    const { code, output } = await step('style', 'src/lib/rdf/planted.ts');
    expect(code).not.toBe(0);
    expect(output).toContain('max-lines');
  });
});
