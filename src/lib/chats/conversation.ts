import type { OutboxEntry } from '#lib/cache/cache.ts';
import type { View } from '#lib/cache/view.ts';
import { sendingOf, speaksOf } from '#lib/people/sending.ts';
import { RDF, SIOC } from '#lib/rdf/vocab.ts';
import { documentOf } from '#lib/people/address.ts';
import type { Chat } from './chat.ts';
import { chainOf, type Chain } from './chain.rules.ts';
import { bodyOf } from './body.ts';
import type { Flag, Message } from './message.ts';
import { threadOf } from './minted.ts';
import { dayIn, isPartOf, type Day } from './places.ts';
import { inChat } from './in-chat.ts';
import { gathered, reactionsTo } from './reactions.rules.ts';
import { toldIn, type Saying } from './saying.ts';
import { isOurs, mayBeTied, tiedTo, type Stands } from './ties.ts';
import { timeOf, versionOf, type Judge } from './version.rules.ts';

const DAY = 86_400_000;

/** A message that stands in a document, before anybody asked whether it may be believed. */
export interface Listed {
  readonly saying: Saying;
  /** Where it stands in the order (`Message.at`). */
  readonly at: Date;
  readonly view: View;
  /** In its document. */
  readonly place: number;
}

/**
 * What stands in some documents, oldest first. Judging is the dear part (signatures), so a message is told only when
 * somebody asks for it: a day has 200, a screen shows some.
 */
export interface Conversation {
  readonly listed: readonly Listed[];
  /** As far as it may be believed. */
  tell(listed: Listed): Message;
  /** Whatever is judged when it is told: itself, what replaces it, what reacts to either. */
  behind(listed: Listed): readonly Saying[];
}

/** The messages of these documents. */
export function conversation(
  views: readonly View[],
  chat: Chat,
  me: string,
  judge: Judge,
  outbox: readonly OutboxEntry[]
): Conversation {
  const index = documentOf(chat.id);
  const told = views.map((view) => toldIn(view, index));
  const sayings = new Map<string, Saying>(told.flatMap(({ all }) => [...all]));
  const replaces = new Map<string, number>();
  // What may be a change of another message of its maker: other apps' addresses do not say it, so listing it makes it one.
  const unplaced = new Set<string>();
  for (const { replacedBy, makers } of sayings.values())
    for (const id of replacedBy) {
      replaces.set(id, (replaces.get(id) ?? 0) + 1);
      if (!isOurs(id) && sayings.get(id)?.makers.some((maker) => makers.includes(maker))) unplaced.add(id);
    }
  const members = inChat(chat);
  // A chat of another app may name nobody.
  const isOfChat = (person: string) => members.size === 0 || members.has(person);
  const mayDelete = (person: string, deletion: string) =>
    chat.moderators.includes(person) || chat.deletions.has(deletion);
  const replies = repliesOf(told.map(({ threads }) => threads));
  const holders = holdersOf(replies);
  const here = new Set(views.map(({ url }) => url));
  const stands = (id: string) =>
    here.has(documentOf(id)) ? (sayings.get(id)?.contents.length ?? 0) > 0 : undefined;
  const waiting = views.some((view) => view.waiting.length > 0);
  const listed = told.flatMap((each, n): Listed[] => {
    const view = views[n]!;
    const day = dayIn(chat.id, view.url);
    return each.listed.map((saying, place) => {
      const at = placeOf(createdOf(saying, judge), day, chat, place).at;
      return { saying, view, place, at };
    });
  });

  function tell({ saying, view, place }: Listed): Message {
    const chain = chainOf(saying, { sayings, replaces, judge, mayDelete });
    const shown = chain.latest ?? chain.first;
    const { at, flags: timeFlags } = placeOf(chain.first.created, dayIn(chat.id, view.url), chat, place);
    const versions = [...new Set([saying.id, shown.saying.id])];
    const answers = tiedTo(saying.id, 'replyTo', saying.replyTo, stands);
    // Whoever answers in a thread writes where it stands.
    const holds = [...saying.threads, ...(holders.get(saying.id) ?? [])].filter((each) =>
      isPartOf(chat.id, documentOf(each))
    );
    const holder = tiedTo(saying.id, 'thread', holds, stands);
    const isUnplaced = unplaced.has(saying.id);
    const isMoved = answers.isForged || holder.isForged;
    return {
      id: saying.id,
      chat: chat.id,
      version: shown.saying.id,
      maker: shown.maker,
      isMine: shown.maker === me,
      body: bodyOf(chain),
      created: chain.first.created,
      at,
      edited: shown === chain.first ? undefined : shown.created,
      signature: isUnplaced && shown.signature === 'verified' ? 'unchecked' : shown.signature,
      replyTo: answers.to,
      thread: threadOn(saying.id, shown.saying.id, views, replies, stands),
      inThread: holder.to,
      mentions: shown.saying.mentions,
      reactions: gathered(
        versions.flatMap((id) =>
          told.flatMap((each, n) => reactionsTo(id, views[n]!.graph, each.actions, each.all, judge, isOfChat))
        ),
        me
      ),
      sending: waiting ? sendingOf(outbox, (entry) => versions.some((id) => speaksOf(entry, id))) : undefined,
      flags: [
        ...flagsOf(chain, isOfChat, isMoved),
        ...timeFlags,
        ...(isUnplaced ? ['unplaced' as const] : [])
      ]
    };
  }
  function behind({ saying }: Listed): Saying[] {
    const found = new Map<string, Saying>();
    const ids = [saying.id];
    // It grows while one goes along it.
    for (const id of ids) {
      const each = sayings.get(id);
      if (!each || found.has(id)) continue;
      found.set(id, each);
      for (const next of [each.replacedBy, ...told.map(({ actions }) => actions.get(id) ?? [])])
        for (const one of next) ids.push(one);
    }
    return [...found.values()];
  }
  return { listed: listed.sort(inOrder), tell, behind };
}

/** By time, the same for everybody: two of one moment are told apart by their addresses. */
const inOrder = (a: Listed, b: Listed): number =>
  a.at.getTime() - b.at.getTime() || (a.saying.id < b.saying.id ? -1 : a.saying.id > b.saying.id ? 1 : 0);

/** Where several times stand, somebody added one: only the signature tells which is its maker's. */
const createdOf = (saying: Saying, judge: Judge): Date | undefined =>
  saying.times.length > 1 ? versionOf(saying, judge).created : timeOf(saying.times[0]);

/** Its own time, unless its document says that it cannot be true. */
function placeOf(
  created: Date | undefined,
  day: Day | undefined,
  chat: Chat,
  place: number
): { at: Date; flags: Flag[] } {
  if (!created) {
    return { at: new Date((day?.date ?? chat.created?.getTime() ?? 0) + place), flags: ['no-time'] };
  }
  // A clock may be in another day than the server; a message from next year would stay at the end for a year.
  const latest = day ? day.date + 2 * DAY : Infinity;
  if (created.getTime() <= latest) return { at: created, flags: [] };
  return { at: new Date(latest), flags: ['from-the-future'] };
}

function flagsOf(
  { first, isTampered }: Chain,
  isOfChat: (person: string) => boolean,
  isMoved: boolean
): Flag[] {
  const { maker, content } = first;
  return [
    ...(maker === undefined ? ['no-maker' as const] : []),
    ...(content === undefined ? ['no-content' as const] : []),
    ...(maker !== undefined && !isOfChat(maker) ? ['not-in-chat' as const] : []),
    ...(isTampered || isMoved ? ['tampered' as const] : [])
  ];
}

function repliesOf(threads: readonly ReadonlyMap<string, readonly string[]>[]): Map<string, Set<string>> {
  const all = new Map<string, Set<string>>();
  for (const [thread, ids] of threads.flatMap((each) => [...each])) {
    const known = all.get(thread) ?? new Set();
    for (const id of ids) known.add(id);
    all.set(thread, known);
  }
  return all;
}

/** The threads that name a message. */
function holdersOf(replies: ReadonlyMap<string, ReadonlySet<string>>): Map<string, string[]> {
  const holders = new Map<string, string[]>();
  for (const [thread, ids] of replies)
    for (const id of ids) holders.set(id, [...(holders.get(id) ?? []), thread]);
  return holders;
}

/** The thread that hangs on a message, on any version of it. */
function threadOn(
  first: string,
  shown: string,
  views: readonly View[],
  replies: ReadonlyMap<string, ReadonlySet<string>>,
  stands: Stands
): Message['thread'] {
  const view = views.find(({ url }) => url === documentOf(first));
  const found = [...new Set([first, shown].flatMap((each) => view?.graph.iris(each, SIOC.has_reply) ?? []))]
    .filter((each) => documentOf(each) === view?.url && view.graph.has(each, RDF.type, SIOC.Thread))
    .map((id) => ({
      id,
      replies: [...(replies.get(id) ?? [])].filter(
        (reply) => mayBeTied(reply, 'thread', id) && stands(reply) !== false
      ).length
    }))
    // Anybody may say that a thread hangs here; it is one when somebody answered in it.
    .filter((each) => each.replies > 0);
  // Whoever may add to the document can add a second: the one that has our name, else where most was answered.
  return found.find(({ id }) => id === threadOf(first)) ?? found.sort((a, b) => b.replies - a.replies)[0];
}
