import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { World } from '#lib/solid/memory-world.ts';
import { editProfile } from './edit-profile.ts';
import { accept } from './friends/accept.ts';
import { checkFriends } from './friends/check-friends.ts';
import { decline } from './friends/decline.ts';
import { endFriendship } from './friends/end-friendship.ts';
import { showFriends } from './friends/public-friends.ts';
import { request } from './friends/request.ts';
import { withdraw } from './friends/withdraw.ts';
import { testHouse, world as newWorld, type TestHouse } from './house.testing.ts';
import { processInbox } from './inbox/process-inbox.ts';
import { createInvite } from './invites/create-invite.ts';
import { withdrawInvite } from './invites/withdraw-invite.ts';
import { plan } from './setup/plan.ts';
import { prepare } from './setup/prepare.ts';
import { expectSent } from './wire.testing.ts';

const a = 'https://anna.example/';
const b = 'https://bob.example/';
const at = (time: string, ulid: string) => ({ at: new Date(`2026-11-21T${time}Z`), ulid });
const first = at('09:00:00', '01KAJ8000000000000000ANNA1');
const heard = at('09:30:00', '01KAJ88000000000000000BOB0');
const second = at('10:00:00', '01KAJ90000000000000000BOB1');
const third = at('11:00:00', '01KAJA000000000000000ANNA2');
const token = 'dGhpcyBpcyBub3QgcmFuZG9t';
const annas = `${a}social/r${first.ulid.toLowerCase()}/`;
const bobs = `${b}social/r${second.ulid.toLowerCase()}/`;

let world: World;
let anna: TestHouse;
let bob: TestHouse;
beforeEach(() => {
  world = newWorld();
  [anna, bob] = [testHouse('anna', world), testHouse('bob', world)];
});
afterEach(() => [anna, bob].forEach((house) => house.close()));

const asked = async () => {
  await request(anna, bob.me.id, {}, first);
  await anna.allSent();
  await processInbox(bob, { now: () => heard });
  await bob.allSent();
  forget();
};
const areFriends = async () => {
  await asked();
  await accept(bob, anna.me.id, second);
  await bob.allSent();
  await processInbox(anna);
  await checkFriends(anna);
  await anna.allSent();
  forget();
};
const forget = () => [anna, bob].forEach((house) => house.sent.splice(0));
const onlyWith = (me: string, other: string) => ({
  access: { owner: [me], everyone: [], signedIn: [], people: { [other]: ['read'] } }
});

describe('what leaves the house', () => {
  it('request', async () => {
    await request(anna, bob.me.id, { token }, first);
    await anna.allSent();
    expect(anna.sent.find((one) => one.url === annas)).toMatchObject(onlyWith(anna.me.id, bob.me.id));
    await expectSent(anna, [
      ['setAccess', annas],
      ['patch', `${a}settings/subscriptions.ttl`, 'request.records'],
      ['create', `${annas}relationship.ttl`, 'request.relationship'],
      ['post', `${b}inbox/`, 'request.message']
    ]);
  });

  it('accept', async () => {
    await asked();
    await accept(bob, anna.me.id, second);
    await bob.allSent();
    expect(bob.sent.find((one) => one.url === `${b}social/friends/`)).toMatchObject(
      onlyWith(bob.me.id, anna.me.id)
    );
    await expectSent(bob, [
      ['setAccess', bobs],
      ['setAccess', `${b}social/friends/`],
      ['patch', `${b}settings/subscriptions.ttl`, 'accept.records'],
      ['create', `${bobs}relationship.ttl`, 'accept.relationship'],
      ['post', `${a}inbox/`, 'accept.message']
    ]);
  });

  it('decline', async () => {
    await asked();
    await decline(bob, anna.me.id, second);
    await expectSent(bob, [
      ['setAccess', bobs],
      ['patch', `${b}settings/subscriptions.ttl`, 'decline.records'],
      ['create', `${bobs}relationship.ttl`, 'decline.relationship'],
      ['post', `${a}inbox/`, 'decline.message']
    ]);
  });

  it('withdraw', async () => {
    await asked();
    await withdraw(anna, bob.me.id, third);
    await expectSent(anna, [
      ['patch', `${annas}relationship.ttl`, 'withdraw.relationship'],
      ['post', `${b}inbox/`, 'withdraw.message']
    ]);
  });

  it('endFriendship', async () => {
    await areFriends();
    await endFriendship(anna, bob.me.id, third);
    await anna.allSent();
    expect(anna.sent[0]).toMatchObject({ access: { people: {} } });
    await expectSent(anna, [
      ['setAccess', `${a}social/friends/`],
      ['patch', `${annas}relationship.ttl`, 'end.relationship'],
      ['patch', `${a}settings/subscriptions.ttl`, 'end.records'],
      ['post', `${b}inbox/`, 'end.message']
    ]);
  });

  it('processInbox and checkFriends, when an answer comes', async () => {
    await asked();
    await accept(bob, anna.me.id, second);
    await bob.allSent();
    const [message] = await world.podFor(anna.me.id).list(`${a}inbox/`);
    await processInbox(anna);
    await checkFriends(anna);
    await expectSent(anna, [
      ['patch', `${a}settings/subscriptions.ttl`, 'answered.target'],
      ['setAccess', `${a}social/friends/`],
      ['patch', `${a}settings/subscriptions.ttl`, 'answered.records'],
      ['remove', message!]
    ]);
  });

  it('showFriends', async () => {
    await areFriends();
    await showFriends(anna, true);
    await expectSent(anna, [
      ['patch', `${a}settings/subscriptions.ttl`, 'show-friends.records'],
      ['patch', `${a}profile/card`, 'show-friends.card']
    ]);
  });

  it('createInvite and withdrawInvite', async () => {
    const { id } = await createInvite(anna, first, token);
    await expectSent(anna, [['patch', `${a}settings/invites.ttl`, 'invite']]);
    await withdrawInvite(anna, id);
    await expectSent(anna, [['patch', `${a}settings/invites.ttl`, 'withdraw-invite']]);
  });

  it('an invitation is used up', async () => {
    await createInvite(anna, third, token);
    await request(bob, anna.me.id, { token }, second);
    await Promise.all([anna.allSent(), bob.allSent()]);
    forget();
    await processInbox(anna);
    await anna.allSent();
    anna.sent.splice(
      0,
      anna.sent.length,
      ...anna.sent.filter((one) => one.url === `${a}settings/invites.ttl`)
    );
    await expectSent(anna, [['patch', `${a}settings/invites.ttl`, 'take-invite']]);
  });

  it('editProfile', async () => {
    const picture = new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xe0])], { type: 'image/jpeg' });
    await editProfile(anna, { name: 'Anna Weber', about: 'Soup and long walks.', picture }, first);
    const face = `${a}public/pictures/p${first.ulid.toLowerCase()}.jpg`;
    await anna.allSent();
    expect(anna.sent[0]).toMatchObject({ access: { everyone: ['read'] } });
    await expectSent(anna, [
      ['setAccess', `${a}public/pictures/`],
      ['create', face],
      ['patch', `${a}profile/card`, 'edit-profile']
    ]);
    await editProfile(anna, { about: '', picture: null }, third);
    await expectSent(anna, [
      ['patch', `${a}profile/card`, 'edit-profile.emptied'],
      ['remove', face]
    ]);
    expect(await editProfile(anna, { name: 'Anna Weber' }, third)).toEqual([]);
  });

  it('prepare, and a friend in the address book', async () => {
    world.put(`${a}profile/card`, `<#me> a <http://xmlns.com/foaf/0.1/Person>.`);
    await prepare(anna, await plan(anna, { name: 'Anna' }, first.at), () => undefined);
    anna.sent.splice(0, anna.sent.length, ...anna.sent.filter((one) => one.verb !== 'setAccess'));
    await expectSent(anna, [
      ['create', `${a}settings/prefs.ttl`, 'prepare.preferences'],
      ['create', `${a}settings/subscriptions.ttl`, 'prepare.subscriptions'],
      ['create', `${a}settings/invites.ttl`, 'prepare.invites'],
      ['create', `${a}contacts/Group/Friends.ttl`, 'prepare.group'],
      ['create', `${a}contacts/groups.ttl`, 'prepare.groups'],
      ['create', `${a}contacts/index.ttl`, 'prepare.book'],
      ['create', `${a}settings/publicTypeIndex.ttl`, 'prepare.public-index'],
      ['create', `${a}settings/privateTypeIndex.ttl`, 'prepare.private-index'],
      ['patch', `${a}settings/privateTypeIndex.ttl`, 'prepare.private-index.lines'],
      ['patch', `${a}settings/publicTypeIndex.ttl`, 'prepare.public-index.lines'],
      ['patch', `${a}settings/prefs.ttl`, 'prepare.preferences.lines'],
      ['patch', `${a}profile/card`, 'prepare.card']
    ]);
    await request(anna, bob.me.id, {}, first);
    await anna.allSent();
    await processInbox(bob);
    await accept(bob, anna.me.id, second);
    await bob.allSent();
    forget();
    await processInbox(anna);
    await checkFriends(anna);
    await anna.allSent();
    const inBook = anna.sent.filter((one) => one.url.startsWith(`${a}contacts/`));
    anna.sent.splice(0, anna.sent.length, ...inBook);
    const person = inBook.find((one) => one.verb === 'create')!.url;
    await expectSent(anna, [
      ['create', person, 'contact.person'],
      ['patch', `${a}contacts/people.ttl`, 'contact.people'],
      ['patch', `${a}contacts/Group/Friends.ttl`, 'contact.group']
    ]);
    await endFriendship(anna, bob.me.id, third);
    await anna.allSent();
    anna.sent.splice(0, anna.sent.length, ...anna.sent.filter((one) => one.url.startsWith(`${a}contacts/`)));
    await expectSent(anna, [['patch', `${a}contacts/Group/Friends.ttl`, 'contact.leaves']]);
  });
});
