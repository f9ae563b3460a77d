import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { TestHouse } from '#lib/people/house.testing.ts';
import { momentAt, type Moment } from '#lib/people/moment.ts';
import { sameGraph } from '#lib/rdf/isomorphic.ts';
import { parseTurtle } from '#lib/rdf/turtle.ts';
import { SOLID } from '#lib/rdf/vocab.ts';
import { memoryWorld, type World } from '#lib/solid/memory-world.ts';
import { deleteChat } from './delete-chat.ts';
import { deleteMessage } from './delete-message.ts';
import { editMessage } from './edit-message.ts';
import { joins, open, sees } from './house.testing.ts';
import { handOver } from './hand-over.ts';
import { invite } from './invite.ts';
import { answerLetters } from './letters/answer-letters.ts';
import { askIn } from './letters/ask-in.ts';
import { chatLinks } from './links/chat-links.question.ts';
import { makeChatLink } from './links/make-chat-link.ts';
import { takeBackLinks } from './links/take-back-links.ts';
import { processInbox } from '#lib/people/inbox/process-inbox.ts';
import { archive, clearForMe, markRead, mute, pin, showCleared } from './kept.ts';
import { publicKeyIn } from './keys.question.ts';
import { leave } from './leave.ts';
import { react, unreact } from './react.ts';
import { remove } from './remove.ts';
import { markerFolder, markerIn } from './reading/marker-place.ts';
import { shareReading } from './reading/share-reading.ts';
import { showRead } from './reading/show-read.ts';
import { rename } from './rename.ts';
import { replyIn } from './reply-in.ts';
import { send } from './send.ts';
import { setPicture } from './set-picture.ts';
import { setRole } from './set-role.ts';
import { publicKeyOf } from './signature.ts';
import { privateKeyIn } from './signing-key.ts';
import { startChat } from './start-chat.ts';

/** The n-th minute; names that can be told apart. */
const minute = (n: number): Moment => ({
  ...momentAt(new Date(Date.UTC(2026, 10, 21, 9, n))),
  ulid: `01KAJ9Z7V0CHAT00000000000${n}`
});

let world: World;
let anna: TestHouse;
let chat: string;
let day: string;
/** Another person at home; closed after the test. */
let guest: TestHouse | undefined;
const ben = 'https://ben.example/profile/card#me';
const cleo = 'https://cleo.example/profile/card#me';
beforeEach(async () => {
  world = memoryWorld();
  anna = open('anna', world);
  for (const name of ['ben', 'cleo']) world.addSpace(`https://${name}.example/`, name);
  const key = '1'.repeat(64);
  world.put(privateKeyIn(anna.me.storage), `<${anna.me.id}> <${SOLID.privateKey}> "${key}".`);
  world.put(publicKeyIn(anna.me.storage), `<${anna.me.id}> <${SOLID.publicKey}> "${publicKeyOf(key)}".`);
  ({ chat } = await startChat(anna, { people: [ben], title: 'Boats' }, minute(0)));
  day = `${chat.replace('index.ttl#this', '')}2026/11/21/chat.ttl`;
});
afterEach(() => {
  anna.close();
  guest?.close();
  guest = undefined;
});

/** Both clauses of a patch; a whole document is one that only inserts. Signatures differ each time. */
function sides(body: string, base: string) {
  const plain = body.replace(/"[0-9a-f]{128}"/g, '"SIGNATURE"');
  if (!plain.includes('InsertDeletePatch')) return { inserts: parseTurtle(plain, base), deletes: [] };
  const prefixes = plain.match(/^@prefix .*$/gm)?.join('\n') ?? '';
  const clause = (name: string) =>
    parseTurtle(
      `${prefixes}\n${new RegExp(`(?:solid:|/terms#)${name}>?\\s*\\{([^}]*)\\}`).exec(plain)?.[1] ?? ''}`,
      base
    );
  return { inserts: clause('inserts'), deletes: clause('deletes') };
}

/** The last thing that was sent there is what the fixture says. */
async function expectSent(url: string, name: string, house = anna) {
  await house.allSent();
  const sent = house.sent.filter((one) => one.url === url && one.body !== undefined).at(-1);
  const file = new URL(`./wire/${name}`, import.meta.url);
  if (!existsSync(file)) throw new Error(`There is no fixture ${name} for\n${String(sent?.body)}`);
  const base = url.endsWith('/') ? `${url}message` : url;
  const [is, should] = [sides(String(sent!.body), base), sides(readFileSync(file, 'utf8'), base)];
  for (const part of ['inserts', 'deletes'] as const)
    expect(sameGraph(is[part], should[part]), `${name} ${part}\n${String(sent!.body)}`).toBe(true);
  expect(is.inserts.length + is.deletes.length).toBeGreaterThan(0);
}

it('start', async () => {
  await expectSent(chat.replace('#this', ''), 'start.index.ttl');
  await expectSent('https://ben.example/inbox/', 'start.message.ttl');
  await expectSent(`${anna.me.storage}settings/privateTypeIndex.ttl`, 'start.type-index.n3');
});

it('send, edit, react, take back, reply, delete', async () => {
  const { message } = await send(anna, chat, { text: 'Soup is on the stove.' }, minute(1));
  await expectSent(day, 'send.day.n3');
  await expectSent(chat.replace('#this', ''), 'send.index.n3');
  await editMessage(anna, message, 'Soup is ready.', minute(2));
  await expectSent(day, 'edit.day.n3');
  await react(anna, message, '❤️', minute(3));
  await expectSent(day, 'react.day.n3');
  await unreact(anna, `${message}-r${minute(3).ulid}`, minute(4));
  await expectSent(day, 'unreact.day.n3');
  await replyIn(anna, message, { text: 'With bread.' }, minute(5));
  await expectSent(day, 'reply.day.n3');
  await deleteMessage(anna, message, minute(6));
  await expectSent(day, 'delete.day.n3');
});

it('invite, give a role, remove, rename', async () => {
  const index = chat.replace('#this', '');
  await invite(anna, chat, cleo, 'member', minute(1));
  await expectSent(index, 'invite.index.n3');
  await setRole(anna, chat, cleo, 'moderator', minute(2));
  await expectSent(index, 'set-role.index.n3');
  await remove(anna, chat, cleo, {}, minute(3));
  await expectSent(index, 'remove.index.n3');
  await rename(anna, chat, 'Boats and nets', minute(4));
  await expectSent(index, 'rename.index.n3');
});

it('read, pin, mute, archive, clear for me', async () => {
  const settings = `${anna.me.storage}settings/chats.ttl`;
  await markRead(anna, chat, minute(1).at, minute(1));
  await expectSent(settings, 'read.settings.n3');
  await pin(anna, chat, true, minute(2));
  await expectSent(settings, 'pin.settings.n3');
  await mute(anna, chat, true, minute(3));
  await expectSent(settings, 'mute.settings.n3');
  await archive(anna, chat, true, minute(4));
  await expectSent(settings, 'archive.settings.n3');
  await clearForMe(anna, chat, minute(5));
  await expectSent(settings, 'clear.settings.n3');
  await showCleared(anna, chat, undefined, minute(5));
  await expectSent(settings, 'show-cleared.settings.n3');
  await pin(anna, chat, false, minute(6));
  await expectSent(settings, 'unpin.settings.n3');
});

it('shows how far one has read, and no longer', async () => {
  const folder = await markerFolder(anna.me.storage, chat);
  await markRead(anna, chat, minute(1).at, minute(1));
  await shareReading(anna, chat, true);
  await expectSent(markerIn(folder), 'show-read.marker.n3');
  await showRead(anna, chat, minute(2).at, 0);
  await expectSent(markerIn(folder), 'read-on.marker.n3');
  await shareReading(anna, chat, false);
  await anna.allSent();
  const there = anna.sent.filter(({ url }) => url.startsWith(folder)).map(({ verb, url }) => [verb, url]);
  expect(there).toEqual([
    ['setAccess', folder],
    ['patch', markerIn(folder)],
    ['patch', markerIn(folder)],
    ['remove', markerIn(folder)],
    ['remove', folder]
  ]);
});

it('a guest joins, answers with an emoji, takes it back, leaves', async () => {
  const { message } = await send(anna, chat, { text: 'Soup is on the stove.' }, minute(1));
  await anna.allSent();
  guest = open('ben', world);
  const index = `${guest.me.storage}settings/privateTypeIndex.ttl`;
  expect(await joins(guest, minute(2))).toEqual([chat]);
  await expectSent(index, 'join.type-index.n3', guest);
  await sees(guest, chat);
  await react(guest, message, '❤️', minute(3));
  await unreact(guest, `${message}-r${minute(3).ulid}`, minute(4));
  await expectSent(day, 'unreact-as-member.day.n3', guest);
  await pin(guest, chat, true, minute(5));
  await guest.allSent();
  await leave(guest, chat, minute(6));
  await expectSent('https://anna.example/inbox/', 'leave.message.ttl', guest);
  await expectSent(index, 'leave.type-index.n3', guest);
  await expectSent(`${guest.me.storage}settings/chats.ttl`, 'leave.settings.n3', guest);
});

it('delete for everybody: closed to others first, then what lies deepest, and the folder last', async () => {
  await send(anna, chat, { text: 'Soup is on the stove.' }, minute(1));
  await pin(anna, chat, true, minute(2));
  await anna.allSent();
  anna.sent.length = 0;
  await deleteChat(anna, chat);
  await expectSent(`${anna.me.storage}settings/privateTypeIndex.ttl`, 'delete-chat.type-index.n3');
  await expectSent(`${anna.me.storage}settings/chats.ttl`, 'delete-chat.settings.n3');
  const root = chat.replace('index.ttl#this', '');
  const there = anna.sent.filter(({ url }) => url.startsWith(root));
  const went = there.slice(2).map(({ verb, url }) => `${verb} ${url.slice(root.length)}`);
  expect([...went].sort()).toEqual([
    'remove ',
    'remove 2026/',
    'remove 2026/11/',
    'remove 2026/11/21/',
    'remove 2026/11/21/chat.ttl',
    'remove index.ttl'
  ]);
  for (const [n, folder] of went.entries())
    expect(went.slice(n + 1).filter((later) => later.startsWith(folder))).toEqual([]);
  // The index has a rule of its own: it must not stay readable while the rest goes.
  const closed = there.slice(0, 2).sort((a, b) => (a.url < b.url ? -1 : 1));
  expect(closed.map(({ verb, url }) => `${verb} ${url.slice(root.length)}`)).toEqual([
    'setAccess ',
    'setAccess index.ttl'
  ]);
  for (const { access } of closed)
    expect([access!.people, access!.everyone, access!.signedIn]).toEqual([{}, [], []]);
});

it('a link: made, used, taken back, refused', async () => {
  const invites = `${anna.me.storage}settings/invites.ttl`;
  const made = await makeChatLink(anna, chat, minute(1), 'aCodeThatNobodyGuesses00');
  await expectSent(invites, 'link.invites.n3');
  guest = open('cleo', world);
  const key = '2'.repeat(64);
  world.put(privateKeyIn(guest.me.storage), `<${guest.me.id}> <${SOLID.privateKey}> "${key}".`);
  world.put(publicKeyIn(guest.me.storage), `<${guest.me.id}> <${SOLID.publicKey}> "${publicKeyOf(key)}".`);
  const { token, endTime: until } = made;
  await askIn(guest, { chat, owner: anna.me.id, name: 'Anna', title: 'Boats', token, until }, minute(2));
  await expectSent('https://anna.example/inbox/', 'ask.message.ttl', guest);
  await expectSent(`${guest.me.storage}settings/chats.ttl`, 'ask.settings.n3', guest);
  await takeBackLinks(anna, await chatLinks(anna.me, chat)(anna.asking.read), minute(3));
  await expectSent(invites, 'unlink.invites.n3');
  await processInbox(anna);
  await answerLetters(anna, { now: () => minute(4) });
  await expectSent('https://cleo.example/inbox/', 'refuse.message.ttl');
});

it('hand over, and a picture', async () => {
  const index = chat.replace('#this', '');
  const picture = new Blob([new Uint8Array([1])], { type: 'image/webp' });
  await setPicture(anna, chat, picture, minute(1));
  await expectSent(index, 'picture.index.n3');
  await setPicture(anna, chat, null, minute(2));
  await expectSent(index, 'no-picture.index.n3');
  expect(anna.sent.filter(({ url }) => url.includes('/picture-')).map(({ verb }) => verb)).toEqual([
    'create',
    'remove'
  ]);
  await handOver(anna, chat, ben, minute(3));
  await expectSent(index, 'hand-over.index.n3');
  const rules = anna.sent.filter(({ verb, url }) => verb === 'setAccess' && index.startsWith(url));
  expect(rules.slice(-2).map(({ access }) => access!.owner)).toEqual([
    [anna.me.id, ben],
    [anna.me.id, ben]
  ]);
});
