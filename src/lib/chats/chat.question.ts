import type { View } from '#lib/cache/view.ts';
import { read as readShape, readAll } from '#lib/rdf/shape.ts';
import { WF } from '#lib/rdf/vocab.ts';
import { documentOf } from '#lib/people/address.ts';
import type { Me } from '#lib/people/me.ts';
import { standsIn } from '#lib/people/storage.ts';
import type { Question, Read } from '#lib/query/ask.ts';
import type { Chat, Mine, Participant, Role } from './chat.ts';
import { readerOf } from './keep/reader-of.ts';
import { longChat, participation, type Participation } from './long-chat.shape.ts';
import { keptOf, NOTHING_KEPT } from './mine.ts';
import { ENCRYPTED } from './words.ts';

const MOST_PEOPLE = 1_000;

/** What a chat says of itself, and what I keep of it. */
export function chat(me: Me, id: string): Question<Chat> {
  return async (read) => (await opened(me, id)(read)).head;
}

export interface Opened {
  readonly head: Chat;
  /** The way to read the rest of the chat: its own documents, or where they are away my copy's. */
  readonly read: Read;
  /** The days my copy holds, when it is that which is read. */
  readonly days: readonly string[];
}

/** Whatever reads a chat begins here, so that a copy is read in the same way as the chat. */
export function opened(me: Me, id: string): Question<Opened> {
  return async (ask) => {
    // Both are asked for at once.
    const [, kept] = await Promise.all([ask(documentOf(id), 'closed'), keptOf(me)(ask)]);
    const mine = kept.get(id) ?? NOTHING_KEPT;
    const { read, isCopy, days } = await readerOf(me, id, mine.isKept, ask);
    return { head: { ...headOf(await read(documentOf(id), 'closed'), id, me, mine), isCopy }, read, days };
  };
}

/** Pure. The index is protected by its owner, so what it says of people and roles is the owner's word. */
export function headOf(view: View, id: string, me: Me, mine: Mine): Chat {
  const { graph, document } = view;
  const said = readShape(longChat, graph, id, { untyped: true });
  const owner = said?.author;
  const people = peopleIn(view, id, owner);
  const parts = readAll(participation, graph).slice(0, MOST_PEOPLE);
  const title = said?.title?.replace(/\s+/g, ' ').trim().slice(0, 200) || undefined;
  const own = standsIn(documentOf(id), [me.storage]);
  const role = people.find((person) => person.id === me.id)?.role ?? (own ? 'owner' : undefined);
  return {
    ...mine,
    id,
    title: title === NAMELESS ? undefined : title,
    picture: said?.picture,
    rules: said?.rules,
    owner,
    people,
    former: formerIn(parts, people),
    moderators: [
      ...(owner === undefined ? [] : [{ id: owner, until: undefined }]),
      ...parts.filter((part) => part.role === 'moderator').map(({ person, until }) => ({ id: person, until }))
    ],
    others: people.map((person) => person.id).filter((person) => person !== me.id),
    isPair: people.length === 2 && (title === undefined || title === NAMELESS),
    created: said?.created,
    isOwn: own,
    role,
    isClosed: said?.rules === ENCRYPTED,
    problem: document?.problem?.kind,
    isKnown: (document !== undefined && document.seen > 0) || view.waiting.length > 0,
    sending: undefined,
    isCopy: false
  };
}

/** What SolidOS calls every chat that nobody named. */
export const NAMELESS = 'Chat channel';

const ROLES: readonly string[] = ['moderator', 'member', 'reader'];

function peopleIn({ graph }: View, id: string, owner: string | undefined): Participant[] {
  const found = new Map<string, Participant>();
  const add = (person: string, since: Date | undefined, word: string | undefined) => {
    if (found.has(person)) return;
    const role = person === owner ? 'owner' : ROLES.includes(word ?? '') ? (word as Role) : 'member';
    found.set(person, { id: person, role, since });
  };
  // Nameless things too: SolidOS's are named, other apps' are not.
  const nodes = graph.objects(id, WF.participation).slice(0, MOST_PEOPLE);
  const all = nodes
    .map((node) =>
      readShape(participation, graph, node.termType === 'BlankNode' ? `_:${node.value}` : node.value)
    )
    .filter((each) => each !== undefined)
    .sort((a, b) => (a.since?.getTime() ?? 0) - (b.since?.getTime() ?? 0) || (a.person < b.person ? -1 : 1));
  if (owner !== undefined) add(owner, all.find(({ person }) => person === owner)?.since, undefined);
  for (const { person, since, role } of all) add(person, since, role);
  return [...found.values()];
}

/** Whoever a part names that the chat does not name any more; of several ends the last counts. */
function formerIn(parts: readonly Participation[], people: readonly Participant[]): Chat['former'] {
  const ends = new Map<string, Date | undefined>();
  for (const { person, until } of parts) {
    const known = ends.get(person);
    if (people.some(({ id }) => id === person) || (known && (!until || until <= known))) continue;
    ends.set(person, until);
  }
  return [...ends]
    .map(([id, until]) => ({ id, until }))
    .sort((a, b) => (a.until?.getTime() ?? 0) - (b.until?.getTime() ?? 0));
}
