import { afterEach, beforeEach, expect, it } from 'vitest';
import type { TestHouse } from '#lib/people/house.testing.ts';
import { memoryWorld, type World } from '#lib/solid/memory-world.ts';
import { chat as chatOf } from '../chat.question.ts';
import { handOver } from '../hand-over.ts';
import { chatOfTwo, joins, sees, three } from '../house.testing.ts';
import { invite } from '../invite.ts';
import { leave } from '../leave.ts';
import { makeChatLink } from '../links/make-chat-link.ts';
import { takeBackLinks } from '../links/take-back-links.ts';
import { sentences } from '../words.ts';
import { asked, lives, states } from './letters.testing.ts';

// Letters that are true, and that somebody else puts into the inbox once more.
let world: World;
let anna: TestHouse;
let ben: TestHouse;
let cleo: TestHouse;
let chat: string;
beforeEach(async () => {
  world = memoryWorld();
  [anna, ben, cleo] = three(world);
  chat = await chatOfTwo(anna, ben, 'Boats');
});
afterEach(() => [anna, ben, cleo].forEach((house) => house.close()));

const lettersTo = async (name: string) => {
  const there = await world
    .podFor(`https://${name}.example/profile/card#me`)
    .list(`https://${name}.example/inbox/`);
  return there.map((url) => String(world.peek(url)));
};
const again = (to: string, letter: string) =>
  world.podFor(cleo.me.id).post(`https://${to}.example/inbox/`, letter, 'text/turtle');
const people = async () => {
  await anna.sync.refresh([chat.split('#')[0]!]);
  return (await chatOf(anna.me, chat)(anna.asking.read)).people.map(({ id }) => id);
};

it('that somebody left does not take them out who came back', async () => {
  await sees(ben, chat);
  await leave(ben, chat);
  await ben.allSent();
  const [letter, ...more] = await lettersTo('anna');
  expect(more).toEqual([]);
  await lives(anna);
  expect(await people()).toEqual([anna.me.id]);
  await invite(anna, chat, ben.me.id);
  await anna.allSent();
  await again('anna', letter!);
  await lives(anna);
  expect(await people()).toEqual([anna.me.id, ben.me.id]);
  expect(await lettersTo('anna')).toEqual([]);
});

it('that asks to be let in is answered once', async () => {
  const { token, endTime: until } = await makeChatLink(anna, chat);
  await anna.allSent();
  await asked(cleo, { chat, owner: anna.me.id, name: 'Anna', title: 'Boats', token, until });
  const [letter] = await lettersTo('anna');
  await lives(anna);
  const answers = (await lettersTo('cleo')).length;
  expect(answers).toBe(1);
  for (let n = 0; n < 5; n++) await again('anna', letter!);
  await lives(anna);
  expect(await lettersTo('cleo')).toHaveLength(answers);
  expect(await lettersTo('anna')).toEqual([]);
});

it('that looks like a chat is not asked for: nobody lets me into my own space', async () => {
  const letter = await again('ben', `<#this> a <http://www.w3.org/ns/pim/meeting#LongChat>.`);
  const link = {
    chat: `${letter}#this`,
    owner: cleo.me.id,
    name: 'Cleo',
    title: 'Boats',
    token: 'abc',
    until: undefined
  };
  await expect(asked(ben, link)).rejects.toThrow(sentences.ownPlace);
  expect(await states(ben)).toEqual([]);
});

it('that a link was not good says nothing of the next one', async () => {
  const ask = async (isGood: boolean) => {
    const { token, endTime: until, ...made } = await makeChatLink(anna, chat);
    if (!isGood) await takeBackLinks(anna, [{ token, endTime: until, ...made }]);
    await anna.allSent();
    await asked(cleo, { chat, owner: anna.me.id, name: 'Anna', title: 'Boats', token, until });
  };
  await ask(false);
  await lives(anna);
  const [refusal, ...more] = await lettersTo('cleo');
  expect(more).toEqual([]);
  await lives(cleo);
  expect(await states(cleo)).toEqual([true]);
  await ask(true);
  await again('cleo', refusal!);
  await lives(cleo);
  expect(await states(cleo)).toEqual([false]);
});

it('of somebody who had not heard who owns the chat now is passed on, and answered once', async () => {
  await invite(anna, chat, cleo.me.id);
  await anna.allSent();
  await joins(cleo);
  await sees(cleo, chat);
  await handOver(anna, chat, ben.me.id);
  await anna.allSent();
  await leave(cleo, chat);
  await cleo.allSent();
  const count = async () => [(await lettersTo('anna')).length, (await lettersTo('ben')).length];
  expect(await count()).toEqual([1, 0]);
  await lives(anna);
  expect(await count()).toEqual([0, 1]);
  const [letter] = await lettersTo('ben');
  await lives(ben);
  expect(await people()).toEqual([ben.me.id, anna.me.id]);
  await expect(world.podFor(cleo.me.id).read(chat.split('#')[0]!)).rejects.toThrow('forbidden');
  for (const name of ['anna', 'ben']) await again(name, letter!);
  for (const house of [anna, ben, anna]) await lives(house);
  expect(await count()).toEqual([0, 0]);
});
