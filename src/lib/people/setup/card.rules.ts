import { iri, quad, text, type Quad } from '#lib/rdf/terms.ts';
import { AS, FOAF, LDP, PIM, RDF, SOLID, VCARD } from '#lib/rdf/vocab.ts';
import type { Write } from '#lib/sync/sync.ts';
import { step, type Step } from './step.ts';
import type { Surroundings } from './surroundings.ts';

/** My own WebID document and preferences say where things are. Only adds what neither of them says yet. */
export function cardStep(around: Surroundings, name?: string): Step {
  const { me, space, views, year } = around;
  const card = views.get(space.card)!.graph;
  const preferences = views.get(space.preferences)!.graph;
  const wanted: [string, string][] = [
    [PIM.storage, space.storage],
    [LDP.inbox, space.inbox],
    [PIM.preferencesFile, space.preferences],
    [SOLID.publicTypeIndex, space.publicTypeIndex],
    // Other apps look for day files directly in the folder it names (docs/data.md).
    [SOLID.timeline, `${space.publicTimeline}${year}/`]
  ];
  const missing = wanted
    .filter(([predicate, value]) =>
      predicate === PIM.storage ? !card.has(me.id, predicate, value) : !card.has(me.id, predicate)
    )
    .map(([predicate, value]) => quad(me.id, predicate, iri(value)));
  const streams = card.has(me.id, AS.streams, space.publicRecent)
    ? []
    : [quad(me.id, AS.streams, iri(space.publicRecent))];
  const named = [VCARD.fn, FOAF.name].filter((word) => !card.has(me.id, word));
  // A name under one of the two words is a name already: that one is the person's own.
  const own = card.text(me.id, VCARD.fn) ?? card.text(me.id, FOAF.name) ?? name?.trim();
  const names = own ? named.map((word) => quad(me.id, word, text(own))) : [];
  const type = card.has(me.id, RDF.type, FOAF.Person) ? [] : [quad(me.id, RDF.type, iri(FOAF.Person))];
  const privately =
    card.has(me.id, SOLID.privateTypeIndex) || preferences.has(me.id, SOLID.privateTypeIndex)
      ? []
      : [quad(me.id, SOLID.privateTypeIndex, iri(space.privateTypeIndex))];
  const label = 'Say in your profile where things are';
  return step('card', [
    ...patched(space.preferences, privately, label),
    ...patched(space.card, [...type, ...missing, ...streams, ...names], label)
  ]);
}

const patched = (document: string, insert: Quad[], label: string): Write[] =>
  insert.length ? [{ document, intent: { kind: 'patch', insert, delete: [] }, label }] : [];
