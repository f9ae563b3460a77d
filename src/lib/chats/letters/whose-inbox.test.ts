import { afterEach, beforeEach, expect, it } from 'vitest';
import type { TestHouse } from '#lib/people/house.testing.ts';
import { request } from '#lib/people/friends/request.ts';
import { memoryWorld, type World } from '#lib/solid/memory-world.ts';
import { open } from '../house.testing.ts';
import { startChat } from '../start-chat.ts';

let world: World;
let anna: TestHouse;
let ben: TestHouse;
beforeEach(() => {
  world = memoryWorld();
  [anna, ben] = [open('anna', world), open('ben', world)];
});
afterEach(() => [anna, ben].forEach((house) => house.close()));

// Many live on one server, and what I post lands wherever I may write.
it.each([
  ['a folder of mine', '<https://one.example/ben/>', 'https://one.example/anna/public/'],
  [
    'a folder of mine, in a space that they call theirs',
    '<https://one.example/ben/>, <https://anna.example/>',
    'https://anna.example/public/'
  ],
  ['a folder of somebody else', '<https://one.example/ben/>', 'https://one.example/cleo/public/']
])('nobody who calls %s their inbox has me write there', async (_, storages, inbox) => {
  const id = 'https://one.example/ben/profile/card#me';
  world.addSpace('https://one.example/ben/', 'Ben');
  world.put(
    'https://one.example/ben/profile/card',
    `<#me> <http://www.w3.org/ns/pim/space#storage> ${storages}; <http://www.w3.org/ns/ldp#inbox> <${inbox}>.`
  );
  await startChat(anna, { people: [id], title: 'Very secret name' });
  await request(anna, id);
  // What is tried counts, not what a server says to it.
  await anna.allSent().catch(() => undefined);
  expect(anna.sent.filter(({ verb }) => verb === 'post')).toEqual([]);
});

it('whoever has an inbox of their own gets their letters', async () => {
  await startChat(anna, { people: [ben.me.id], title: 'Boats' });
  await request(anna, ben.me.id);
  await anna.allSent();
  const posts = anna.sent.filter(({ verb }) => verb === 'post').map(({ url }) => url);
  expect(posts).toEqual(['https://ben.example/inbox/', 'https://ben.example/inbox/']);
});
