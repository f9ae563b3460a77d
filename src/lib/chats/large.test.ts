import { expect, it } from 'vitest';
import { DC, DCT, FOAF, SCHEMA, SEC, SIOC, WF } from '#lib/rdf/vocab.ts';
import { chats } from './chats.question.ts';
import { checksOf } from './checks.ts';
import { chat as chatOf } from './chat.question.ts';
import { chatOfTwo, sees, textsOf, twoWhoTalk, type Stage } from './house.testing.ts';
import { messages } from './messages.question.ts';
import { gistOf } from './naming.ts';
import { send } from './send.ts';

let world: Stage['world'];
let anna: Stage['anna'];
let ben: Stage['ben'];
let chat: string;
let day: string;
let first: string;
let other: string;
twoWhoTalk((stage) => ({ world, anna, ben, chat, day, first, other } = stage));

// What somebody who may add to a chat, or runs its server, can make of it without end.
const adds = (url: string, ...lines: string[]) =>
  world.put(url, [String(world.peek(url)), ...lines].join('\n'));
const times = (count: number, line: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => line(n));
const words = (id: string, text = 'x') =>
  `<${id}> <${SIOC.content}> "${text}"; <${FOAF.maker}> <${ben.me.id}>.`;

it('a day of more statements than are read takes nothing else away, and is said', async () => {
  const trains = await chatOfTwo(ben, anna, 'Trains');
  await send(ben, trains, { text: 'At nine' });
  await ben.allSent();
  adds(day, ...times(20_000, (n) => `<${chat}> <${WF.message}> <#MsgL${n}>. ${words(`#MsgL${n}`)}`));
  // What was read before stays.
  expect(await sees(anna, chat)).toMatchObject({ isTorn: true, list: [{ id: first }, { id: other }] });
  expect(textsOf(await sees(anna, trains))).toEqual(['At nine']);
  const lines = await chats(anna, checksOf(anna))(anna.asking.read);
  expect(lines.map(({ id, last }) => [id, last && gistOf(last)])).toEqual([
    [trains, 'At nine'],
    [chat, 'Soup?']
  ]);
  // And what is said now goes where it can be read.
  const { message } = await send(anna, chat, { text: 'Still here' });
  await anna.allSent();
  expect(message).toContain('/chat-2.ttl#');
  await sees(ben, chat);
  expect(textsOf(await sees(ben, chat))).toContain('Still here');
});

it('ten thousand reactions to one message are not judged all', async () => {
  adds(
    day,
    ...times(
      6_000,
      (
        n
      ) => `<#Act${n}> <${SCHEMA.agent}> <${ben.me.id}>; <${SCHEMA.target}> <${other}>; <${SIOC.content}> "👍";
        <${DCT.created}> "2026-11-21T10:00:00Z"; <${SEC.proofValue}> "${String(n).padStart(128, 'a')}".`
    )
  );
  await send(ben, chat, { text: 'So that he has a key' });
  await ben.allSent();
  await sees(anna, chat);
  let judged = 0;
  const checks = checksOf(anna);
  const counting: typeof checks = { ...checks, verdict: (...said) => (judged++, checks.verdict(...said)) };
  const { list } = await messages(anna, counting, chat, { count: 50 })(anna.asking.read);
  expect(list.find(({ id }) => id === other)!.reactions).toEqual([]);
  expect(judged).toBeGreaterThan(40);
  expect(judged).toBeLessThan(200);
});

it('ten thousand changes in a line are a message', async () => {
  adds(
    day,
    `<${chat}> <${WF.message}> <#MsgC0>.`,
    ...times(
      12_000,
      (n) => `${words(`#MsgC${n}`, `Change ${n}`)} <#MsgC${n}> <${DCT.isReplacedBy}> <#MsgC${n + 1}>.`
    )
  );
  expect(textsOf(await sees(anna, chat))).toContain('Change 500');
});

it('a text, a title, people and mentions without end are cut where they are shown', async () => {
  adds(
    day,
    `<${chat}> <${WF.message}> <#MsgT>. ${words('#MsgT', 'word **b** '.repeat(200_000))}`,
    `<${other}> <${SCHEMA.mentions}> ${times(10_000, (n) => `<https://x${n}.example/#me>`).join(', ')}.`
  );
  const index = chat.split('#')[0]!;
  adds(
    index,
    `<${chat}> <${DC.title}> "${'t'.repeat(1_000_000)}".`,
    ...times(
      8_000,
      (n) =>
        `<${chat}> <${WF.participation}> <#p${n}>. <#p${n}> <${WF.participant}> <https://p${n}.example/#me>.`
    )
  );
  world.put(index, String(world.peek(index)).replace('"Chat channel"', `"${'t'.repeat(1_000_000)}"`));
  const { list } = await sees(anna, chat);
  expect(list.find(({ id }) => id === other)!.mentions).toHaveLength(40);
  expect(gistOf(list.find(({ id }) => id.endsWith('#MsgT'))!).length).toBeLessThanOrEqual(400);
  const head = await chatOf(anna.me, chat)(anna.asking.read);
  expect(head.title!.length).toBeLessThanOrEqual(200);
  expect(head.people.length).toBeLessThanOrEqual(1_001);
});
