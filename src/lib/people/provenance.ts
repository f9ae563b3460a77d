import type { View } from '#lib/cache/view.ts';
import { Graph } from '#lib/rdf/graph.ts';
import type { Quad } from '#lib/rdf/terms.ts';
import { AS, DC, DCT, FOAF, OWL, RDF, SCHEMA, SIOC } from '#lib/rdf/vocab.ts';
import { documentOf } from './address.ts';
import { standsIn } from './storage.ts';

/**
 * Whether a document may speak for a person: it is their own WebID document, or it stands in a storage that one
 * names. `open` are folders there that others may write to, the inbox above all: those speak for nobody.
 */
export function maySpeakFor(
  document: string,
  person: string,
  storages: readonly string[],
  open: readonly string[] = []
): boolean {
  if (document === documentOf(person)) return true;
  return standsIn(document, storages) && !standsIn(document, open);
}

/** Words that name who made or did a thing. Any value but the owner makes the thing somebody else's. */
const AUTHORS: ReadonlySet<string> = new Set([
  AS.attributedTo,
  AS.actor,
  AS.subject,
  DCT.creator,
  FOAF.maker
]);

/** The same from other vocabularies, where a plain text ("Bob Smith") is common and names nobody. */
const AUTHORS_OR_TEXT: ReadonlySet<string> = new Set([
  SIOC.has_creator,
  SCHEMA.author,
  SCHEMA.agent,
  SCHEMA.author.replace('http:', 'https:'),
  SCHEMA.agent.replace('http:', 'https:'),
  DC.creator,
  DC.author
]);

/** Activities that change a thing: only the owner's own things can be meant. */
const CHANGES: readonly string[] = [AS.Update, AS.Delete, AS.Undo];

/**
 * What may be believed of a document of `owner`, whose WebID document names `storages`: statements about things
 * in those storages and about the owner, of things that nobody else is said to have made. All else is dropped
 * before any question sees it. Empty when the document itself may not speak for the owner.
 */
export function believed(
  graph: Graph,
  document: string,
  owner: string,
  storages: readonly string[],
  open: readonly string[] = []
): Graph {
  if (!maySpeakFor(document, owner, storages, open)) return new Graph([]);
  return graph.left((about, key) =>
    owns(about, key, owner, storages) ? (about.every(isPlain) ? about : about.filter(isPlain)) : []
  );
}

const isPlain = ({ graph, predicate }: Quad): boolean =>
  graph.termType === 'DefaultGraph' && predicate.value !== OWL.sameAs;

/**
 * The same for a view. A document that was found elsewhere (redirects) must be allowed to speak from there too:
 * an open redirect in somebody's space would otherwise speak for them. Their WebID document may lie anywhere.
 */
export function believedIn(
  view: View,
  owner: string,
  storages: readonly string[],
  open: readonly string[] = []
): Graph {
  const found = view.document?.base ?? view.url;
  if (view.url !== documentOf(owner) && !maySpeakFor(found, owner, storages, open)) return new Graph([]);
  return believed(view.graph, view.url, owner, storages, open);
}

function owns(about: readonly Quad[], key: string, owner: string, storages: readonly string[]): boolean {
  const { subject } = about[0]!;
  const nameless = subject.termType === 'BlankNode';
  if (!nameless && subject.termType !== 'NamedNode') return false;
  if (!nameless && key !== owner && !standsIn(key, storages)) return false;
  if (about.some((quad) => namesAnother(quad, owner))) return false;
  const changes = about.some(
    (quad) => quad.predicate.value === RDF.type && CHANGES.includes(quad.object.value)
  );
  return (
    !changes ||
    about.every((quad) => quad.predicate.value !== AS.object || standsIn(quad.object.value, storages))
  );
}

function namesAnother({ predicate, object }: Quad, owner: string): boolean {
  if (object.termType === 'NamedNode' && object.value === owner) return false;
  if (AUTHORS.has(predicate.value)) return true;
  return AUTHORS_OR_TEXT.has(predicate.value) && object.termType !== 'Literal';
}
