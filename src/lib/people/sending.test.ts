import { afterEach, beforeEach, expect, it } from 'vitest';
import { editProfile } from './edit-profile.ts';
import { request } from './friends/request.ts';
import { testHouse, world, type TestHouse } from './house.testing.ts';
import { createInvite } from './invites/create-invite.ts';
import { refusal } from './refusal.ts';
import { sendingOf, speaksOf } from './sending.ts';

let anna: TestHouse;
let bob: TestHouse;
beforeEach(() => {
  const shared = world();
  anna = testHouse('anna', shared);
  bob = testHouse('bob', shared);
});
afterEach(() => [anna, bob].forEach((house) => house.close()));

const about = async (address: string) =>
  sendingOf(await anna.sync.outbox(), (entry) => speaksOf(entry, address));
const refuse = () => (anna.world.sky = ({ verb }) => (verb === 'read' ? 'fair' : 'forbidden'));

it('knows a request to a friend while it waits, and when it is refused', async () => {
  anna.world.sky = ({ verb }) => (verb === 'read' ? 'fair' : 'offline');
  await request(anna, bob.me.id);
  expect(await about(bob.me.id)).toMatchObject({ state: 'waiting' });
  expect(await about('https://cem.example/profile/card#me')).toBeUndefined();
  refuse();
  anna.sync.wake();
  await expect
    .poll(async () => (await about(bob.me.id))?.stopped?.kind, { timeout: 5_000 })
    .toBe('forbidden');
  anna.world.sky = () => 'fair';
  const stopped = (await anna.sync.outbox()).filter(({ problem }) => problem);
  for (const { id } of stopped) await anna.sync.retry(id);
  await expect.poll(() => about(bob.me.id), { timeout: 5_000 }).toBeUndefined();
});

it('knows an invitation and a change of the profile', async () => {
  refuse();
  const { id } = await createInvite(anna);
  await expect.poll(async () => (await about(id))?.state, { timeout: 5_000 }).toBe('refused');
  await editProfile(anna, { about: 'New words' });
  await expect.poll(async () => (await about(anna.me.id))?.state, { timeout: 5_000 }).toBe('refused');
});

it('says why in words, whose space it is, and never nothing', () => {
  expect(refusal('full').title).toBe('Your space is full.');
  expect(refusal('full', 'Boris')).toEqual({
    title: 'Boris’ space is full.',
    text: 'Boris has to make room in it. Try again later.'
  });
  for (const kind of ['forbidden', 'conflict', 'gone', 'missing', 'refused', 'unsafe', 'never heard of'])
    expect(Object.values(refusal(kind, 'Anna')).join(' ')).not.toContain('{');
});
