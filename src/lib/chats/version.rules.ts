import { time } from '#lib/rdf/shape.ts';
import { text } from '#lib/rdf/terms.ts';
import type { Signature } from './message.ts';
import type { Saying } from './saying.ts';
import type { Signed } from './signed-text.ts';

/** One saying, read as far as it may be believed. */
export interface Version {
  readonly saying: Saying;
  readonly maker: string | undefined;
  readonly content: string | undefined;
  readonly created: Date | undefined;
  readonly signature: Signature;
  /** More than one text, maker or time stand there: somebody added to it. */
  readonly isMixed: boolean;
}

/** What is known of signatures: `undefined` for a key or a verdict that is not known yet. */
export interface Judge {
  keys(person: string): readonly string[] | undefined;
  verdict(signed: Signed, proof: string, key: string, document: string): boolean | undefined;
}

export const timeOf = (written: string | undefined): Date | undefined =>
  written === undefined ? undefined : time.read(text(written));

/**
 * The values that belong together. Anybody in the chat can add a second text to another's message, so where there are
 * several values, those under which a signature of the named maker holds are the message.
 */
export function versionOf(saying: Saying, judge: Judge): Version {
  const isMixed = [saying.makers, saying.contents, saying.times].some((values) => values.length > 1);
  const plain = (signature: Signature, said?: Signed): Version => {
    const created = said?.created ?? saying.times[0];
    return {
      saying,
      maker: said?.maker ?? saying.makers[0],
      content: said?.content ?? saying.contents[0],
      created: timeOf(created),
      signature,
      isMixed
    };
  };
  if (saying.proofs.length === 0) return plain('unsigned');
  let unchecked = saying.makers.some((maker) => !judge.keys(maker)?.length);
  let tried = 0;
  for (const { said, proof, key } of pairings(saying, judge)) {
    if (++tried > TRIED) break;
    const verdict = judge.verdict(said, proof, key, saying.document);
    if (verdict) return plain('verified', said);
    if (verdict === undefined) unchecked = true;
  }
  const left = plain(unchecked ? 'unchecked' : 'bad');
  // Which of so many words are the maker's was not found out: then it is better to show none.
  const isTooMuch = saying.isCrowded || tried > TRIED || waysOf(saying) > TRIED;
  return isTooMuch ? { ...left, content: undefined } : left;
}

/** Each costs milliseconds, and whoever may add to a document can make as many as they like. */
const TRIED = 128;

const waysOf = ({ makers, contents, times, proofs }: Saying): number =>
  makers.length * contents.length * times.length * proofs.length;

/** Values that may belong together, with each key of the maker. */
function* pairings(
  { id, makers, contents, times, proofs }: Saying,
  judge: Judge
): Generator<{ said: Signed; proof: string; key: string }> {
  for (const maker of makers)
    for (const content of contents)
      for (const created of times)
        for (const key of judge.keys(maker) ?? [])
          for (const proof of proofs) yield { said: { id, created, content, maker }, proof, key };
}

const TRUST: Record<Signature, number> = { bad: -1, unsigned: 0, unchecked: 1, verified: 2 };

/** Whether the one may stand in place of the other: never on a weaker word than what it replaces. */
export const isAsGood = (next: Version, before: Version): boolean =>
  TRUST[next.signature] >= Math.max(0, TRUST[before.signature]);
