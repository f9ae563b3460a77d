import { afterEach, beforeEach, expect, it } from 'vitest';
import type { TestHouse } from '#lib/people/house.testing.ts';
import { momentAt } from '#lib/people/moment.ts';
import { iri, quad } from '#lib/rdf/terms.ts';
import { memoryWorld, type World } from '#lib/solid/memory-world.ts';
import { joins, open, sees, texts, three } from './house.testing.ts';
import { dayOf } from './places.ts';
import { send } from './send.ts';
import { startChat } from './start-chat.ts';

// Whoever made the chat has said nothing: nobody else may write in its index which day is the newest.
const DAY = 86_400_000;
let world: World;
let anna: TestHouse;
let ben: TestHouse;
let cleo: TestHouse;
const opened: TestHouse[] = [];
const ago = (days: number) => momentAt(new Date(Date.now() - days * DAY));
const everybodySees = async (chat: string) => {
  const fresh = open('ben', world);
  opened.push(fresh);
  return Promise.all([anna, ben, cleo, fresh].map((house) => texts(house, chat)));
};
beforeEach(() => {
  world = memoryWorld();
  [anna, ben, cleo] = three(world);
  opened.push(anna, ben, cleo);
});
afterEach(() => opened.splice(0).forEach((house) => house.close()));

async function club(made = ago(0)): Promise<string> {
  const people = [ben.me.id, cleo.me.id];
  const { chat } = await startChat(anna, { people, title: 'Club' }, made);
  await anna.allSent();
  for (const house of [ben, cleo]) {
    await joins(house);
    await sees(house, chat);
  }
  return chat;
}
const says = async (house: TestHouse, chat: string, text: string, at = ago(0)) => {
  await sees(house, chat);
  await send(house, chat, { text }, at);
  await house.allSent();
};

it('what members said on other days is found by everybody', async () => {
  const chat = await club(ago(20));
  await says(ben, chat, 'On the first day', ago(20));
  await says(cleo, chat, 'On another', ago(9));
  await says(ben, chat, 'Last week', ago(7));
  await says(cleo, chat, 'Yesterday', ago(1));
  const all = ['On the first day', 'On another', 'Last week', 'Yesterday'];
  expect(await everybodySees(chat)).toEqual([all, all, all, all]);
  await says(anna, chat, 'At last');
  expect(await everybodySees(chat)).toEqual(Array(4).fill([...all, 'At last']));
});

it('also where somebody has begun the day with anything but words', async () => {
  const chat = await club();
  const day = dayOf(chat, new Date());
  const junk = { insert: [quad(`${day}#a`, `${day}#b`, iri(`${day}#c`))], delete: [] };
  await world.podFor(cleo.me.id).patch(day, junk);
  await says(ben, chat, 'First words');
  await says(ben, chat, 'Second words');
  expect(await everybodySees(chat)).toEqual(Array(4).fill(['First words', 'Second words']));
});

it('and where that was the first day of all', async () => {
  const chat = await club(ago(3));
  const first = dayOf(chat, ago(3).at);
  const junk = { insert: [quad(`${first}#a`, `${first}#b`, iri(`${first}#c`))], delete: [] };
  await world.podFor(cleo.me.id).patch(first, junk);
  await says(ben, chat, 'On that day', ago(3));
  await says(ben, chat, 'Later', ago(2));
  expect(await everybodySees(chat)).toEqual(Array(4).fill(['On that day', 'Later']));
});
