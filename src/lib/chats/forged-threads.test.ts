import { describe, expect, it } from 'vitest';
import { iri, quad, type Quad } from '#lib/rdf/terms.ts';
import { RDF, SIOC } from '#lib/rdf/vocab.ts';
import { checksOf } from './checks.ts';
import { twoWhoTalk, type Stage } from './house.testing.ts';
import { replyIn } from './reply-in.ts';
import { threadOn } from './statements.ts';
import { thread as threadOf } from './thread.question.ts';

let anna: Stage['anna'];
let chat: string;
let day: string;
let first: string;
let other: string;
let adds: Stage['adds'];
let seen: Stage['seen'];
twoWhoTalk((stage) => ({ anna, chat, day, first, other, adds, seen } = stage));

const threadSeen = (id: string) => threadOf(anna, checksOf(anna), chat, id)(anna.asking.read);

describe('a member who may add to every document', () => {
  it.each<[string, () => Quad[]]>([
    ['by name alone', () => []],
    ['with an answer of hers from elsewhere', () => [quad(`${first}-thread`, SIOC.has_member, iri(other))]],
    [
      'with an answer that is not there',
      () => [quad(`${first}-thread`, SIOC.has_member, iri(`${day}#nothing`))]
    ]
  ])('cannot hang a thread on a message of hers %s', async (_, forge) => {
    await adds(...threadOn(first), ...forge());
    expect((await seen()).find(({ id }) => id === first)!.thread).toBeUndefined();
    // What she answers then is a thread.
    await replyIn(anna, first, { text: 'With interest' });
    await anna.allSent();
    expect((await seen()).find(({ id }) => id === first)!.thread).toEqual({
      id: `${first}-thread`,
      replies: 1
    });
  });

  it('cannot hide what was answered behind a thread of his', async () => {
    const reply = (await replyIn(anna, first, { text: 'With interest' })).message;
    await anna.allSent();
    await adds(
      ...['#a-thread', '#z-thread'].flatMap((name) => [
        quad(first, SIOC.has_reply, iri(day + name)),
        quad(day + name, RDF.type, iri(SIOC.Thread)),
        quad(day + name, SIOC.has_member, iri(other))
      ])
    );
    const message = (await seen()).find(({ id }) => id === first)!;
    expect(message.thread).toEqual({ id: `${first}-thread`, replies: 1 });
    expect((await threadSeen(`${first}-thread`)).map(({ id }) => id)).toEqual([first, reply]);
  });
});
