import { write } from '#lib/rdf/shape.ts';
import { dateTime, iri, quad, type Quad } from '#lib/rdf/terms.ts';
import { AS, DCT, RDF, SCHEMA, SIOC, WF } from '#lib/rdf/vocab.ts';
import { chatMessage, chatThread, reaction } from './long-chat.shape.ts';
import { threadOf } from './minted.ts';
import { actionClass } from './reactions.rules.ts';
import { sign } from './signature.ts';

export interface Words {
  readonly id: string;
  readonly content: string;
  readonly at: Date;
  readonly maker: string;
  readonly replyTo?: string | undefined;
  readonly mentions?: readonly string[] | undefined;
}

/** A signed message, edit or deletion, whole: it is sent as one patch (docs/data.md). */
export async function saidBy(key: string, words: Words): Promise<Quad[]> {
  const { id, content, at, maker, replyTo, mentions } = words;
  const proof = await sign({ id, created: dateTime(at).value, content, maker }, key);
  return write(chatMessage, {
    id,
    content,
    created: at,
    maker,
    proof,
    replyTo,
    mentions: [...(mentions ?? [])]
  });
}

export const listed = (chat: string, message: string): Quad => quad(chat, WF.message, iri(message));
export const replaced = (before: string, after: string): Quad => quad(before, DCT.isReplacedBy, iri(after));
export const deletedAt = (id: string, at: Date): Quad => quad(id, SCHEMA.dateDeleted, dateTime(at));
export const newestDayIs = (chat: string, day: string): Quad => quad(chat, AS.current, iri(day));
export const comesAfter = (day: string, before: string): Quad => quad(day, AS.prev, iri(before));

/** In SolidOS's form, and signed, which SolidOS passes over. */
export async function reactionOf(key: string, words: Words, target: string): Promise<Quad[]> {
  const { id, content, at, maker } = words;
  const proof = await sign({ id, created: dateTime(at).value, content, maker }, key);
  return [
    quad(id, RDF.type, iri(actionClass(content))),
    ...write(reaction, { id, target, person: maker, emoji: content, created: at, proof })
  ];
}

/** `<M> sioc:has_reply <T>. <T> a sioc:Thread`, beside the message. */
export const threadOn = (message: string): Quad[] => [
  quad(message, SIOC.has_reply, iri(threadOf(message))),
  ...write(chatThread, { id: threadOf(message), replies: [] })
];

export const inThread = (thread: string, message: string): Quad =>
  quad(thread, SIOC.has_member, iri(message));
