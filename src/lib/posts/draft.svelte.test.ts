// @vitest-environment client
import { describe, expect, it } from 'vitest';
import { memoryCache } from '#lib/cache/memory-cache.ts';
import { Draft } from './draft.svelte.ts';

function notesOf(cache = memoryCache()) {
  return {
    get: (key: string) => cache.note(key),
    set: (key: string, value: unknown) => cache.setNote(key, value)
  };
}
const open = async (notes = notesOf(), place = 'home', start = {}) => {
  const draft = new Draft(notes, place, start);
  await expect.poll(() => draft.ready).toBe(true);
  return draft;
};

describe('a draft', () => {
  it('is kept as it is typed, with its audience, for its place', async () => {
    const notes = notesOf();
    const draft = await open(notes);
    draft.text = 'Half a thou';
    draft.audience = 'public';
    draft.changed();
    expect(draft.kept).toBe(false);
    await expect.poll(() => draft.kept).toBe(true);
    const again = await open(notes);
    expect([again.text, again.audience, again.kept]).toEqual(['Half a thou', 'public', true]);
    expect((await open(notes, 'edit:x')).text).toBe('');
  });

  it('is gone once it is sent, and the next one is for friends', async () => {
    const notes = notesOf();
    const draft = await open(notes);
    draft.text = 'Sent';
    draft.audience = 'public';
    await draft.keep();
    await draft.clear();
    expect([draft.text, draft.audience, draft.kept]).toEqual(['', 'friends', false]);
    expect((await open(notes)).text).toBe('');
  });

  it('begins with what stands there, and never writes over who types first', async () => {
    expect((await open(notesOf(), 'edit:x', { text: 'As it was' })).text).toBe('As it was');
    const notes = notesOf();
    await notes.set('draft:home', { text: 'Old', audience: 'friends' });
    const draft = new Draft(notes, 'home');
    draft.text = 'N';
    await expect.poll(() => draft.ready).toBe(true);
    expect(draft.text).toBe('N');
  });

  it('survives nonsense in the memory', async () => {
    const notes = notesOf();
    await notes.set('draft:home', 5);
    expect((await open(notes)).text).toBe('');
  });
});
