import type { Graph } from '#lib/rdf/graph.ts';
import { iri, quad } from '#lib/rdf/terms.ts';
import { AS, FOAF } from '#lib/rdf/vocab.ts';
import type { Question } from '#lib/query/ask.ts';
import type { Write } from '#lib/sync/sync.ts';
import { documentOf } from '../address.ts';
import type { House, Me } from '../me.ts';
import { spaceOf } from '../space.ts';
import { friends } from './friends.question.ts';

/** Whether my profile tells everyone who my friends are. Off until I say so: `<records> as:audience as:Public`. */
export function showsFriends(me: Me): Question<boolean> {
  const { subscriptions } = spaceOf(me);
  return async (read) => isOn((await read(subscriptions)).graph, subscriptions);
}

const isOn = (records: Graph, document: string) => records.has(document, AS.audience, AS.Public);

/** Says in my profile that I know somebody, or takes it out: only if I wish friends to stand there at all. */
export async function knows(house: House, id: string, are: boolean): Promise<Write | undefined> {
  const { me, asking } = house;
  if (!(await showsFriends(me)(asking.read))) return undefined;
  const document = documentOf(me.id);
  if ((await asking.read(document)).graph.has(me.id, FOAF.knows, id) === are) return undefined;
  const line = [quad(me.id, FOAF.knows, iri(id))];
  const change = are ? { insert: line, delete: [] } : { insert: [], delete: line };
  return { document, intent: { kind: 'patch', ...change }, label: 'Change your profile' };
}

/** Decides whether my profile tells who my friends are, and makes it so for all of them. */
export async function showFriends(house: House, show: boolean): Promise<void> {
  const { me, asking, sync } = house;
  const { subscriptions } = spaceOf(me);
  const is = isOn((await asking.read(subscriptions)).graph, subscriptions);
  const people = (await friends(me)(asking.read)).filter((friend) => friend.state === 'friend');
  const card = (await asking.read(documentOf(me.id))).graph;
  const lines = people
    .filter((friend) => card.has(me.id, FOAF.knows, friend.id) !== show)
    .map((friend) => quad(me.id, FOAF.knows, iri(friend.id)));
  const wish = is === show ? [] : [quad(subscriptions, AS.audience, iri(AS.Public))];
  const turn = (statements: typeof lines) =>
    show
      ? { kind: 'patch' as const, insert: statements, delete: [] }
      : { kind: 'patch' as const, insert: [], delete: statements };
  const label = show ? 'Show your friends in your profile' : 'Keep your friends to yourself';
  const writes: Write[] = [];
  if (wish.length) writes.push({ document: subscriptions, intent: turn(wish), label });
  if (lines.length) writes.push({ document: documentOf(me.id), intent: turn(lines), label });
  if (writes.length) await sync.change(writes);
}
