import { Graph } from '#lib/rdf/graph.ts';
import type { Cache, CachedDocument, OutboxEntry } from './cache.ts';
import { documentOf } from './document-of.ts';
import { fingerprint } from './fingerprint.ts';
import { Lru } from './lru.ts';
import type { Parsed } from './parsed.ts';
import type { Reader } from './reader.ts';
import type { View } from './view.ts';
import { waitingFor } from './waiting-for.ts';

/** Characters of Turtle whose statements are kept at hand (about ten times as many bytes). */
const PARSED_LIMIT = 16_000_000;
const VIEWS_LIMIT = 2_000;

/** Brings what reads: it carries a parser that a first screen does without. */
export type LoadReader = () => Promise<Reader>;
const NOTHING: Parsed = { quads: [] };

/**
 * The way to read a cache. A view is kept until its document or its entries change, so reading it again is free;
 * Turtle is parsed when somebody looks at the statements, and only once for each text; what is large is parsed before,
 * beside the page. What reads is loaded with the first document that says something.
 */
export function viewer(
  cache: Cache,
  loadReader: LoadReader = async () => (await import('./reader.ts')).reader
): (url: string) => Promise<View> {
  let reader: Reader | undefined;
  const views = new Lru<Promise<ReadView>>(VIEWS_LIMIT);
  /** From before I wrote there: that changes what waits, and not the document. */
  const last = new Lru<ReadView>(VIEWS_LIMIT);
  /** Those that are read: one that is being read would wait for itself. */
  const done = new WeakMap<Promise<ReadView>, ReadView>();
  const texts = new Lru<Base>(PARSED_LIMIT);
  cache.subscribe((urls, isOurs) => {
    for (const url of urls) {
      const view = views.get(url);
      const before = view && done.get(view);
      if (!isOurs) last.delete(url);
      else if (before) last.set(url, before);
      views.delete(url);
    }
  });

  function baseOf(url: string, document: CachedDocument | undefined): Base {
    const known = texts.get(url);
    if (known?.isOf(document)) return known;
    const base = new Base(url, document, () => reader);
    texts.set(url, base, (document?.turtle.length ?? 0) + 100);
    return base;
  }

  async function documentFor(
    url: string,
    waiting: readonly OutboxEntry[]
  ): Promise<CachedDocument | undefined> {
    const before = last.get(url);
    // All that waited then waits now: none of it has arrived.
    const isSame = before?.waiting.every(({ id }) => waiting.some((entry) => entry.id === id));
    return before && isSame ? before.stored : cache.document(url);
  }

  async function readNow(url: string): Promise<ReadView> {
    // What waits first: what arrives between the two readings is then seen twice, which is the same as once. The other
    // way round it would be in neither, and whoever writes on top of that would undo it.
    const waiting = waitingFor(await cache.outbox(), url);
    const document = await documentFor(url, waiting);
    if (document?.turtle || waiting.length > 0) reader ??= await loadReader();
    const base = baseOf(url, document);
    await base.ready();
    return new ReadView(url, base, document, waiting);
  }

  return (address) => {
    const url = documentOf(address);
    const known = views.get(url);
    if (known) return known;
    const view = readNow(url);
    views.set(url, view);
    // A failure is not kept; whoever asked hears of it.
    view.then(
      (read) => done.set(view, read),
      () => views.delete(url)
    );
    return view;
  };
}

/** What the server last said, without what waits. */
class Base {
  readonly version: string;
  readonly #url: string;
  readonly #turtle: string;
  readonly #start: string;
  /** Undefined only while there is nothing to be read. */
  readonly #reader: () => Reader | undefined;
  #parsed: Parsed | undefined;
  #last:
    { readonly version: string; readonly graph: Graph; readonly waiting: readonly OutboxEntry[] } | undefined;

  constructor(url: string, document: CachedDocument | undefined, reader: () => Reader | undefined) {
    this.#reader = reader;
    this.#url = url;
    this.#turtle = document?.turtle ?? '';
    this.#start = document?.base ?? url;
    // Of the text, not of the ETag: after our own writes there is none, and not every server's can be trusted.
    this.version = fingerprint(this.#turtle + (document?.base ?? ''));
  }

  isOf(document: CachedDocument | undefined): boolean {
    return this.#turtle === (document?.turtle ?? '') && this.#start === (document?.base ?? this.#url);
  }

  /** Until looking at the statements is quick. */
  async ready(): Promise<void> {
    const reader = this.#reader();
    if (reader?.isLarge(this.#turtle)) this.#parsed ??= await reader.parsedSoon(this.#turtle, this.#start);
  }

  get parsed(): Parsed {
    return (this.#parsed ??= this.#reader()?.parsed(this.#turtle, this.#start) ?? NOTHING);
  }

  /** The same graph for the same version, so that what is computed from it can be kept by identity. */
  graph(version: string, waiting: readonly OutboxEntry[]): Graph {
    const last = this.#last;
    if (last?.version === version) return last.graph;
    // What waits comes at the end, mostly: then the rest has been applied.
    const isMore = last?.waiting.every(({ id }, place) => waiting[place]?.id === id);
    const quads = last && isMore ? last.graph.quads : this.parsed.quads;
    const rest = last && isMore ? waiting.slice(last.waiting.length) : waiting;
    const graph = new Graph(this.#reader()?.applyWaiting(quads, rest, this.#url) ?? quads);
    this.#last = { version, graph, waiting };
    return graph;
  }
}

class ReadView implements View {
  readonly url: string;
  readonly waiting: readonly OutboxEntry[];
  readonly version: string;
  readonly #base: Base;
  /** As the cache has it. */
  readonly stored: CachedDocument | undefined;
  #graph: Graph | undefined;

  constructor(
    url: string,
    base: Base,
    document: CachedDocument | undefined,
    waiting: readonly OutboxEntry[]
  ) {
    this.url = url;
    this.waiting = waiting;
    this.version = [base.version, ...waiting.map((entry) => entry.id)].join(' ');
    this.#base = base;
    this.stored = document;
  }

  get graph(): Graph {
    return (this.#graph ??= this.#base.graph(this.version, this.waiting));
  }

  get document(): CachedDocument | undefined {
    const document = this.stored;
    if (!document || document.state === 'broken' || document.checked) return document;
    const { broken } = this.#base.parsed;
    if (broken === undefined) return document;
    return { ...document, state: 'broken', problem: { kind: 'broken', detail: broken } };
  }
}
