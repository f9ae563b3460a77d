import { afterEach, beforeEach, expect, it } from 'vitest';
import type { TestHouse } from '#lib/people/house.testing.ts';
import { processInbox } from '#lib/people/inbox/process-inbox.ts';
import { memoryWorld, type World } from '#lib/solid/memory-world.ts';
import { befriend } from '#lib/people/friends/story.testing.ts';
import { invited, three } from './house.testing.ts';
import { join } from './join.ts';
import { lookAt } from './look-at.ts';
import { isNoChat } from './may-write.ts';
import { chat as chatOf } from './chat.question.ts';
import { startChat } from './start-chat.ts';
import { whyClosed } from './why-closed.ts';

let world: World;
let zoe: TestHouse;
let ned: TestHouse;
let mia: TestHouse;
beforeEach(() => {
  world = memoryWorld();
  [zoe, ned, mia] = three(world, ['zoe', 'ned', 'mia']);
});
afterEach(() => [zoe, ned, mia].forEach((house) => house.close()));

const PREFIXES = `@prefix mee: <http://www.w3.org/ns/pim/meeting#>. @prefix dc: <http://purl.org/dc/elements/1.1/>.
  @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#>.`;
/** What Ned puts into his own space, for everybody. */
const puts = (url: string, turtle: string) => world.put(url, `${PREFIXES} ${turtle}`);
const letter = (chat: string) =>
  world
    .podFor(ned.me.id)
    .post(
      'https://zoe.example/inbox/',
      `${PREFIXES} <> a mee:LongChatInvite; rdfs:seeAlso <${chat}>.`,
      'text/turtle'
    );
const read = async (url: string) => {
  await zoe.sync.refresh([url.split('#')[0]!]);
  return zoe.asking.read(url);
};
async function found() {
  await processInbox(zoe);
  return invited(zoe);
}
async function foundAfterALook() {
  for (const each of await found()) await lookAt(zoe, each);
  return found();
}
const asked = (storage: string) =>
  world.log.filter(({ url }) => url.startsWith(storage)).map(({ url }) => url);

const hers = 'https://ned.example/profile/c1/index.ttl#this';

it.each([
  ['rubbish', (n: number) => `<> a <urn:x${n}>.`],
  [
    'invitations to nothing',
    (n: number) => `<> a mee:LongChatInvite; rdfs:seeAlso <https://s${n}.example/x#this>.`
  ]
])('of a friend is not hidden by sixty letters of a stranger: %s', async (_, body) => {
  await befriend(mia, zoe);
  for (let n = 0; n < 60; n++)
    await world.podFor(ned.me.id).post('https://zoe.example/inbox/', `${PREFIXES} ${body(n)}`, 'text/turtle');
  await processInbox(zoe);
  await startChat(mia, { people: [zoe.me.id], title: 'Boats' });
  await mia.allSent();
  for (let look = 0; look < 6; look++) await found();
  expect((await found()).map(({ from, isSigned }) => [from, isSigned])).toContainEqual([mia.me.id, true]);
});

it('names who signed it, where they are a friend', async () => {
  await befriend(mia, zoe);
  await startChat(mia, { people: [zoe.me.id], title: 'Boats' });
  await mia.allSent();
  const seen = { from: mia.me.id, isSigned: true, isLooked: true, chat: { title: 'Boats' } };
  expect(await found()).toMatchObject([seen]);
});

it('that nobody signed, or that was signed for somebody else, names whose space it is and no more', async () => {
  await befriend(mia, zoe);
  const { chat } = await startChat(mia, { people: [zoe.me.id, ned.me.id], title: 'Boats' });
  await mia.allSent();
  const [hers] = (await world.podFor(ned.me.id).list('https://ned.example/inbox/')).slice(-1);
  const copied = String(world.peek(hers!));
  expect(copied).toContain(chat);
  await processInbox(zoe);
  for (const { message } of await invited(zoe)) await world.podFor(zoe.me.id).remove(message);
  await world.podFor(ned.me.id).post('https://zoe.example/inbox/', copied, 'text/turtle');
  const seen = { from: mia.me.id, isSigned: false, isLooked: true, chat: { title: 'Boats' } };
  expect(await found()).toMatchObject([seen]);
  expect(await found()).toHaveLength(1);
});

it('from a server that I do not talk to is not asked for before I look, and may be joined then', async () => {
  const { chat } = await startChat(mia, { people: [zoe.me.id], title: 'Boats' });
  await mia.allSent();
  world.log.length = 0;
  const [invitation, ...more] = await found();
  expect(more).toEqual([]);
  expect(invitation).toMatchObject({ from: undefined, isSigned: false, isLooked: false, chat: { id: chat } });
  expect(asked(mia.me.storage)).toEqual([]);
  // Her card was not read either, so only the place is known, until somebody reads it.
  expect(await foundAfterALook()).toMatchObject([
    { isLooked: true, from: undefined, chat: { title: 'Boats' } }
  ]);
  await read(mia.me.id);
  expect(await found()).toMatchObject([{ isSigned: false, from: mia.me.id }]);
  await join(zoe, (await found())[0]!);
  await zoe.allSent();
  expect(await found()).toEqual([]);
});

it('from strange servers are few, and one of each', async () => {
  for (let n = 0; n < 12; n++) await letter(`https://t${n % 9}.example/c${n}/index.ttl#this`);
  const hosts = (await found()).map(({ chat }) => new URL(chat.id).host);
  expect(hosts).toHaveLength(5);
  expect(new Set(hosts).size).toBe(5);
  expect(world.log.filter(({ url }) => /^https:..t\d/.test(url))).toEqual([]);
});

it('does not name whom the chat of somebody else calls its author, and does not ask them', async () => {
  puts(hers.split('#')[0]!, `<${hers}> a mee:LongChat; dc:author <${mia.me.id}>; dc:title "Boats".`);
  await letter(hers);
  world.log.length = 0;
  expect(await foundAfterALook()).toMatchObject([{ from: undefined, chat: { title: 'Boats' } }]);
  expect(world.log.filter(({ url }) => url.startsWith(mia.me.storage))).toEqual([]);
  // Nor when their card is known.
  await read(mia.me.id);
  expect(await found()).toMatchObject([{ from: undefined }]);
});

it('to something in my own space, or to what is no chat, is none', async () => {
  world.put(
    'https://zoe.example/settings/c.ttl',
    `${PREFIXES} <#this> a mee:LongChat; dc:author <${zoe.me.id}>.`
  );
  puts(
    'https://ned.example/profile/x.ttl',
    `<https://ned.example/profile/x.ttl#this> dc:title "X"; dc:author <${ned.me.id}>.`
  );
  await letter('https://zoe.example/settings/c.ttl#this');
  await letter('https://ned.example/profile/x.ttl#this');
  await letter('javascript:alert(1)');
  expect(await foundAfterALook()).toEqual([]);
});

it('what is no chat is called so, and nothing can be written there', async () => {
  const id = 'https://ned.example/profile/card#me';
  await read(id);
  const head = await chatOf(zoe.me, id)(read);
  expect([isNoChat(head), whyClosed(head, false)]).toEqual([true, '']);
});

it('a chat names nobody as its owner who does not say so too, once it is joined as well', async () => {
  const roles = `<${hers}> <http://www.w3.org/2005/01/wf/flow#participation> <#p>. <#p> <http://www.w3.org/2005/01/wf/flow#participant> <${mia.me.id}>; <http://www.w3.org/2006/vcard/ns#role> "owner".`;
  puts(hers.split('#')[0]!, `<${hers}> a mee:LongChat; dc:author <${mia.me.id}>. ${roles}`);
  const headOf = () => chatOf(zoe.me, hers)(read);
  expect(await headOf()).toMatchObject({ host: undefined, owner: undefined, moderators: [] });
  // Where it is his, it is his to say.
  puts(hers.split('#')[0]!, `<${hers}> a mee:LongChat; dc:author <${mia.me.id}>, <${ned.me.id}>.`);
  expect(await headOf()).toMatchObject({ host: ned.me.id, owner: ned.me.id });
  puts(hers.split('#')[0]!, `<${hers}> a mee:LongChat; dc:author <${ned.me.id}>. ${roles}`);
  expect(await headOf()).toMatchObject({ host: ned.me.id, owner: mia.me.id });
});
