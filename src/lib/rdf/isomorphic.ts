import { distinct, termKey } from './key.ts';
import type { Quad, Term } from './terms.ts';

/**
 * Whether two sets of statements are the same graph, whatever the labels of their blank nodes
 * (RDF 1.1 Concepts, section 3.6). For fixtures and round trips: blank nodes that all look alike are
 * tried in turn, so a document with hundreds of those would take long.
 */
export function sameGraph(a: Iterable<Quad>, b: Iterable<Quad>): boolean {
  const [left, right] = [distinct(a), distinct(b)];
  if (left.length !== right.length) return false;
  const nodes = blankLabels(left);
  if (nodes.length !== blankLabels(right).length) return false;
  return match(left, right, nodes, new Map(), new Map());
}

/** Gives both graphs colours; where several nodes share one, pairs a node up and looks again. */
function match(
  left: Quad[],
  right: Quad[],
  nodes: string[],
  mineFixed: Colours,
  yoursFixed: Colours
): boolean {
  const [mine, yours] = [refine(left, mineFixed), refine(right, yoursFixed)];
  if (!sameSet(coloured(left, mine), coloured(right, yours))) return false;
  const free = nodes.find((node) => !mineFixed.has(node) && !alone(mine, node));
  if (free === undefined) return true;
  const candidates = [...yours.keys()].filter(
    (node) => !yoursFixed.has(node) && yours.get(node) === mine.get(free)
  );
  const mark = `fixed ${mineFixed.size}`;
  return candidates.some((candidate) =>
    match(left, right, nodes, new Map(mineFixed).set(free, mark), new Map(yoursFixed).set(candidate, mark))
  );
}

type Colours = Map<string, string>;

/** A blank node's colour: what is said of it and by it, repeated until no further nodes are told apart. */
function refine(quads: Quad[], fixed: Colours): Colours {
  let colours: Colours = new Map(blankLabels(quads).map((label) => [label, fixed.get(label) ?? '']));
  for (let kinds = 0; kinds < new Set(colours.values()).size;) {
    kinds = new Set(colours.values()).size;
    const before = colours;
    colours = new Map([...before.keys()].map((label) => [label, digest(signature(quads, label, before))]));
  }
  return colours;
}

function signature(quads: Quad[], label: string, colours: Colours): string {
  const parts = quads
    .filter((quad) => [quad.subject, quad.object].some((term) => isBlank(term) && term.value === label))
    .map((quad) => {
      const show = (term: Term) => (isBlank(term) && term.value === label ? '*' : colour(term, colours));
      return `${show(quad.subject)} ${quad.predicate.value} ${show(quad.object)}`;
    });
  return `${colours.get(label)} | ${parts.sort().join(' | ')}`;
}

// Keeps the colours short: they would double in length with every round.
function digest(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 2654435761);
    b = Math.imul(b ^ text.charCodeAt(i), 1597334677);
  }
  return `${(a >>> 0).toString(36)}.${(b >>> 0).toString(36)}`;
}

function coloured(quads: Quad[], colours: Colours): string[] {
  return quads
    .map((quad) => `${colour(quad.subject, colours)} ${quad.predicate.value} ${colour(quad.object, colours)}`)
    .sort();
}

function colour(term: Term, colours: Colours): string {
  return isBlank(term) ? `_:${colours.get(term.value)}` : termKey(term);
}

function alone(colours: Colours, node: string): boolean {
  return [...colours.values()].filter((value) => value === colours.get(node)).length === 1;
}

function sameSet(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

function blankLabels(quads: Quad[]): string[] {
  const terms = quads.flatMap((quad) => [quad.subject, quad.object] as Term[]).filter(isBlank);
  return [...new Set(terms.map((term) => term.value))];
}

function isBlank(term: Term): boolean {
  return term.termType === 'BlankNode';
}
