import type { Entry } from './entry.rules.ts';
import { isYes, type Side } from './side.rules.ts';

/**
 * What my records take over from a document of theirs that was found true. `undefined`: nothing, because it is the
 * one already known, or an old word that answers nothing of mine.
 */
export function adopted(
  entry: Entry,
  mine: Side | undefined,
  found: Side
): Pick<Entry, 'target' | 'origin'> | undefined {
  if (entry.target === found.document) return undefined;
  if (found.says === 'offer') {
    // A new question puts a no or an end of mine behind us; a yes of mine stays what it was.
    return { target: found.document, origin: mine && !isYes(mine) ? undefined : entry.origin };
  }
  const answersMe = mine?.says === 'offer' && found.answers === mine.activity;
  return answersMe ? { target: found.document, origin: entry.origin } : undefined;
}
