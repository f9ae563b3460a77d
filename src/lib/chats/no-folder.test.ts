import { expect, it } from 'vitest';
import { deleteChat } from './delete-chat.ts';
import { twoWhoTalk, type Stage } from './house.testing.ts';
import { invite } from './invite.ts';

let stage: Stage;
twoWhoTalk((made) => (stage = made));

it.each(['chats/talk.ttl', 'settings/talk.ttl', 'public/index.ttl', 'index.ttl'])(
  'a chat that another app keeps at %s opens and deletes nothing beside it',
  async (path) => {
    const { anna, ben, world, chat } = stage;
    const id = `${anna.me.storage}${path}#this`;
    world.put(
      `${anna.me.storage}${path}`,
      `<${id}> a <http://www.w3.org/ns/pim/meeting#LongChat>; <http://purl.org/dc/elements/1.1/author> <${anna.me.id}>.`
    );
    anna.sent.length = 0;
    await expect(deleteChat(anna, id)).rejects.toThrow('Another app');
    await expect(invite(anna, id, ben.me.id)).rejects.toThrow('Another app');
    expect(anna.sent).toEqual([]);
    expect(world.peek(chat.split('#')[0]!)).toBeDefined();
  }
);
