import { AS, LDP, PIM, SOLID } from '#lib/rdf/vocab.ts';
import type { Question } from '#lib/query/ask.ts';
import { documentOf } from '../address.ts';
import { isKnown } from '../known.ts';
import type { Me } from '../me.ts';
import { readProfile } from '../profile.rules.ts';
import { spaceOf } from '../space.ts';

/**
 * Whether my space still has to be prepared, from the cache: my profile, and my list of friends. Undefined while
 * either is not known, so that nobody is sent away from their feed by a slow network.
 */
export function needsSetup(me: Me): Question<boolean | undefined> {
  return async (read) => {
    const card = await read(documentOf(me.id));
    const space = spaceOf(me, card.graph);
    const records = await read(space.subscriptions);
    if (!isKnown(card) || !isKnown(records)) return undefined;
    const says = (predicate: string, value?: string) => card.graph.has(me.id, predicate, value);
    const told =
      says(PIM.storage, me.storage) &&
      [LDP.inbox, PIM.preferencesFile, SOLID.publicTypeIndex].every((predicate) => says(predicate)) &&
      says(AS.streams, space.publicRecent) &&
      readProfile(card, me.id).ownName !== undefined;
    const kept = records.document?.state !== 'missing' || records.waiting.length > 0;
    return !(told && kept);
  };
}
