import type { View } from '#lib/cache/view.ts';
import type { Graph } from '#lib/rdf/graph.ts';
import { iri } from '#lib/rdf/shape.ts';
import { DC, DCT, FOAF, SCHEMA, SEC, SIOC, WF } from '#lib/rdf/vocab.ts';
import { documentOf } from '#lib/people/address.ts';

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
  const threads = new Map<string, readonly string[]>();
  const actions = new Map<string, string[]>();
  for (const subject of graph.subjects()) {
    // solid-chat/app hangs messages on the document instead of `#this`.
    if (documentOf(subject) === index) for (const id of graph.iris(subject, WF.message)) listed.add(id);
    const members = graph.iris(subject, SIOC.has_member);
    if (members.length) threads.set(subject, members);
    const target = TARGET.flatMap((word) => graph.iris(subject, word))[0];
    if (target !== undefined && documentOf(subject) === document)
      actions.set(target, [...(actions.get(target) ?? []), subject]);
  }
  const inThreads = [...threads.values()].flat();
  const reactions = [...actions.values()].flat();
  const replaced = new Set(
    graph.subjects(DCT.isReplacedBy).flatMap((id) => graph.iris(id, DCT.isReplacedBy))
  );
  const holders = new Map<string, string[]>();
  for (const [thread, members] of threads)
    for (const id of members) holders.set(id, [...(holders.get(id) ?? []), thread]);
  const all = new Map<string, Saying>();
  for (const id of new Set([...listed, ...inThreads, ...replaced, ...reactions])) {
    // What a document says of things elsewhere is nobody's word.
    if (documentOf(id) !== document) continue;
    all.set(id, sayingOf(graph, id, document, listed.has(id), holders.get(id) ?? []));
  }
  const threaded = inThreads.filter((id) => !replaced.has(id));
  const own = [...new Set([...listed, ...threaded])].map((id) => all.get(id));
  return {
    listed: own.filter((saying) => saying !== undefined && (saying.isListed || hasWords(saying))) as Saying[],
    all,
    actions,
    threads
  };
}

const hasWords = (saying: Saying) => saying.contents.length > 0;

/** Nobody has more of anything; a document that does would make every check slow. */
const MOST = 4;

function sayingOf(
  graph: Graph,
  id: string,
  document: string,
  isListed: boolean,
  threads: readonly string[]
): Saying {
  const iris = (...words: readonly string[]) => [
    ...new Set(
      words.flatMap((word) =>
        graph
          .objects(id, word)
          .map((term) => iri.read(term))
          .filter((value) => value !== undefined)
      )
    )
  ];
  const texts = (...words: readonly string[]) =>
    words
      .flatMap((word) => graph.objects(id, word))
      .filter((term) => term.termType === 'Literal')
      .map((term) => term.value)
      .slice(0, MOST);
  const makers = iris(FOAF.maker, DCT.creator, DC.author, DC.creator, ...either(SCHEMA.agent));
  const times = texts(DCT.created);
  return {
    id,
    document,
    makers: makers.slice(0, MOST),
    contents: texts(SIOC.content),
    times: times.length ? times : texts(DC.created, ...either(SCHEMA.dateCreated)),
    proofs: texts(SEC.proofValue),
    isListed,
    replacedBy: graph.iris(id, DCT.isReplacedBy),
    isMarkedDeleted: either(SCHEMA.dateDeleted).some((word) => graph.has(id, word)),
    replyTo: iris(SIOC.reply_of),
    threads,
    mentions: iris(...either(SCHEMA.mentions)).slice(0, 40)
  };
}
