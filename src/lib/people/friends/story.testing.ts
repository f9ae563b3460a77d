import { afterEach, beforeEach, expect } from 'vitest';
import type { World } from '#lib/solid/memory-world.ts';
import { testHouse, world as newWorld, type TestHouse } from '../house.testing.ts';
import { processInbox } from '../inbox/process-inbox.ts';
import { spaceOf } from '../space.ts';
import { accept } from './accept.ts';
import { checkFriends } from './check-friends.ts';
import { friends } from './friends.question.ts';
import { request } from './request.ts';

export const stands = async (house: TestHouse, other: TestHouse) => {
  const found = (await friends(house.me)(house.asking.read)).find((friend) => friend.id === other.me.id);
  return found && (found.by ? `${found.state} by ${found.by}` : found.state);
};
/** One person's device wakes up: inbox first, then what friends' spaces say. */
export const wakes = async (house: TestHouse) => {
  await house.allSent();
  const report = await processInbox(house);
  await checkFriends(house, Date.now() + 48 * 3_600_000);
  await house.allSent();
  return report;
};
export const readersOf = async (house: TestHouse) =>
  Object.keys((await house.world.podFor(house.me.id).access(spaceOf(house.me).friendsFolder)).people);
export const friendsOf = (house: TestHouse, ...others: TestHouse[]) =>
  expect(readersOf(house)).resolves.toEqual(others.map((other) => other.me.id).sort());
export const inboxOf = (house: TestHouse) => house.world.podFor(house.me.id).list(spaceOf(house.me).inbox);

export async function befriend(one: TestHouse, other: TestHouse) {
  await request(one, other.me.id);
  await wakes(one);
  await wakes(other);
  await accept(other, one.me.id);
  await wakes(other);
  await wakes(one);
}

/** Alice, Bob and Carol at home, anew for every test; `open` is another device of one of them. */
export function threePeople(
  into: (stage: { world: World; alice: TestHouse; bob: TestHouse; carol: TestHouse }) => void
): (name: string) => TestHouse {
  const opened: TestHouse[] = [];
  let world: World;
  const open = (name: string) => {
    const house = testHouse(name, world);
    opened.push(house);
    return house;
  };
  beforeEach(() => {
    world = newWorld();
    into({ world, alice: open('alice'), bob: open('bob'), carol: open('carol') });
  });
  afterEach(() => opened.splice(0).forEach((house) => house.close()));
  return open;
}
