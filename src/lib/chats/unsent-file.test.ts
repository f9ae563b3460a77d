import { expect, it } from 'vitest';
import type { Read } from '#lib/query/ask.ts';
import { memoryWorld } from '#lib/solid/memory-world.ts';
import { checksOf } from './checks.ts';
import { dropUnsent } from './drop-unsent.ts';
import { chatOfTwo, open, sees } from './house.testing.ts';
import { messages } from './messages.question.ts';
import { remove } from './remove.ts';
import { sendFile } from './send-file.ts';

it('a file that is refused is told beside its message, and given up with it', async () => {
  const world = memoryWorld();
  const [anna, omar] = [open('anna', world), open('omar', world)];
  const chat = await chatOfTwo(anna, omar);
  await sees(omar, chat);
  await remove(anna, chat, omar.me.id);
  await anna.allSent();
  await sendFile(omar, chat, { file: new Blob(['x'], { type: 'text/plain' }), name: 'list.txt' });

  // Whoever shows the message is told of what becomes of the file.
  const followed = new Set<string>();
  const read: Read = (url) => {
    followed.add(url);
    return omar.asking.read(url);
  };
  const { list } = await messages(omar, checksOf(omar), chat, { count: 9 })(read);
  const [message] = list;
  expect(message?.body.kind === 'file' && followed.has(message.body.url)).toBe(true);

  await expect(omar.allSent()).rejects.toThrow();
  const refused = (await sees(omar, chat)).list[0]!;
  expect(refused.sending?.state).toBe('refused');
  await dropUnsent(omar, refused);
  expect((await omar.sync.outbox()).filter(({ document }) => document.startsWith(anna.me.storage))).toEqual(
    []
  );
  for (const house of [anna, omar]) house.close();
});
