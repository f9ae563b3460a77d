import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestHouse } from '#lib/people/house.testing.ts';
import { processInbox } from '#lib/people/inbox/process-inbox.ts';
import type { Invite } from '#lib/people/invite.shape.ts';
import { momentAt } from '#lib/people/moment.ts';
import { write } from '#lib/rdf/shape.ts';
import { writeTurtle } from '#lib/rdf/turtle.ts';
import { memoryWorld, type World } from '#lib/solid/memory-world.ts';
import { chat as chatOf } from '../chat.question.ts';
import { chatOfTwo, open, sees, texts, three } from '../house.testing.ts';
import { handOver } from '../hand-over.ts';
import { leave } from '../leave.ts';
import { chatLink, readChatLink, type ChatLink } from '../links/chat-link.rules.ts';
import { makeChatLink } from '../links/make-chat-link.ts';
import { takeBackLinks } from '../links/take-back-links.ts';
import { myChats } from '../my-chats.question.ts';
import { remove } from '../remove.ts';
import { send } from '../send.ts';
import { sign, newPrivateKey } from '../signature.ts';
import { setRole } from '../set-role.ts';
import { answerLetters } from './answer-letters.ts';
import { codeProof } from './code-proof.ts';
import { asked, lives, states } from './letters.testing.ts';
import { joinLetter, leaveLetter, refusalLetter } from './letter.shape.ts';
import { signedLetter } from './letter-signature.ts';

let world: World;
let anna: TestHouse;
let ben: TestHouse;
let cleo: TestHouse;
let chat: string;
beforeEach(async () => {
  world = memoryWorld();
  [anna, ben, cleo] = three(world);
  chat = await chatOfTwo(anna, ben, 'Boats');
});
afterEach(() => [anna, ben, cleo].forEach((house) => house.close()));

const linkOf = ({ token, endTime }: Invite): ChatLink => ({
  chat,
  owner: anna.me.id,
  name: 'Anna',
  title: 'Boats',
  token,
  until: endTime
});
const linkTo = async () => {
  const made = await makeChatLink(anna, chat);
  await anna.allSent();
  return made;
};
const peopleIn = async (house: TestHouse) => {
  await house.sync.refresh([chat.split('#')[0]!]);
  return (await chatOf(house.me, chat)(house.asking.read)).people.map(({ id }) => id);
};
const inboxOf = async (name: string) =>
  world.podFor(`https://${name}.example/profile/card#me`).list(`https://${name}.example/inbox/`);

describe('a link into a chat', () => {
  it('lets in whoever asks with it, and their chat opens by itself', async () => {
    const link = linkOf(await linkTo());
    await send(anna, chat, { text: 'Soup is on the stove.' });
    await anna.allSent();
    await asked(cleo, link);
    expect(await states(cleo)).toEqual([false]);
    await lives(anna);
    expect(await peopleIn(anna)).toEqual([anna.me.id, ben.me.id, cleo.me.id]);
    await lives(cleo);
    expect(await myChats(cleo.me)(cleo.asking.read)).toContain(chat);
    expect(await states(cleo)).toEqual([]);
    expect(await texts(cleo, chat)).toEqual(['Soup is on the stove.']);
    expect([await inboxOf('anna'), await inboxOf('cleo')]).toEqual([[], []]);
  });

  it('may be used by many', async () => {
    const link = linkOf(await linkTo());
    const guests = ['dora', 'emil', 'finn'].map((name) => open(name, world));
    for (const guest of guests) await asked(guest, link);
    await lives(anna);
    expect(await peopleIn(anna)).toHaveLength(5);
    for (const guest of guests) {
      await lives(guest);
      expect(await texts(guest, chat)).toEqual([]);
      guest.close();
    }
  });

  it('is read back from its address, and nothing of it is sent to a server', async () => {
    const link = { ...linkOf(await linkTo()), title: 'Boats & "nets", 100 %' };
    const url = new URL(chatLink('https://hearth.example', link));
    expect(url.pathname + url.search).toBe('/i');
    const until = new Date(Math.floor(link.until!.getTime() / 1000) * 1000);
    expect(readChatLink(url.hash)).toEqual({ ...link, until });
    expect(readChatLink(url.hash.replace(/&t=[^&]*/, ''))).toBeUndefined();
    expect(readChatLink(url.hash.replace(/c=[^&]*/, 'c=javascript:alert(1)#x'))).toBeUndefined();
  });

  it('taken back or past its end refuses in one letter, and lets nobody in', async () => {
    const [one, two] = [await linkTo(), await linkTo()];
    await takeBackLinks(anna, [one]);
    await anna.allSent();
    const guest = open('dora', world);
    await asked(cleo, linkOf(one));
    await asked(guest, linkOf(two));
    await processInbox(anna);
    const later = { now: () => momentAt(new Date(Date.now() + 31 * 86_400_000)) };
    await answerLetters(anna, later);
    await anna.allSent();
    await lives(cleo);
    expect(await states(cleo)).toEqual([true]);
    expect(await peopleIn(anna)).toEqual([anna.me.id, ben.me.id]);
    guest.close();
  });

  it('is made by its owner alone, and its code lies where nobody else reads', async () => {
    await setRole(anna, chat, ben.me.id, 'moderator');
    await anna.allSent();
    await sees(ben, chat);
    await expect(makeChatLink(ben, chat)).rejects.toThrow('Only the owner');
    const { token } = await linkTo();
    expect(String(world.peek(`${anna.me.storage}settings/invites.ttl`))).toContain(token);
    await expect(world.podFor(ben.me.id).read(`${anna.me.storage}settings/invites.ttl`)).rejects.toThrow(
      'forbidden'
    );
    expect(String(world.peek(chat.split('#')[0]!))).not.toContain(token);
    await asked(cleo, linkOf({ ...(await linkTo()), token }));
    for (const url of await inboxOf('anna')) expect(String(world.peek(url))).not.toContain(token);
  });

  it('does not bring back who was taken out or left before it was made', async () => {
    const old = linkOf(await linkTo());
    await remove(anna, chat, ben.me.id);
    await anna.allSent();
    await asked(ben, old);
    await lives(anna);
    expect(await peopleIn(anna)).toEqual([anna.me.id]);
    await asked(ben, linkOf(await linkTo()));
    await lives(anna);
    expect(await peopleIn(anna)).toEqual([anna.me.id, ben.me.id]);
  });
});

describe('letters that lie', () => {
  const at = new Date();
  const drop = (to: string, said: ReturnType<typeof write>, from: string) =>
    world
      .podFor(from)
      .post(
        `https://${to}.example/inbox/`,
        writeTurtle(said, `https://${to}.example/inbox/message`),
        'text/turtle'
      );
  const id = 'https://anna.example/inbox/message';
  const joinBy = async (actor: string, code: string, key = newPrivateKey()) => {
    const said = { actor, chat, owner: anna.me.id, code, published: at };
    const signed = signedLetter({ kind: 'join', actor, chat, published: at, to: anna.me.id, code });
    return write(joinLetter, { id, ...said, proof: await sign(signed, key) });
  };

  it('in the name of somebody else, with the right code, let nobody in', async () => {
    const { token } = await linkTo();
    await send(cleo, await chatOfTwo(cleo, ben, 'So that she has a key'), { text: 'Hello' });
    await cleo.allSent();
    await drop('anna', await joinBy(cleo.me.id, await codeProof(token, chat, cleo.me.id)), ben.me.id);
    await lives(anna);
    expect(await peopleIn(anna)).toEqual([anna.me.id, ben.me.id]);
    expect(await inboxOf('anna')).toEqual([]);
  });

  it('a thousand with wrong codes cost no request to anybody, and a true one is answered among them', async () => {
    const link = linkOf(await linkTo());
    const forged = await joinBy('https://nobody.example/me', 'f'.repeat(64));
    for (let n = 0; n < 500; n++) await drop('anna', forged, ben.me.id);
    await asked(cleo, link);
    for (let n = 0; n < 500; n++) await drop('anna', forged, ben.me.id);
    world.log.length = 0;
    for (let look = 0; look < 30 && (await inboxOf('anna')).length > 0; look++) await lives(anna);
    expect(await inboxOf('anna')).toEqual([]);
    expect(world.log.filter(({ url }) => url.startsWith('https://nobody.example/'))).toEqual([]);
    expect(await peopleIn(anna)).toContain(cleo.me.id);
  }, 60_000);

  it('that somebody left, or that a link is not good, change nothing', async () => {
    const key = newPrivateKey();
    const leaving = signedLetter({ kind: 'leave', actor: ben.me.id, chat, published: at });
    await send(ben, chat, { text: 'I stay' });
    await ben.allSent();
    await drop(
      'anna',
      write(leaveLetter, { id, actor: ben.me.id, chat, published: at, proof: await sign(leaving, key) }),
      cleo.me.id
    );
    await lives(anna);
    expect(await peopleIn(anna)).toContain(ben.me.id);
    await asked(cleo, linkOf(await linkTo()));
    const refusing = signedLetter({
      kind: 'refusal',
      actor: anna.me.id,
      chat,
      published: new Date(),
      to: cleo.me.id
    });
    await drop(
      'cleo',
      write(refusalLetter, {
        id: 'https://cleo.example/inbox/message',
        actor: anna.me.id,
        chat,
        person: cleo.me.id,
        published: new Date(),
        proof: await sign(refusing, key)
      }),
      ben.me.id
    );
    await lives(cleo);
    expect(await states(cleo)).toEqual([false]);
  });

  it('an invitation to a chat nobody asked for opens nothing by itself', async () => {
    const other = await chatOfTwo(ben, cleo, 'Trains');
    await asked(cleo, linkOf(await linkTo()));
    await lives(cleo);
    expect(await myChats(cleo.me)(cleo.asking.read)).toEqual([other]);
  });
});

describe('who leaves', () => {
  it("is taken out by the owner's app, and the others are told that they left", async () => {
    await sees(ben, chat);
    await leave(ben, chat);
    await ben.allSent();
    await expect(world.podFor(ben.me.id).read(chat.split('#')[0]!)).resolves.toBeDefined();
    await lives(anna);
    await expect(world.podFor(ben.me.id).read(chat.split('#')[0]!)).rejects.toThrow('forbidden');
    const head = await chatOf(anna.me, chat)(anna.asking.read);
    expect(head.departures).toEqual([{ id: ben.me.id, at: expect.any(Date), left: true }]);
    expect(head.others).toEqual([]);
  });

  it('is taken out by the new owner, whose app has not read yet that it is theirs', async () => {
    await handOver(anna, chat, ben.me.id);
    await anna.allSent();
    await leave(anna, chat);
    await anna.allSent();
    expect((await chatOf(ben.me, chat)(ben.asking.read)).role).toBe('member');
    await lives(ben);
    expect(await peopleIn(ben)).toEqual([ben.me.id]);
  });

  it('is not heard by the new owner before the chat is theirs', async () => {
    await anna.sync.pause();
    await handOver(anna, chat, ben.me.id);
    await leave(anna, chat);
    const waiting = await anna.sync.outbox();
    const letter = waiting.find(({ intent }) => intent.kind === 'send');
    const handing = waiting.filter(({ document }) => document === chat.split('#')[0]);
    expect(handing).toHaveLength(2);
    expect(letter?.after).toEqual(expect.arrayContaining(handing.map(({ id }) => id)));
    anna.sync.resume();
    await anna.allSent();
    expect(await inboxOf('ben')).toHaveLength(1);
  });

  it('must hand over first when they own it; then who has it lets people in, and the space stays theirs', async () => {
    await expect(leave(anna, chat)).rejects.toThrow('hand it');
    const { token, ...made } = await linkTo();
    await handOver(anna, chat, ben.me.id);
    await anna.allSent();
    await sees(ben, chat);
    const head = await chatOf(ben.me, chat)(ben.asking.read);
    expect(head).toMatchObject({ owner: ben.me.id, host: anna.me.id, role: 'owner', isOwn: false });
    expect(head.people.map(({ id, role }) => [id, role])).toEqual([
      [ben.me.id, 'owner'],
      [anna.me.id, 'moderator']
    ]);
    await asked(cleo, linkOf({ ...made, token }));
    await lives(anna);
    expect(await peopleIn(anna)).not.toContain(cleo.me.id);
    await leave(anna, chat);
    await anna.allSent();
    await lives(ben);
    expect(await peopleIn(ben)).toEqual([ben.me.id]);
    const bens = await makeChatLink(ben, chat);
    await ben.allSent();
    await asked(cleo, { ...linkOf(bens), owner: ben.me.id });
    await lives(ben);
    expect(await peopleIn(ben)).toEqual([ben.me.id, cleo.me.id]);
    await lives(cleo);
    expect(await myChats(cleo.me)(cleo.asking.read)).toContain(chat);
    // Whose space it is can still read it, and take it back.
    await handOver(anna, chat, anna.me.id);
    await anna.allSent();
    expect(await peopleIn(anna)).toEqual([anna.me.id, ben.me.id, cleo.me.id]);
    expect((await chatOf(anna.me, chat)(anna.asking.read)).role).toBe('owner');
  });
});
