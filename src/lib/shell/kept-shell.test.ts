import { describe, expect, it } from 'vitest';
import { belongs } from './kept-shell.ts';

const files = ['/_app/immutable/entry/start.a.js', '/_app/immutable/entry/app.b.js', '/icon.svg'];
const page = (...names: string[]) => names.map((name) => `<link href="/_app/immutable/${name}">`).join('');

describe('belongs', () => {
  it('knows the page of its own version', () =>
    expect(belongs(page('entry/start.a.js', 'entry/app.b.js'), files)).toBe(true));
  it('refuses the page of another', () =>
    expect(belongs(page('entry/start.a.js', 'entry/app.c.js'), files)).toBe(false));
  it('refuses a page that is not ours at all', () =>
    expect(belongs('<p>Sign in to this network</p>', files)).toBe(false));
});
