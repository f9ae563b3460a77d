import { time } from '#lib/rdf/codec.ts';
import { distinct, quadKey } from '#lib/rdf/key.ts';
import { applyPatch, type Patch } from '#lib/rdf/patch.ts';
import type { Quad } from '#lib/rdf/terms.ts';
import { AS, DCT, RDF } from '#lib/rdf/vocab.ts';
import type { Intent, Single } from './cache.ts';
import { documentOf } from './document-of.ts';

type PatchIntent = Extract<Intent, { kind: 'patch' }>;

/** Words that do not stand because others do. */
export interface Lost {
  readonly subject: string;
  /** What they were: its content, its name. */
  readonly predicate: string;
  readonly text: string;
  /** What stands instead; nothing when it was deleted. */
  readonly instead?: string | undefined;
  /** True when the words of this change won, so that those of another device are lost. */
  readonly theirs: boolean;
  /** When the change was made, milliseconds since 1970. */
  readonly at: number;
}

export interface Weighed {
  /** What is to be changed in this document: what lost is not in it, what it wins over is deleted. */
  readonly patch: Patch;
  readonly lost: readonly Lost[];
}

/**
 * A change made on one device, in a document that another device may have changed since. Where only one value can
 * stand, the newer stands, whole; a deletion stands over any words (what somebody took away must not come back by
 * itself); two of one moment are told apart by their words. It is an order of all values, so every device and every
 * document comes to the same, in whatever order changes arrive. Pure: screens and the sender ask the same.
 * @param url of the document
 */
export function weigh(there: readonly Quad[], intent: PatchIntent, url: string): Weighed {
  if (!intent.single) return { patch: intent, lost: [] };
  let patch: Patch = intent;
  const lost: Lost[] = [];
  for (const single of intent.single) {
    const mine = ofOurs(intent, single);
    const theirs = ofTheirs(there, single, url);
    const [ours, others] = [texts(mine.said, single), texts(theirs.said, single)];
    const stands = same(theirs, before(intent, single)) || same(theirs, mine) || isNewer(mine, theirs);
    patch = stands ? winning(patch, there, single, mine.said) : without(patch, there, single);
    const gone = stands
      ? others.filter((each) => ![...ours, ...texts(single.from, single)].includes(each))
      : ours;
    const [instead] = stands ? ours : others;
    for (const text of gone)
      if (text !== instead)
        lost.push({
          subject: single.subject,
          predicate: single.predicates[0]!,
          text,
          instead,
          theirs: stands,
          at: single.at
        });
  }
  return { patch: { insert: distinct(patch.insert), delete: distinct(patch.delete) }, lost };
}

/** A thing as one side says it. */
interface Side {
  readonly said: readonly Quad[];
  /** Only what belongs together, as one text. */
  readonly key: string;
  readonly isGone: boolean;
  readonly at: number;
}

const side = (said: readonly Quad[], { predicates }: Single, isGone: boolean, at: number): Side => ({
  said,
  key: said
    .filter(({ predicate }) => predicates.includes(predicate.value))
    .map(quadKey)
    .sort()
    .join('\n'),
  isGone,
  at
});

const about = (quads: readonly Quad[], { subject }: Single): Quad[] =>
  quads.filter((quad) => quad.subject.value === subject);

function ofOurs(intent: PatchIntent, single: Single): Side {
  const said = about(applyPatch(single.from, intent), single);
  return side(said, single, tellsOfDeletion(intent.insert, single), single.at);
}

function ofTheirs(there: readonly Quad[], single: Single, url: string): Side {
  const said = about(there, single);
  // In its own document a thing that is not there was deleted; from any other it may only have moved on.
  const isMissing = said.length === 0 && documentOf(single.subject) === url;
  const at = Math.max(
    -Infinity,
    ...said.filter(isDate).map(({ object }) => time.read(object)?.getTime() ?? -Infinity)
  );
  return side(said, single, isMissing || tellsOfDeletion(there, single), at);
}

const before = (intent: PatchIntent, single: Single): Side =>
  side(single.from, single, tellsOfDeletion(intent.delete, single), -Infinity);

const DATES: ReadonlySet<string> = new Set([AS.published, AS.updated, AS.deleted, DCT.modified]);
const isDate = ({ predicate }: Quad): boolean => DATES.has(predicate.value);

const same = (one: Side, other: Side): boolean => one.key === other.key && one.isGone === other.isGone;

/** What has no date (a name) is older than what has one: then what arrives last stands. */
function isNewer(mine: Side, theirs: Side): boolean {
  if (mine.isGone !== theirs.isGone) return mine.isGone;
  return mine.at === theirs.at ? mine.key > theirs.key : mine.at > theirs.at;
}

/** A tombstone in its place, or the news of a deletion elsewhere (ActivityStreams 2.0). */
const tellsOfDeletion = (quads: readonly Quad[], single: Single): boolean => {
  const news = newsOf(quads, single);
  return quads.some(
    ({ subject, predicate, object }) =>
      predicate.value === RDF.type &&
      ((subject.value === single.subject && object.value === AS.Tombstone) ||
        (news.has(subject.value) && object.value === AS.Delete))
  );
};

/** Edits and deletions that are told of the subject. What others say of it (a like) is no news of its words. */
function newsOf(quads: readonly Quad[], { subject }: Single): ReadonlySet<string> {
  const news = new Set(
    quads
      .filter(({ predicate, object }) => predicate.value === AS.object && object.value === subject)
      .map((quad) => quad.subject.value)
  );
  if (news.size === 0) return news;
  const told = quads.filter(
    ({ predicate, object }) => predicate.value === RDF.type && NEWS.has(object.value)
  );
  return new Set(told.map((quad) => quad.subject.value).filter((each) => news.has(each)));
}
const NEWS: ReadonlySet<string> = new Set([AS.Update, AS.Delete]);

const texts = (said: readonly Quad[], { subject, predicates }: Single): string[] =>
  said
    .filter((quad) => quad.subject.value === subject && quad.predicate.value === predicates[0])
    .map(({ object }) => object.value)
    .sort();

/** Ours, in place of whatever is said there now, with our news in place of other news. */
function winning(patch: Patch, there: readonly Quad[], single: Single, said: readonly Quad[]): Patch {
  const belongs = belongingTo(single);
  const wanted = said.filter(belongs);
  const [keys, known] = [new Set(wanted.map(quadKey)), new Set(there.map(quadKey))];
  const [news, ourNews] = [newsOf(there, single), newsOf(patch.insert, single)];
  const isOld = (quad: Quad) => belongs(quad) && !keys.has(quadKey(quad));
  const isOldNews = ({ subject: { value } }: Quad) => news.has(value) && !ourNews.has(value);
  return {
    insert: [
      ...patch.insert.filter((quad) => !belongs(quad)),
      ...wanted.filter((quad) => !known.has(quadKey(quad)))
    ],
    delete: [
      ...patch.delete.filter((quad) => !belongs(quad)),
      ...there.filter((quad) => isNamed(quad) && (isOld(quad) || isOldNews(quad)))
    ]
  };
}

/** Nothing of it: neither words, nor, where all of it goes together, what lists it and tells of it. */
function without(patch: Patch, there: readonly Quad[], single: Single): Patch {
  const belongs = belongingTo(single);
  const news = newsOf([...there, ...patch.insert, ...patch.delete], single);
  const concerns = (quad: Quad) =>
    belongs(quad) ||
    (single.whole === true && (quad.object.value === single.subject || news.has(quad.subject.value)));
  return {
    insert: patch.insert.filter((quad) => !concerns(quad)),
    delete: patch.delete.filter((quad) => !concerns(quad))
  };
}

const belongingTo =
  (single: Single) =>
  ({ subject, predicate }: Quad): boolean =>
    subject.value === single.subject &&
    (single.whole === true || single.predicates.includes(predicate.value));

/** A patch cannot name blank nodes (Solid Protocol, 5.3.1). */
const isNamed = ({ subject, object }: Quad): boolean =>
  subject.termType !== 'BlankNode' && object.termType !== 'BlankNode';
