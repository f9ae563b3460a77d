import { distinct, termKey } from './key.ts';
import { escaped, suffix, termText } from './ntriples.ts';
import type { Quad, Term } from './terms.ts';
import { TurtleProblem } from './turtle-problem.ts';
import { PREFIXES, RDF } from './vocab.ts';

// A subset of Turtle's PN_LOCAL that needs no escapes.
const localName = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/**
 * The statements as a document a person can read: prefixes, one block a subject, the document itself
 * first. With `base` (the document's URL) its own IRIs become `<>` and `<#name>`.
 * Throws a TurtleProblem for nothing to write (an empty document is always a mistake somewhere, and an
 * empty access document would lock its owner out) and for terms Turtle cannot hold.
 */
export function writeTurtle(quads: readonly Quad[], base = ''): string {
  if (quads.length === 0) throw new TurtleProblem(base, 'there is nothing to write');
  const used = new Set<keyof typeof PREFIXES>();
  const write = termWriter(base.split('#', 1)[0]!, used);
  const blocks = bySubject(distinct(quads), base).map((block) => subjectBlock(block, write));
  const head = [...used].sort().map((prefix) => `@prefix ${prefix}: <${PREFIXES[prefix]}>.\n`);
  return `${head.join('')}${head.length ? '\n' : ''}${blocks.join('\n\n')}\n`;
}

function bySubject(quads: Quad[], base: string): Quad[][] {
  const blocks = new Map<string, Quad[]>();
  for (const quad of quads) {
    const key = termKey(quad.subject);
    const block = blocks.get(key);
    if (block) block.push(quad);
    else blocks.set(key, [quad]);
  }
  const rank = (key: string) => (key === base ? 0 : key.startsWith('_:') ? 2 : 1);
  return [...blocks.entries()]
    .sort(([a], [b]) => rank(a) - rank(b) || compare(a, b))
    .map(([, block]) => block);
}

function subjectBlock(block: Quad[], write: (term: Term) => string): string {
  const lines = new Map<string, string[]>();
  const predicate = (quad: Quad) => (quad.predicate.value === RDF.type ? '' : quad.predicate.value);
  const ordered = [...block].sort(
    (a, b) => compare(predicate(a), predicate(b)) || compare(termKey(a.object), termKey(b.object))
  );
  for (const quad of ordered) {
    const verb = quad.predicate.value === RDF.type ? 'a' : write(quad.predicate);
    lines.set(verb, [...(lines.get(verb) ?? []), write(quad.object)]);
  }
  const body = [...lines].map(([verb, objects]) => `${verb} ${objects.join(', ')}`);
  return `${write(block[0]!.subject)} ${body.join(';\n    ')}.`;
}

function termWriter(base: string, used: Set<keyof typeof PREFIXES>): (term: Term) => string {
  const blanks = new Map<string, string>();
  const prefixes = Object.entries(PREFIXES) as [keyof typeof PREFIXES, string][];
  return function write(term: Term): string {
    if (term.termType === 'BlankNode') {
      // Foreign labels may hold what Turtle forbids: number them anew.
      if (!blanks.has(term.value)) blanks.set(term.value, `_:b${blanks.size + 1}`);
      return blanks.get(term.value)!;
    }
    if (term.termType === 'Literal') {
      // Posts keep their line breaks, so that a person can read them in the file.
      const lines = term.value.split('\n').map(escaped);
      const mark = lines.length > 1 ? '"""' : '"';
      return mark + lines.join('\n') + mark + suffix(term, base, write);
    }
    const long = termText(term, base);
    if (base && term.value === base) return '<>';
    if (base && term.value.startsWith(`${base}#`)) return `<${term.value.slice(base.length)}>`;
    for (const [prefix, namespace] of prefixes) {
      if (term.value.startsWith(namespace) && localName.test(term.value.slice(namespace.length))) {
        used.add(prefix);
        return `${prefix}:${term.value.slice(namespace.length)}`;
      }
    }
    return long;
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
