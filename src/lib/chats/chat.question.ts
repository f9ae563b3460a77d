import type { View } from '#lib/cache/view.ts';
import { read as readShape, readAll } from '#lib/rdf/shape.ts';
import { AS, MEETING, RDF, WF } from '#lib/rdf/vocab.ts';
import { documentOf } from '#lib/people/address.ts';
import type { Me } from '#lib/people/me.ts';
import { standsIn } from '#lib/people/storage.ts';
import type { Question, Read } from '#lib/query/ask.ts';
import type { Chat, Mine, Participant, Role } from './chat.ts';
import { readerOf } from './keep/reader-of.ts';
import { longChat, participation, type Participation } from './long-chat.shape.ts';
import { keptOf, NOTHING_KEPT } from './mine.ts';
import { ENCRYPTED } from './encrypted.ts';
import { whoseSpace } from './whose-space.ts';

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
    const index = await read(documentOf(id), 'closed');
    const host = await whoseSpace(ask, index, id, me);
    return { head: { ...headOf(index, id, me, mine, host), isCopy }, read, days };
  };
}

/**
 * Pure. The index is protected by its owner, so what it says of people and roles is the owner's word, once it is known
 * in whose space it lies (`host`, from `whoseSpace`): before that nobody is its owner, whomever it names.
 */
export function headOf(view: View, id: string, me: Me, mine: Mine, host: string | undefined): Chat {
  const { graph, document } = view;
  const said = readShape(longChat, graph, id, { untyped: true });
  const parts = readAll(participation, graph).slice(0, MOST_PEOPLE);
  const own = standsIn(documentOf(id), [me.storage]);
  const named = new Set(graph.iris(id, WF.participation));
  const given = parts.find((part) => part.role === 'owner' && named.has(part.id))?.person;
  const owner = host === undefined ? undefined : (given ?? host);
  const people = peopleIn(view, id, owner);
  const title = said?.title?.replace(/\s+/g, ' ').trim().slice(0, 200) || undefined;
  const role = people.find((person) => person.id === me.id)?.role;
  return {
    ...mine,
    id,
    title: title === NAMELESS ? undefined : title,
    picture: said?.picture,
    rules: said?.rules,
    owner,
    host,
    people,
    former: formerIn(parts, people),
    departures: parts
      .flatMap(({ id, person, since, until, how }) =>
        since && until && !named.has(id) ? [{ id: person, at: until, left: how === AS.Leave }] : []
      )
      .sort((a, b) => a.at.getTime() - b.at.getTime()),
    moderators: people.filter(({ role }) => role === 'owner' || role === 'moderator').map(({ id }) => id),
    deletions: new Set(parts.flatMap(({ until, deletions }) => (until ? deletions : []))),
    others: people.map((person) => person.id).filter((person) => person !== me.id),
    isPair: people.length === 2 && (title === undefined || title === NAMELESS),
    created: said?.created,
    isOwn: own,
    role,
    isClosed: said?.rules === ENCRYPTED,
    problem: isBegun(view) ? undefined : document?.problem?.kind,
    isChat: graph.has(id, RDF.type, MEETING.LongChat) || graph.objects(id, WF.participation).length > 0,
    isKnown: (document !== undefined && document.seen > 0) || view.waiting.length > 0,
    sending: undefined,
    isCopy: false
  };
}

/** What was written here and has not arrived is not missing, whatever the server says until then. */
const isBegun = ({ waiting, document }: View): boolean =>
  document?.state === 'missing' && waiting.some(({ intent }) => intent.kind === 'create');

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
  const ends = new Map<string, { until: Date | undefined; left: boolean }>();
  for (const { person, until, how } of parts) {
    const known = ends.get(person)?.until;
    if (people.some(({ id }) => id === person) || (known && (!until || until <= known))) continue;
    ends.set(person, { until, left: how === AS.Leave });
  }
  return [...ends]
    .map(([id, end]) => ({ id, ...end }))
    .sort((a, b) => (a.until?.getTime() ?? 0) - (b.until?.getTime() ?? 0));
}
