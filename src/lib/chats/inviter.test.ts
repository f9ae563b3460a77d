import { afterEach, beforeEach, expect, it } from 'vitest';
import type { TestHouse } from '#lib/people/house.testing.ts';
import { processInbox } from '#lib/people/inbox/process-inbox.ts';
import { memoryWorld, type World } from '#lib/solid/memory-world.ts';
import { open } from './house.testing.ts';
import { invitations } from './invitations.question.ts';
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
  [zoe, ned, mia] = ['zoe', 'ned', 'mia'].map((name) => open(name, world)) as [
    TestHouse,
    TestHouse,
    TestHouse
  ];
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
  return invitations(zoe)(read);
}

const hers = 'https://ned.example/profile/c1/index.ttl#this';

it('names whose space it is, where their own card says so', async () => {
  await startChat(mia, { people: [zoe.me.id], title: 'Boats' });
  await mia.allSent();
  expect(await found()).toMatchObject([{ from: mia.me.id, chat: { title: 'Boats' } }]);
});

it('does not name whom the chat of somebody else calls its author, and does not ask them', async () => {
  puts(hers.split('#')[0]!, `<${hers}> a mee:LongChat; dc:author <${mia.me.id}>; dc:title "Boats".`);
  await letter(hers);
  world.log.length = 0;
  expect(await found()).toMatchObject([{ from: undefined, chat: { title: 'Boats' } }]);
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
  expect(await found()).toEqual([]);
});

it('what is no chat is called so, and nothing can be written there', async () => {
  const id = 'https://ned.example/profile/card#me';
  await read(id);
  const head = await chatOf(zoe.me, id)(read);
  expect([isNoChat(head), whyClosed(head, false)]).toEqual([true, '']);
});
