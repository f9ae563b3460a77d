import type { View } from '#lib/cache/view.ts';
import type { Graph } from '#lib/rdf/graph.ts';
import { iri } from '#lib/rdf/shape.ts';
import type { Term } from '#lib/rdf/terms.ts';
import { DC, DCT, FOAF, SCHEMA, SEC, SIOC, WF } from '#lib/rdf/vocab.ts';
import { documentOf } from '#lib/people/address.ts';
import { mintedFor } from './minted.ts';

/**
 * What one document says of a message, a replacement or a reaction, with every value there is: whoever may add to a
 * document may add a second text to another's message, and only the signature tells which one is its maker's.
 */
export interface Saying {
  readonly id: string;
  readonly document: string;
  readonly makers: readonly string[];
  readonly contents: readonly string[];
  /** As written: the signature is over the very letters. */
  readonly times: readonly string[];
  readonly proofs: readonly string[];
  /** There was more than is looked at: what is here may be anybody's. */
  readonly isCrowded: boolean;
  /** The chat lists it; replacements are not listed. */
  readonly isListed: boolean;
  readonly replacedBy: readonly string[];
  readonly isMarkedDeleted: boolean;
  readonly replyTo: readonly string[];
  readonly threads: readonly string[];
  readonly mentions: readonly string[];
}

/** What a day document says, in the order of the document. */
export interface Told {
  readonly listed: readonly Saying[];
  readonly all: ReadonlyMap<string, Saying>;
  /** What it is about -> addresses of reactions. */
  readonly actions: ReadonlyMap<string, readonly string[]>;
  /** Thread -> its members, as this document lists them. */
  readonly threads: ReadonlyMap<string, readonly string[]>;
}

const known = new WeakMap<Graph, Told>();

/** Reads a day document, once for each version of it. `index` is the document of the chat itself. */
export function toldIn(view: View, index: string): Told {
  const graph = view.graph;
  const before = known.get(graph);
  if (before) return before;
  const told = read(graph, view.url, index);
  known.set(graph, told);
  return told;
}

/** schema.org under both spellings: we write http, others write either. */
export const either = (word: string): readonly string[] => [word, word.replace('http:', 'https:')];

const TARGET = either(SCHEMA.target);

function read(graph: Graph, document: string, index: string): Told {
  const listed = new Set<string>();
  const threads = new Map<string, string[]>();
  const actions = new Map<string, string[]>();
  // What is about several things is about the first.
  const targeted = new Set<string>();
  const replaced = new Set<string>();
  for (const { subject, predicate, object } of graph.quads) {
    if (object.termType !== 'NamedNode') continue;
    const word = predicate.value;
    const id = subject.termType === 'BlankNode' ? `_:${subject.value}` : subject.value;
    // solid-chat/app hangs messages on the document instead of `#this`.
    if (word === WF.message && documentOf(id) === index) listed.add(object.value);
    else if (word === SIOC.has_member) put(threads, id, object.value);
    else if (word === DCT.isReplacedBy) replaced.add(object.value);
    else if (TARGET.includes(word) && documentOf(id) === document && !targeted.has(id)) {
      targeted.add(id);
      put(actions, object.value, id);
    }
  }
  const inThreads = [...threads.values()].flat();
  const reactions = [...actions.values()].flat();
  const holders = new Map<string, string[]>();
  for (const [thread, members] of threads) for (const id of members) put(holders, id, thread);
  const all = new Map<string, Saying>();
  for (const id of new Set([...listed, ...inThreads, ...replaced, ...reactions])) {
    // What a document says of things elsewhere is nobody's word.
    if (documentOf(id) !== document) continue;
    all.set(id, sayingOf(graph, id, document, listed.has(id), holders.get(id) ?? []));
  }
  const threaded = inThreads.filter((id) => !replaced.has(id));
  // Anybody in the chat can list an edit or a deletion; its address says that it is no message.
  const own = [...new Set([...listed, ...threaded])].filter((id) => !mintedFor(id)).map((id) => all.get(id));
  return {
    listed: own.filter((saying) => saying !== undefined && (saying.isListed || hasWords(saying))) as Saying[],
    all,
    actions,
    threads
  };
}

const hasWords = (saying: Saying) => saying.contents.length > 0;

/** Nobody has more of anything; a document that does would make every check slow. */
const MOST = 32;

function put(into: Map<string, string[]>, key: string, value: string): void {
  const known = into.get(key);
  if (known) known.push(value);
  else into.set(key, [value]);
}

const MAKERS = [FOAF.maker, DCT.creator, DC.author, DC.creator, ...either(SCHEMA.agent)];
const TIMES = [DC.created, ...either(SCHEMA.dateCreated)];
const DELETED = either(SCHEMA.dateDeleted);
const MENTIONS = either(SCHEMA.mentions);

function sayingOf(
  graph: Graph,
  id: string,
  document: string,
  isListed: boolean,
  threads: readonly string[]
): Saying {
  // Once through what is said of it: a day has hundreds, and there are a dozen words to look for.
  const said = new Map<string, Term[]>();
  for (const { predicate, object } of graph.about(id)) {
    const known = said.get(predicate.value);
    if (known) known.push(object);
    else said.set(predicate.value, [object]);
  }
  const terms = (words: readonly string[]) => words.flatMap((word) => said.get(word) ?? []);
  const iris = (...words: readonly string[]) => [
    ...new Set(
      terms(words)
        .map((term) => iri.read(term))
        .filter((value) => value !== undefined)
    )
  ];
  const texts = (...words: readonly string[]) =>
    terms(words)
      .filter((term) => term.termType === 'Literal')
      .map((term) => term.value);
  const created = texts(DCT.created);
  const makers = iris(...MAKERS);
  const contents = texts(SIOC.content);
  const times = created.length ? created : texts(...TIMES);
  const proofs = texts(SEC.proofValue);
  return {
    id,
    document,
    makers: makers.slice(0, MOST),
    contents: contents.slice(0, MOST),
    times: times.slice(0, MOST),
    proofs: proofs.slice(0, MOST),
    isCrowded: [makers, contents, times, proofs].some((values) => values.length > MOST),
    isListed,
    replacedBy: iris(DCT.isReplacedBy),
    isMarkedDeleted: DELETED.some((word) => said.has(word)),
    replyTo: iris(SIOC.reply_of),
    threads,
    mentions: iris(...MENTIONS).slice(0, 40)
  };
}
