import { DELETED, mintedFor } from './minted.ts';
import type { Saying } from './saying.ts';
import { isAsGood, versionOf, type Judge, type Version } from './version.rules.ts';

/** Changes of one message, each of the one before it, that are followed: nobody has more. */
const MOST_IN_LINE = 500;

/** A message with what became of it. */
export interface Chain {
  readonly first: Version;
  /** What is shown; undefined when it was deleted. */
  readonly latest: Version | undefined;
  readonly deletion: Version | undefined;
  /** Somebody tried who may not. */
  readonly isTampered: boolean;
}

interface Surroundings {
  readonly sayings: ReadonlyMap<string, Saying>;
  /** How many things each saying is said to replace. */
  readonly replaces: ReadonlyMap<string, number>;
  readonly judge: Judge;
  /** Who may delete what others wrote. */
  readonly mayDelete: (person: string, deletion: string) => boolean;
}

/**
 * Follows dct:isReplacedBy. A replacement counts when it is of the same maker, on no weaker word, and was made for this
 * message; a deletion also when a moderator signed it. Of several, what was deleted is deleted; else the newest stands.
 */
export function chainOf(saying: Saying, around: Surroundings): Chain {
  const first = versionOf(saying, around.judge);
  const seen = new Set([saying.id]);
  const leaves: Version[] = [];
  let isTampered = first.isMixed;
  const follow = (version: Version, depth: number): void => {
    let isLeaf = true;
    for (const id of version.saying.replacedBy) {
      const next = around.sayings.get(id);
      // Not here (yet), a circle, or a line without end.
      if (!next || seen.has(id) || depth === MOST_IN_LINE) continue;
      seen.add(id);
      const read = versionOf(next, around.judge);
      if (!counts(read, first, around)) {
        isTampered ||= read.signature !== 'unchecked';
        continue;
      }
      isLeaf = false;
      follow(read, depth + 1);
    }
    if (isLeaf) leaves.push(version);
  };
  follow(first, 0);
  const deletion = leaves.find((leaf) => leaf !== first && isDeletion(leaf));
  const latest = leaves.sort(newest)[0] ?? first;
  return { first, latest: deletion ? undefined : latest, deletion, isTampered };
}

function counts(next: Version, first: Version, { replaces, mayDelete }: Surroundings): boolean {
  const { saying } = next;
  const minted = mintedFor(saying.id);
  // A listed message is a word of its own: hung on another it would put words into its maker's mouth. What carries in
  // its address that it replaces something is none, whoever lists it.
  if (saying.isListed && !minted) return false;
  if (minted ? minted.of !== first.saying.id : (replaces.get(saying.id) ?? 0) > 1) return false;
  if (next.maker === undefined || first.maker === undefined) return false;
  if (next.maker === first.maker) return isAsGood(next, first);
  return isDeletion(next) && next.signature === 'verified' && mayDelete(next.maker, saying.id);
}

/** schema:dateDeleted alone is anybody's to add: what the signature covers must say so too. */
export function isDeletion({ saying, content, signature }: Version): boolean {
  const minted = mintedFor(saying.id);
  if (minted) return minted.as === 'deletion';
  return saying.isMarkedDeleted && (content === DELETED || signature === 'unsigned');
}

const newest = (a: Version, b: Version): number =>
  (b.created?.getTime() ?? 0) - (a.created?.getTime() ?? 0) || (a.saying.id < b.saying.id ? 1 : -1);
