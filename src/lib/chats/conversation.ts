import type { OutboxEntry } from '#lib/cache/cache.ts';
import type { View } from '#lib/cache/view.ts';
import { sendingOf, speaksOf } from '#lib/people/sending.ts';
import { RDF, SIOC } from '#lib/rdf/vocab.ts';
import { documentOf } from '#lib/people/address.ts';
import type { Chat } from './chat.ts';
import { chainOf, type Chain } from './chain.rules.ts';
import { bodyOf } from './body.ts';
import type { Flag, Message } from './message.ts';
import { dayIn } from './places.ts';
import { gathered, reactionsIn } from './reactions.rules.ts';
import { toldIn, type Saying } from './saying.ts';
import type { Judge, Version } from './version.rules.ts';

const DAY = 86_400_000;

/** The messages of these documents, oldest first, as far as they may be believed. */
export function conversation(
  views: readonly View[],
  chat: Chat,
  me: string,
  judge: Judge,
  outbox: readonly OutboxEntry[]
): Message[] {
  const index = documentOf(chat.id);
  const told = views.map((view) => toldIn(view, index));
  const sayings = new Map<string, Saying>(told.flatMap(({ all }) => [...all]));
  const replaces = new Map<string, number>();
  for (const { replacedBy } of sayings.values())
    for (const id of replacedBy) replaces.set(id, (replaces.get(id) ?? 0) + 1);
  const members = new Set([...chat.people.map((person) => person.id), ...chat.former.map(({ id }) => id)]);
  const mayDelete = (person: string, at: Date | undefined) =>
    chat.moderators.some(({ id, until }) => id === person && (!until || !at || at <= until));
  const reactions = new Map(
    told.flatMap(({ actions, all }, n) => [...reactionsIn(views[n]!.graph, actions, all, judge)])
  );
  const replies = repliesOf(told.map(({ threads }) => threads));
  const waiting = views.some((view) => view.waiting.length > 0);
  const list = told.flatMap(({ listed }, n) =>
    listed.map((saying, place): Message => {
      const chain = chainOf(saying, { sayings, replaces, judge, mayDelete });
      const shown = chain.latest ?? chain.first;
      const { at, flags: timeFlags } = placeOf(chain.first, views[n]!.url, chat, place);
      const versions = [saying.id, shown.saying.id];
      const thread = threadOn(saying.id, shown.saying.id, views, replies);
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
        signature: shown.signature,
        replyTo: saying.replyTo[0],
        thread,
        inThread: saying.threads[0] ?? [...replies].find(([, ids]) => ids.has(saying.id))?.[0],
        mentions: shown.saying.mentions,
        reactions: gathered(
          [...new Set(versions)].flatMap((id) => reactions.get(id) ?? []),
          me
        ),
        sending: waiting
          ? sendingOf(outbox, (entry) => versions.some((id) => speaksOf(entry, id)))
          : undefined,
        flags: [...flagsOf(chain, members), ...timeFlags]
      };
    })
  );
  return list.sort(inOrder);
}

/** By time, the same for everybody: two of one moment are told apart by their addresses. */
const inOrder = (a: Message, b: Message): number =>
  a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Its own time, unless its document says that it cannot be true. */
function placeOf(version: Version, document: string, chat: Chat, place: number): { at: Date; flags: Flag[] } {
  const day = dayIn(chat.id, document);
  if (!version.created) {
    return { at: new Date((day?.date ?? chat.created?.getTime() ?? 0) + place), flags: ['no-time'] };
  }
  // A clock may be in another day than the server; a message from next year would stay at the end for a year.
  const latest = day ? day.date + 2 * DAY : Infinity;
  if (version.created.getTime() <= latest) return { at: version.created, flags: [] };
  return { at: new Date(latest), flags: ['from-the-future'] };
}

function flagsOf({ first, isTampered }: Chain, members: ReadonlySet<string>): Flag[] {
  const { maker, content } = first;
  return [
    ...(maker === undefined ? ['no-maker' as const] : []),
    ...(content === undefined ? ['no-content' as const] : []),
    ...(maker !== undefined && members.size > 0 && !members.has(maker) ? ['not-in-chat' as const] : []),
    ...(isTampered ? ['tampered' as const] : [])
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

/** The thread that hangs on a message, on any version of it. */
function threadOn(
  first: string,
  shown: string,
  views: readonly View[],
  replies: ReadonlyMap<string, ReadonlySet<string>>
): Message['thread'] {
  const view = views.find(({ url }) => url === documentOf(first));
  const id = [first, shown]
    .flatMap((each) => view?.graph.iris(each, SIOC.has_reply) ?? [])
    .find((each) => view?.graph.has(each, RDF.type, SIOC.Thread));
  return id === undefined ? undefined : { id, replies: replies.get(id)?.size ?? 0 };
}
