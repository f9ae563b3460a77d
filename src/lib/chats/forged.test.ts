import { beforeEach, describe, expect, it } from 'vitest';
import { iri, quad, text, dateTime, type Quad } from '#lib/rdf/terms.ts';
import { DCT, FOAF, RDF, SCHEMA, SEC, SIOC, WF } from '#lib/rdf/vocab.ts';
import { listed, said, sees, textIn, twoWhoTalk, type Stage } from './house.testing.ts';
import { checksOf } from './checks.ts';
import { deleteMessage } from './delete-message.ts';
import { editMessage } from './edit-message.ts';
import { DELETED, deletionId } from './minted.ts';
import { momentAt } from '#lib/people/moment.ts';
import { react } from './react.ts';
import { remove } from './remove.ts';
import { replyIn } from './reply-in.ts';
import { invite } from './invite.ts';
import { setRole } from './set-role.ts';
import { signingKey } from './signing-key.ts';
import { deletedAt, replaced, saidBy, threadOn } from './statements.ts';
import { thread as threadOf } from './thread.question.ts';

let world: Stage['world'];
let anna: Stage['anna'];
let ben: Stage['ben'];
let chat: string;
let day: string;
let first: string;
let other: string;
let adds: Stage['adds'];
let seen: Stage['seen'];
twoWhoTalk((stage) => ({ world, anna, ben, chat, day, first, other, adds, seen } = stage));

const replaces = (before: string, after: string) => quad(before, DCT.isReplacedBy, iri(after));
const threadSeen = (id: string) => threadOf(anna, checksOf(anna), chat, id)(anna.asking.read);

describe('a member who may add to every document', () => {
  const forgeries: [string, () => Quad[] | Promise<Quad[]>][] = [
    [
      'an edit in her name, unsigned',
      () => [...said(`${day}#Msg9`, 'I owe you 500', anna.me.id), replaces(first, `${day}#Msg9`)]
    ],
    [
      'an edit in her name, badly signed',
      () => [
        ...said(`${day}#Msg9`, 'I owe you 500', anna.me.id, 'a'.repeat(128)),
        replaces(first, `${day}#Msg9`)
      ]
    ],
    [
      'an edit of his own',
      () => [...said(`${day}#Msg9`, 'I owe you 500', ben.me.id), replaces(first, `${day}#Msg9`)]
    ],
    ['a second text', () => [quad(first, SIOC.content, text('I owe you 500'))]],
    ['a second maker', () => [quad(first, FOAF.maker, iri(ben.me.id))]],
    ['a mark that it was deleted', () => [quad(first, SCHEMA.dateDeleted, dateTime(new Date()))]],
    [
      'a deletion in her name, unsigned',
      () => [
        ...said(`${day}#Msg9`, '(message deleted)', anna.me.id),
        quad(`${day}#Msg9`, SCHEMA.dateDeleted, dateTime(new Date())),
        replaces(first, `${day}#Msg9`)
      ]
    ],
    ['another true message of hers in its place', () => [replaces(first, other)]],
    [
      'a true edit of another message in its place',
      async () => {
        await editMessage(anna, other, 'Soup!');
        await anna.allSent();
        const edit = (await seen()).find(({ id }) => id === other)!.version;
        return [replaces(first, edit)];
      }
    ],
    [
      'a true deletion of another message in its place',
      async () => {
        await deleteMessage(anna, other);
        await anna.allSent();
        const before = String(world.peek(day));
        const deletion = /#Msg\w+-d\w+/.exec(before)![0];
        return [replaces(first, day + deletion)];
      }
    ],
    ['a circle', () => [replaces(first, first)]],
    [
      'more texts than anybody reads of it',
      () => [1, 2, 3, 4, 5, 6].map((n) => quad(first, SIOC.content, text(`Another ${n}`)))
    ]
  ];
  it.each(forgeries)('%s changes nothing', async (_, forge) => {
    await adds(...(await forge()));
    const message = (await seen()).find(({ id }) => id === first)!;
    expect({ text: textIn(message.body), maker: message.maker, signature: message.signature }).toEqual({
      text: 'I owe you 5',
      maker: anna.me.id,
      signature: 'verified'
    });
  });

  it.each<[string, () => Quad[]]>([
    ['made an answer to another', () => [quad(first, SIOC.reply_of, iri(other))]],
    ['moved into a thread', () => [quad(`${other}-thread`, SIOC.has_member, iri(first)), ...threadOn(other)]]
  ])('cannot have a message of hers %s', async (_, forge) => {
    await adds(...forge());
    const [message] = await seen();
    expect(message).toMatchObject({
      id: first,
      replyTo: undefined,
      inThread: undefined,
      flags: ['tampered']
    });
    const on = (await seen()).find(({ id }) => id === other)!;
    expect(on.thread).toBeUndefined();
  });

  it('cannot bring back what she edited or deleted by listing her edit and her deletion', async () => {
    await editMessage(anna, first, 'I owe you 6');
    await deleteMessage(anna, other);
    await anna.allSent();
    const before = String(world.peek(day));
    const [edit, deletion] = [/#Msg\w+-e\w+/.exec(before)![0], /#Msg\w+-d\w+/.exec(before)![0]];
    await adds(...[edit, deletion].map((each) => quad(chat, WF.message, iri(day + each))));
    expect((await seen()).map(({ body }) => textIn(body))).toEqual(['I owe you 6', 'deleted']);
  });

  it('cannot put words of his in the place of hers: where it is not found out, there are none', async () => {
    await adds(
      ...Array.from({ length: 140 }, (_, n) => quad(first, SIOC.content, text(`${n} I owe you 500`)))
    );
    const message = (await seen()).find(({ id }) => id === first)!;
    expect(['I owe you 5', 'nothing']).toContain(textIn(message.body));
    expect(message.flags).toContain('tampered');
  });

  it.each<[string, string, string]>([
    ['words', 'anna', 'I agree to pay 5000 euros!'],
    ['a sign of somebody who is not of the chat', 'nobody', '👍']
  ])('a reaction of %s is none', async (_, name, content) => {
    const at = `${day}#Act1`;
    const person = anna.me.id.replace('anna', name);
    await adds(
      quad(at, RDF.type, iri(SCHEMA.Action)),
      quad(at, SCHEMA.agent, iri(person)),
      quad(at, SCHEMA.target, iri(other)),
      quad(at, SIOC.content, text(content))
    );
    expect((await seen()).map(({ reactions }) => reactions)).toEqual([[], []]);
  });

  it('a sign that nobody signed is not mine, and thousands of kinds are not shown', async () => {
    const signs = Array.from({ length: 60 }, (_, n) => String.fromCodePoint(0x1f600 + n));
    await adds(
      ...signs.flatMap((sign, n) => [
        quad(`${day}#Act${n}`, RDF.type, iri(SCHEMA.Action)),
        quad(`${day}#Act${n}`, SCHEMA.agent, iri(anna.me.id)),
        quad(`${day}#Act${n}`, SCHEMA.target, iri(other)),
        quad(`${day}#Act${n}`, SIOC.content, text(sign))
      ])
    );
    const { reactions } = (await seen()).find(({ id }) => id === other)!;
    expect(reactions).toHaveLength(24);
    expect(reactions.every(({ people, mine }) => people.length === 1 && mine === undefined)).toBe(true);
  });

  it('cannot have an answer of hers stand elsewhere', async () => {
    const reply = (await replyIn(anna, first, { text: 'With interest', replyTo: other })).message;
    await anna.allSent();
    const before = (await seen()).find(({ id }) => id === reply)!;
    expect(before).toMatchObject({ replyTo: other, inThread: `${first}-thread`, flags: [] });
    await adds(
      quad(reply, SIOC.reply_of, iri(first)),
      quad(`${other}-thread`, SIOC.has_member, iri(reply)),
      ...threadOn(other)
    );
    const after = (await seen()).find(({ id }) => id === reply)!;
    expect(after).toMatchObject({ replyTo: other, inThread: `${first}-thread`, flags: ['tampered'] });
    const texts = (await threadSeen(`${first}-thread`)).map(({ body }) => textIn(body));
    expect(texts).toEqual(['I owe you 5', 'With interest']);
    expect(await threadSeen(`${other}-thread`)).toEqual([]);
  });

  it('cannot take away what an answer of hers quotes by naming what is not there', async () => {
    const reply = (await replyIn(anna, first, { text: 'With interest', replyTo: other })).message;
    await anna.allSent();
    const places = [`${other}-a0`, other.replace(/\d{4}.\d\d.\d\d/, '2020/01/01')];
    const stands = async () => (await seen()).find(({ id }) => id === reply)!;
    for (const place of places) {
      await adds(
        quad(reply, SIOC.reply_of, iri(place)),
        quad(`${place}-thread`, SIOC.has_member, iri(reply))
      );
      expect(await stands()).toMatchObject({ replyTo: other, flags: ['tampered'] });
    }
    // Words of his by that name are told apart no more.
    await adds(...listed(chat, places[0]!, 'I owe you 500', ben.me.id));
    expect(await stands()).toMatchObject({ replyTo: undefined, inThread: `${first}-thread` });
  });

  it('cannot react in her name at an address of ours', async () => {
    const at = `${other}-r${'0'.repeat(26)}`;
    const heart = [quad(at, SCHEMA.agent, iri(anna.me.id)), quad(at, SCHEMA.target, iri(other))];
    await adds(...heart, quad(at, SIOC.content, text('❤️')), quad(at, DCT.created, dateTime(new Date())));
    expect((await seen()).map(({ reactions }) => reactions)).toEqual([[], []]);
    await adds(quad(at, SEC.proofValue, text('a'.repeat(128))));
    expect((await seen()).map(({ reactions }) => reactions)).toEqual([[], []]);
    await react(anna, other, '❤️');
    await anna.allSent();
    expect((await seen()).map(({ reactions }) => reactions.length)).toEqual([0, 1]);
  });

  it('words in her name are told apart', async () => {
    await adds(quad(chat, WF.message, iri(`${day}#Msg8`)), ...said(`${day}#Msg8`, 'Unsigned', anna.me.id));
    await adds(
      quad(chat, WF.message, iri(`${day}#Msg9`)),
      ...said(`${day}#Msg9`, 'Bad', anna.me.id, 'b'.repeat(128))
    );
    const states = (await seen()).map(({ body, signature }) => [textIn(body), signature]);
    expect(states).toEqual([
      ['I owe you 5', 'verified'],
      ['Soup?', 'verified'],
      ['Unsigned', 'unsigned'],
      ['Bad', 'bad']
    ]);
  });

  it('a message that lacks maker or text breaks nothing', async () => {
    await adds(
      quad(chat, WF.message, iri(`${day}#MsgA`)),
      quad(chat, WF.message, iri(`${day}#MsgB`)),
      ...said(`${day}#MsgB`, 'No one', ben.me.id).slice(0, 1)
    );
    const flags = new Map((await seen()).map(({ id, flags }) => [id, flags]));
    expect(flags.get(`${day}#MsgA`)).toEqual(['no-maker', 'no-content', 'no-time']);
    expect(flags.get(`${day}#MsgB`)).toEqual(['no-maker', 'no-time']);
    expect(flags.size).toBe(4);
  });
});

describe('a moderator who is none any more', () => {
  /** As their own app would write it while they were one, dated so. */
  const backdated = async (message: string, at: Date): Promise<Quad[]> => {
    const next = deletionId(message, momentAt(at));
    const said = await saidBy(await signingKey(ben), { id: next, content: DELETED, at, maker: ben.me.id });
    return [replaced(message, next), ...said, deletedAt(next, at)];
  };
  const kinds = async () => new Map((await seen()).map(({ id, body }) => [id, body.kind]));
  let then: Date;
  beforeEach(async () => {
    await setRole(anna, chat, ben.me.id, 'moderator');
    await anna.allSent();
    await sees(ben, chat);
    then = new Date(ben.now());
    await deleteMessage(ben, other);
    await ben.allSent();
  });

  it('what they took away stays away, and what they date back does not count', async () => {
    await setRole(anna, chat, ben.me.id, 'member');
    await anna.allSent();
    await adds(...(await backdated(first, then)));
    expect(await kinds()).toEqual(
      new Map([
        [first, 'text'],
        [other, 'deleted']
      ])
    );
  });

  it('nor when they were taken out and are let in again', async () => {
    await remove(anna, chat, ben.me.id);
    await invite(anna, chat, ben.me.id);
    await anna.allSent();
    await adds(...(await backdated(first, then)));
    expect(await kinds()).toEqual(
      new Map([
        [first, 'text'],
        [other, 'deleted']
      ])
    );
  });
});
