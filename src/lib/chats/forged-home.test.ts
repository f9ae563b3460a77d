import { expect, it } from 'vitest';
import { iri, quad } from '#lib/rdf/terms.ts';
import { WF } from '#lib/rdf/vocab.ts';
import { deleteMessage } from './delete-message.ts';
import { editMessage } from './edit-message.ts';
import { open, sees, textIn, texts, twoWhoTalk, joins, type Stage } from './house.testing.ts';
import { rootOf } from './places.ts';
import { react } from './react.ts';
import { replyIn } from './reply-in.ts';
import { startChat } from './start-chat.ts';

let stage: Stage;
twoWhoTalk((made) => (stage = made));

// The first in the document, in whatever order a server keeps it.
it.each([
  ['somewhere', () => 'https://aevil.example/x#this'],
  ['beside the chat', () => `${rootOf(stage.chat)}a.ttl#this`],
  ['in the index of the chat', () => `${stage.chat.split('#')[0]}#a`]
])(
  'whoever names a chat %s in a day keeps nobody from answering, changing and deleting there',
  async (_, other) => {
    const { anna, ben, adds, first, chat, other: second } = stage;
    await adds(quad(other(), WF.message, iri(`${first}0`)));
    await sees(anna, chat);
    await replyIn(anna, first, { text: 'With interest' });
    await react(anna, first, '👍');
    await editMessage(anna, first, 'I owe you 6');
    await deleteMessage(anna, second);
    await anna.allSent();
    // What he lists himself is a message without words, at the most.
    const seen = (await sees(ben, chat)).list.filter(({ body }) => body.kind !== 'nothing');
    expect(seen.map(({ body }) => textIn(body))).toEqual(['I owe you 6', 'deleted', 'With interest']);
    expect(seen[0]!.reactions.map(({ emoji }) => emoji)).toEqual(['👍']);
  }
);

it('words meant for one chat do not go to another that is named there', async () => {
  const { anna, ben, adds, first, chat, world } = stage;
  const aaron = open('aaron', world);
  const { chat: other } = await startChat(aaron, { people: [anna.me.id], title: 'Nets' });
  await aaron.allSent();
  expect(await joins(anna)).toEqual([other]);
  await adds(quad(other, WF.message, iri(`${first}0`)));
  await sees(anna, chat);
  await replyIn(anna, first, { text: 'For Ben alone' });
  await anna.allSent();
  expect(await texts(aaron, other)).toEqual([]);
  expect(await texts(ben, chat)).toContain('For Ben alone');
  aaron.close();
});
