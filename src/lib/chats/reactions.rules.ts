import type { Graph } from '#lib/rdf/graph.ts';
import { RDF, SCHEMA, SIOC } from '#lib/rdf/vocab.ts';
import type { Reaction } from './message.ts';
import { mintedFor } from './minted.ts';
import { either, type Saying, type Told } from './saying.ts';
import { versionOf, type Judge } from './version.rules.ts';

/** SolidOS's kinds of action and what they look like. */
const EMOJI: readonly (readonly [string, string])[] = [
  [SCHEMA.LikeAction, '❤️'],
  [SCHEMA.AgreeAction, '👍'],
  [SCHEMA.DisagreeAction, '👎'],
  [SCHEMA.EndorseAction, '⭐️']
];

/** The kind of action for an emoji: SolidOS knows some by their class, all others by their text. */
export const actionClass = (emoji: string): string =>
  EMOJI.find(([, each]) => each === emoji)?.[0] ?? SCHEMA.Action;

/** One sign that is a picture; words are no reaction. */
function signIn(text: string | undefined): string | undefined {
  const trimmed = text?.trim().slice(0, 64);
  if (!trimmed || !/\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(trimmed)) return undefined;
  return [...SIGNS.segment(trimmed)].length === 1 ? trimmed : undefined;
}
const SIGNS = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** More kinds of them on one message are nobody's wish. */
const KINDS = 24;
/** In one document, of one person and of all to one message, that are judged: each may cost a signature. */
const MOST_OF_ONE = 2 * KINDS;
const MOST_OF_ALL = 500;

interface Given {
  readonly id: string;
  readonly emoji: string;
  readonly person: string;
  readonly isSigned: boolean;
}

/**
 * The reactions of one document to a message. One that carries a signature must be its person's, and one at an address
 * of ours must carry one; SolidOS signs none, so any other is taken at its word, when it names somebody of the chat.
 */
export function reactionsTo(
  target: string,
  graph: Graph,
  actions: Told['actions'],
  all: Told['all'],
  judge: Judge,
  isOfChat: (person: string) => boolean
): Given[] {
  const judged = new Map<string | undefined, number>();
  const oneMore = (whose: string | undefined) => {
    const count = (judged.get(whose) ?? 0) + 1;
    judged.set(whose, count);
    return count;
  };
  return (actions.get(target) ?? []).flatMap((id): Given[] => {
    const saying = all.get(id);
    if (!saying) return [];
    const minted = mintedFor(id);
    if (minted && (minted.as !== 'reaction' || minted.of !== target)) return [];
    // Anybody in the chat can call a message a reaction: its own signature would make it one of its maker's.
    if (saying.isListed || saying.threads.length > 0) return [];
    const [named] = saying.makers.filter(isOfChat);
    if (named === undefined || oneMore(named) > MOST_OF_ONE || oneMore(undefined) > MOST_OF_ALL) return [];
    const version = versionOf(saying, judge);
    const person = version.maker;
    const isForged = version.signature === 'bad' || (minted && version.signature === 'unsigned');
    if (person === undefined || !isOfChat(person) || isForged || isTakenBack(saying, person, all, judge))
      return [];
    const type = EMOJI.find(([word]) => either(word).some((each) => graph.has(id, RDF.type, each)));
    const emoji = signIn(graph.text(id, SIOC.content)) ?? type?.[1];
    return emoji === undefined ? [] : [{ id, emoji, person, isSigned: version.signature !== 'unsigned' }];
  });
}

/** By an addition of the same person: who may only add to a document can take nothing away from it. */
function isTakenBack(
  saying: Saying,
  person: string,
  all: ReadonlyMap<string, Saying>,
  judge: Judge
): boolean {
  return saying.replacedBy.some((id) => {
    const next = all.get(id);
    const minted = mintedFor(id);
    if (!next || minted?.as !== 'deletion' || minted.of !== saying.id) return false;
    const version = versionOf(next, judge);
    return version.maker === person && version.signature !== 'bad' && version.signature !== 'unsigned';
  });
}

/**
 * Together by emoji, each person once. Mine is what I signed at an address that says what it is: I can take nothing else
 * back, or a message that was disguised would go.
 */
export function gathered(given: readonly Given[], me: string): Reaction[] {
  const byEmoji = new Map<string, { people: string[]; mine?: string }>();
  for (const { id, emoji, person, isSigned } of given) {
    const group = byEmoji.get(emoji) ?? { people: [] };
    if (!group.people.includes(person)) group.people.push(person);
    if (person === me && isSigned && mintedFor(id)) group.mine ??= id;
    byEmoji.set(emoji, group);
  }
  return [...byEmoji].slice(0, KINDS).map(([emoji, group]) => ({ emoji, ...group }));
}
