import { AS } from '#lib/rdf/vocab.ts';
import { documentOf } from '../address.ts';
import { sideOf, type Side } from '../friends/side.rules.ts';
import type { House } from '../me.ts';
import { readProfile, type Person } from '../profile.rules.ts';
import { believedIn, maySpeakFor } from '../provenance.ts';
import type { Hint } from './hint.rules.ts';

export type Verdict =
  | { readonly is: 'true'; readonly person: Person; readonly side: Side }
  /** Their own space says otherwise, or nothing. */
  | { readonly is: 'forged' }
  /** Their space did not answer: look again later. */
  | { readonly is: 'unreachable' };

/**
 * Looks at the sender's own space whether a message is true: the activity must stand in a storage that the actor's
 * own WebID document names (and not where others may write), name the same actor, and be meant for me.
 */
export async function verify(house: House, hint: Hint): Promise<Verdict> {
  const { sync, asking, me } = house;
  const card = documentOf(hint.actor);
  await sync.refresh([card]);
  const view = await asking.read(card);
  const person = readProfile(view, hint.actor);
  if (isDown(view.document?.state)) return { is: 'unreachable' };
  const open = person.inbox ? [person.inbox] : [];
  const document = documentOf(hint.origin);
  if (person.storages.length === 0 || !maySpeakFor(document, hint.actor, person.storages, open)) {
    return { is: 'forged' };
  }
  await sync.refresh([document]);
  const told = await asking.read(document);
  const state = told.document?.state;
  if (isDown(state) || told.document?.problem?.status === 401) return { is: 'unreachable' };
  if (state === 'missing' || state === 'forbidden') return { is: 'forged' };
  const graph = believedIn(told, hint.actor, person.storages, open);
  const side = sideOf(graph, document, hint.actor, me.id);
  if (side === undefined || !graph.has(hint.origin, AS.actor, hint.actor)) return { is: 'forged' };
  return { is: 'true', person, side };
}

const isDown = (state: string | undefined): boolean => state === undefined || state === 'broken';
