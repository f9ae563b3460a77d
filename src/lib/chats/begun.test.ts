import { expect, it, vi } from 'vitest';
import { houseOver } from '#lib/people/house.testing.ts';
import { memoryWorld } from '#lib/solid/memory-world.ts';
import { chat as chatOf } from './chat.question.ts';
import { checksOf } from './checks.ts';
import { chatOfTwo, open, textsOf } from './house.testing.ts';
import { mayWrite } from './may-write.ts';
import { messages } from './messages.question.ts';
import { send } from './send.ts';
import { startChat } from './start-chat.ts';

it('a chat that was begun and has not arrived can be written in, whatever the server says of it until then', async () => {
  const world = memoryWorld();
  const [anna, omar] = [open('anna', world), open('omar', world)];
  let go = () => {};
  const held = new Promise<void>((resolve) => (go = resolve));
  world.sky = async ({ verb }) => {
    if (verb === 'setAccess') await held;
    return 'fair' as const;
  };
  const { chat } = await startChat(anna, { people: [omar.me.id] });
  // Whoever looks at it asks for it, long before it is there.
  await anna.sync.refresh([chat]);
  const head = () => chatOf(anna.me, chat)(anna.asking.read);
  expect(await head()).toMatchObject({ problem: undefined, isKnown: true, role: 'owner' });
  expect(mayWrite(await head())).toBe(true);
  await send(anna, chat, { text: 'Soup?' });
  const shown = () => messages(anna, checksOf(anna), chat, { count: 50 })(anna.asking.read);
  expect(textsOf(await shown())).toEqual(['Soup?']);
  go();
  await anna.allSent();
  expect(textsOf(await shown())).toEqual(['Soup?']);
  expect(mayWrite(await head())).toBe(true);
  for (const house of [anna, omar]) house.close();
});

it('whoever presses twice has one chat', async () => {
  // As a browser has them: Node 20 has none.
  const lines = new Map<string, Promise<unknown>>();
  const request = (name: string, work: () => Promise<unknown>) => {
    const next = (lines.get(name) ?? Promise.resolve()).then(work);
    lines.set(name, next);
    return next;
  };
  vi.stubGlobal('navigator', { locks: { request } });
  const world = memoryWorld();
  const [anna, omar] = [open('anna', world), open('omar', world)];
  const start = async () => (await startChat(anna, { people: [omar.me.id] })).chat;
  const [first, second] = await Promise.all([start(), start()]);
  expect(second).toBe(first);
  await anna.allSent();
  expect(await start()).toBe(first);
  for (const house of [anna, omar]) house.close();
  vi.unstubAllGlobals();
});

it('the chat of two is found where another of my chats cannot be had', async () => {
  const world = memoryWorld();
  const [anna, omar, cleo] = [open('anna', world), open('omar', world), open('cleo', world)];
  const chat = await chatOfTwo(anna, omar);
  await chatOfTwo(cleo, anna);
  const device = houseOver(anna.me.id, anna.me.storage, world.podFor(anna.me.id));
  world.sky = ({ url }) => (url.startsWith(cleo.me.storage) ? 'slow' : 'fair');
  expect((await startChat(device, { people: [omar.me.id] })).chat).toBe(chat);
  for (const house of [anna, omar, cleo, device]) house.close();
});
