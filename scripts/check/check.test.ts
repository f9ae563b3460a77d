import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { run } from '../set-up/run.mjs';
import { STEPS } from './steps.mjs';

// The law must be able to fail: violations are planted in a copy of the house.
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
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const SEES_A_POD =
  '<script lang="ts">import type { Pod } from "#lib/solid/pod.ts"; let { pod }: { pod: Pod } = $props();</script>{pod}';
const SAYS_HTML = '<script lang="ts">let { words }: { words: string } = $props();</script>{@html words}';
const PLANTED: Record<string, string> = {
  'ui/Looks.svelte': '<script lang="ts">import { mayRetry } from "#lib/solid/problem.ts";</script>{mayRetry}',
  'ui/looks.ts': 'import type { Pod } from "#lib/solid/pod.ts";\nexport type Planted = Pod;\n',
  'rdf/circle-a.ts': "import { b } from './circle-b.ts';\nexport const a = () => b;\n",
  'rdf/circle-b.ts': "import { a } from './circle-a.ts';\nexport const b = () => a;\n",
  'posts/door.ts': "import { Store } from 'n3';\nexport const store = new Store();\n",
  'ui/SeesAPod.svelte': SEES_A_POD,
  'ui/SaysHtml.svelte': SAYS_HTML,
  'rdf/long.ts': `${'export {};\n'.repeat(301)}`
};
const STYLED = ['ui/SeesAPod.svelte', 'ui/SaysHtml.svelte', 'rdf/long.ts'];

type Told = Awaited<ReturnType<typeof run>>;

let house: string;
beforeAll(async () => {
  house = await mkdtemp(join(tmpdir(), 'hearth-house-'));
  for (const path of COPIED) await cp(join(root, path), join(house, path), { recursive: true });
  await symlink(join(root, 'node_modules'), join(house, 'node_modules'));
});
afterAll(() => rm(house, { recursive: true, force: true }));

/** One step of `npm run check` in the house as it stands. */
async function step(name: string, paths = ['.']): Promise<Told> {
  const found = STEPS.find((each) => each.name.startsWith(name));
  if (!found) throw new Error(`no step ${name}`);
  const args = found.args.flatMap((argument) => (argument === '.' ? paths : [argument]));
  return run(process.execPath, [join(root, 'node_modules', found.script), ...args], { cwd: house });
}

// Each program reads the whole house for seconds: once with all that is planted, and every fault must be told.
describe('refuses what is planted', () => {
  let imports: Told;
  let style: Told;
  beforeAll(async () => {
    for (const [path, text] of Object.entries(PLANTED)) await writeFile(join(house, 'src/lib', path), text);
    imports = await step('who may import');
    style = await step(
      'style',
      STYLED.map((path) => `src/lib/${path}`)
    );
  });

  it('in the end, and nothing else of the house', () => {
    expect(imports.code).not.toBe(0);
    expect(style.code).not.toBe(0);
    const refused = imports.output.split('\n').filter((line) => line.includes(': src/'));
    expect(refused.length).toBeGreaterThanOrEqual(4);
    const planted = Object.keys(PLANTED).map((path) => `: src/lib/${path} `);
    expect(refused.filter((line) => !planted.some((path) => line.includes(path)))).toEqual([]);
  });

  it.each(['Looks.svelte', 'looks.ts'])('ui/%s looking into solid/', (name) => {
    expect(imports.output).toContain(`ui-looks-only-into-itself: src/lib/ui/${name}`);
  });

  it('a circle', () => {
    expect(imports.output).toMatch(/no-circles: src\/lib\/rdf\/circle-[ab]\.ts/);
  });

  it('a library through a second door', () => {
    expect(imports.output).toContain('n3-only-in-rdf: src/lib/posts/door.ts');
  });

  it.each([
    ['a type from solid/ in a component of ui/', 'ui/SeesAPod.svelte', 'no-restricted-imports'],
    ['{@html}', 'ui/SaysHtml.svelte', 'svelte/no-at-html-tags'],
    ['a file of more than 300 lines', 'rdf/long.ts', 'max-lines']
  ])('%s', (_, path, rule) => {
    const [, faults = ''] = style.output.split(`${house}/src/lib/${path}\n`);
    expect(faults.split('\n\n')[0]).toContain(rule);
  });
});
