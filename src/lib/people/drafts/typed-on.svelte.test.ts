// @vitest-environment client
import { expect, it } from 'vitest';
import { memoryCache } from '#lib/cache/memory-cache.ts';
import { Draft } from './draft.svelte.ts';

/** Opens the draft of one chat, on one device. */
function device() {
  const cache = memoryCache();
  const notes = {
    get: (key: string) => cache.note(key),
    set: (key: string, value: unknown) => cache.setNote(key, value),
    keys: (prefix: string) => cache.noteKeys(prefix)
  };
  const me = { id: 'https://anna.example/card#me', storage: 'https://anna.example/', issuer: '' };
  return async () => {
    const draft = new Draft({ me, notes }, 'chat:1');
    await expect.poll(() => draft.ready, { timeout: 2_000 }).toBe(true);
    return draft;
  };
}
const type = (draft: Draft, text: string) => {
  draft.text = text;
  draft.changed();
};

it('what was typed while words were being sent stays, and so does what is typed on meanwhile', async () => {
  const open = device();
  const draft = await open();
  type(draft, 'Sent. And then');
  const cleared = draft.clear({ text: 'And then' });
  expect(draft.text).toBe('And then');
  type(draft, 'And then more');
  await cleared;
  await draft.keep();
  expect(draft.text).toBe('And then more');
  expect((await open()).text).toBe('And then more');
});

it('what was chosen to be answered while words were being sent stays chosen', async () => {
  const open = device();
  const draft = await open();
  type(draft, 'Sent');
  await draft.clear({ text: '', extra: 'message:2' });
  expect([draft.text, draft.extra]).toEqual(['', 'message:2']);
  type(draft, 'An answer');
  await draft.keep();
  const later = await open();
  expect([later.text, later.extra]).toEqual(['An answer', 'message:2']);
});

it('what was chosen to be answered is still chosen for whoever looks into another tab before they write', async () => {
  const draft = await device()();
  draft.extra = 'message:2';
  draft.changed();
  await draft.keep();
  await draft.look();
  expect(draft.extra).toBe('message:2');
});
