import { expect, it } from 'vitest';
import { memoryCache } from '#lib/cache/memory-cache.ts';
import type { Channels } from '#lib/solid/channels/channels.ts';
import { fakeClock } from './fake-clock.ts';
import { keptChannels } from './kept-channels.ts';

it('lets the page go on while several documents of one server wait for what was found', async () => {
  const cache = memoryCache();
  const slow = {
    note: cache.note.bind(cache),
    // As a database: written in a turn of its own.
    setNote: (key: string, value: unknown) =>
      new Promise<void>((done) => setTimeout(() => void cache.setNote(key, value).then(done), 5))
  } as typeof cache;
  // Each document lies in a storage of its own.
  const channels = {
    find: async (topic: string) => ({ storage: topic, url: undefined })
  } as unknown as Channels;
  const kept = keptChannels({ cache: slow, channels, clock: fakeClock() });
  const asked = ['a', 'b', 'c'].map((name) => kept.channel(`https://anna.example/${name}/`));
  expect(await Promise.all(asked)).toEqual([undefined, undefined, undefined]);
});
