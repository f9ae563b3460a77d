import { Graph } from '#lib/rdf/graph.ts';
import { AS, FOAF, LDP, PIM, RDF, SOLID, VCARD } from '#lib/rdf/vocab.ts';

/** Somebody with an address, as far as their own card tells. */
export interface Person {
  readonly kind: 'person';
  readonly webId: string;
  readonly name?: string;
  /** An address to show only as the guarded fetch gives it. */
  readonly photo?: string;
  /** Where they may sign in; never empty. */
  readonly issuers: readonly string[];
  /** Roots of their spaces. Empty when none is named and none was found. */
  readonly storages: readonly string[];
  readonly inbox?: string;
}

/** Where an address of a card begins with http: other schemes are nobody's space or picture. */
const web = (iris: readonly string[]) => [...new Set(iris.filter((one) => /^https?:\/\//i.test(one)))];

/**
 * Who a document is about: the subject with a provider, the named one first. A card may describe others too, so
 * only subjects of the document itself count.
 */
export function subjectOf(graph: Graph, document: string, asked?: string): string | undefined {
  if (asked !== undefined && graph.about(asked).length) return asked;
  const own = graph.subjects().filter((subject) => subject.split('#', 1)[0] === document);
  const topic = graph.iris(document, FOAF.primaryTopic).filter((subject) => own.includes(subject));
  const people = own.filter((subject) =>
    [FOAF.Person, VCARD.Individual, AS.Person].some((type) => graph.has(subject, RDF.type, type))
  );
  const issued = own.filter((subject) => graph.has(subject, SOLID.oidcIssuer));
  return [...topic, ...issued].find((subject) => issued.includes(subject)) ?? topic[0] ?? people[0];
}

/** What a card says of its subject. */
export function personFrom(graph: Graph, webId: string): Person {
  const first = (...predicates: string[]) =>
    web(predicates.flatMap((predicate) => graph.iris(webId, predicate)))[0];
  const names = [FOAF.name, VCARD.fn, AS.name].map((predicate) => graph.text(webId, predicate)?.trim());
  const name = names.find((one) => one);
  const photo = first(VCARD.hasPhoto, FOAF.img, FOAF.depiction, AS.icon);
  const inbox = first(LDP.inbox);
  return {
    kind: 'person',
    webId,
    ...(name ? { name } : {}),
    ...(photo ? { photo } : {}),
    issuers: web(graph.iris(webId, SOLID.oidcIssuer)),
    storages: web(graph.iris(webId, PIM.storage)),
    ...(inbox ? { inbox } : {})
  };
}
