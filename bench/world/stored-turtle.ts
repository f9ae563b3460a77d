import { termText } from '#lib/rdf/ntriples.ts';
import type { Quad, Term } from '#lib/rdf/terms.ts';
import { RDF } from '#lib/rdf/vocab.ts';

/**
 * A document as Community Solid Server leaves it after patches: no prefixes, whole addresses for words, and relative
 * ones for what lies near. That is what friends' pages look like in use, and it takes longer to read than what the
 * app would write by itself.
 */
export function storedTurtle(quads: readonly Quad[], url: string): string {
  const bySubject = new Map<string, Quad[]>();
  for (const quad of quads) {
    const known = bySubject.get(quad.subject.value);
    if (known) known.push(quad);
    else bySubject.set(quad.subject.value, [quad]);
  }
  const write = (term: Term) =>
    term.termType === 'NamedNode' ? `<${nearer(term.value, url)}>` : termText(term, url);
  const blocks = [...bySubject.values()].map((block) => {
    const objects = new Map<string, string[]>();
    for (const { predicate, object } of block) {
      const verb = predicate.value === RDF.type ? 'a' : write(predicate);
      objects.set(verb, [...(objects.get(verb) ?? []), write(object)]);
    }
    const lines = [...objects].map(([verb, all]) => `${verb} ${all.join(', ')}`);
    return `${write(block[0]!.subject)} ${lines.join(';\n    ')}.`;
  });
  return `${blocks.join('\n')}\n`;
}

/** A relative reference (RFC 3986, 4.2) to an address on the same server; any other stays whole. */
export function nearer(address: string, base: string): string {
  const from = new URL(base);
  if (!address.startsWith(`${from.origin}/`)) return address;
  if (address === base) return '';
  if (address.startsWith(`${base}#`)) return address.slice(base.length);
  const here = base.split('/').slice(3, -1);
  const there = address.slice(from.origin.length + 1).split('/');
  let same = 0;
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same++;
  return '../'.repeat(here.length - same) + there.slice(same).join('/');
}
