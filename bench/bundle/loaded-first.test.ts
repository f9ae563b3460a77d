import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadedFirst } from './loaded-first.ts';

const FILES = {
  'entry/start.a.js': 'import{s as a}from"../chunks/kit.js";export{a as start};',
  'entry/app.b.js':
    'const m=(f)=>f;import"../chunks/kit.js";' +
    'const nodes=[()=>m(()=>import("../nodes/0.x.js")),()=>m(()=>import("../nodes/1.x.js")),' +
    '()=>m(()=>import("../nodes/2.x.js")),()=>m(()=>import("../nodes/3.x.js")),()=>m(()=>import("../nodes/4.x.js"))];' +
    'const dictionary={"/(out)":[3],"/(in)/home":[4,[2]]};',
  'nodes/0.x.js': 'import{a}from\'../chunks/svelte.js\';const later=()=>import("../chunks/comunica.js");',
  'nodes/1.x.js': 'export const one=1;',
  'nodes/2.x.js': 'export*from"../chunks/frame.js";',
  'nodes/3.x.js': 'import"../chunks/welcome.js"',
  'nodes/4.x.js': 'var x=1;import{b as c,d}from"../chunks/feed.js";',
  'chunks/kit.js': 'import"./svelte.js";',
  'chunks/svelte.js': 'const text="import nothing from here";',
  'chunks/frame.js': '',
  'chunks/welcome.js': '',
  'chunks/feed.js': '',
  'chunks/comunica.js': ''
};

let build: string;
beforeAll(async () => {
  build = await mkdtemp(join(tmpdir(), 'hearth-build-test-'));
  for (const [name, code] of Object.entries(FILES)) {
    const file = join(build, '_app/immutable', name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, code);
  }
});
afterAll(() => rm(build, { recursive: true, force: true }));

const shared = [
  'chunks/kit.js',
  'chunks/svelte.js',
  'entry/app.b.js',
  'entry/start.a.js',
  'nodes/0.x.js',
  'nodes/1.x.js'
];

it.each([
  ['/', ['chunks/welcome.js', 'nodes/3.x.js']],
  ['/home', ['chunks/feed.js', 'chunks/frame.js', 'nodes/2.x.js', 'nodes/4.x.js']]
])('%s loads its own pieces and what they import, not what comes later', async (route, own) => {
  const found = await loadedFirst(build, route);
  expect(found).toEqual([...shared, ...own].map((name) => `_app/immutable/${name}`).sort());
});

it('says so when there is no such page', async () => {
  await expect(loadedFirst(build, '/nowhere')).rejects.toThrow('no page at /nowhere');
});
