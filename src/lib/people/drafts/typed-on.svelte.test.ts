// @vitest-environment client
import { expect, it } from 'vitest';
import { memoryCache } from '#lib/cache/memory-cache.ts';
import { Draft } from './draft.svelte.ts';

it('what was typed while words were being sent stays, and so does what is typed on meanwhile', async () => {
  const cache = memoryCache();
  const notes = {
    get: (key: string) => cache.note(key),
    set: (key: string, value: unknown) => cache.setNote(key, value),
    keys: (prefix: string) => cache.noteKeys(prefix)
  };
  const me = { id: 'https://anna.example/card#me', storage: 'https://anna.example/', issuer: '' };
  const open = async () => {
    const draft = new Draft({ me, notes }, 'chat:1');
    await expect.poll(() => draft.ready, { timeout: 2_000 }).toBe(true);
    return draft;
  };
  const type = (draft: Draft, text: string) => {
    draft.text = text;
    draft.changed();
  };
  const draft = await open();
  type(draft, 'Sent. And then');
  const cleared = draft.clear('And then');
  expect(draft.text).toBe('And then');
  type(draft, 'And then more');
  await cleared;
  await draft.keep();
  expect(draft.text).toBe('And then more');
  expect((await open()).text).toBe('And then more');
});
