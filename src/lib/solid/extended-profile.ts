import { Graph } from '#lib/rdf/graph.ts';
import { FOAF, RDFS, VCARD } from '#lib/rdf/vocab.ts';
import type { GuardedFetch } from './guarded-fetch.ts';
import type { Person } from './person.ts';

/** A card that points at more documents than this is not describing a person, and each costs a request. */
const MOST = 3;

/**
 * Completes a person from the documents their card points at (extended profile: rdfs:seeAlso and
 * foaf:isPrimaryTopicOf), when the card itself lacks a name or a space. Never the provider: that counts in the card
 * alone. Documents that cannot be read are passed over; without any, the person is as before.
 */
export async function withExtendedProfile(fetch: GuardedFetch, person: Person, card: Graph): Promise<Person> {
  const { webId } = person;
  if (person.name && person.storages.length) return person;
  const document = webId.split('#', 1)[0]!;
  const links = [
    ...card.iris(webId, RDFS.seeAlso),
    ...card.iris(webId, FOAF.isPrimaryTopicOf),
    ...card.subjects(FOAF.primaryTopic, webId)
  ];
  const others = new Set(links.map((url) => url.split('#', 1)[0]!).filter((url) => url !== document));
  if (others.size === 0 || others.size > MOST) return person;
  const { getPodUrlAllFrom, getProfileAll, getStringNoLocale, getThing, getUrl } =
    await import('@inrupt/solid-client');
  try {
    const all = await getProfileAll(webId, { fetch: fetch as typeof globalThis.fetch });
    const things = all.altProfileAll
      .map((dataset) => getThing(dataset, webId))
      .filter((thing) => thing !== null);
    const find = <T>(read: (thing: (typeof things)[number]) => T | null | undefined) =>
      things.map(read).find((value) => value !== null && value !== undefined);
    const name =
      person.name ??
      find((thing) => getStringNoLocale(thing, FOAF.name) ?? getStringNoLocale(thing, VCARD.fn));
    const photo = person.photo ?? find((thing) => getUrl(thing, VCARD.hasPhoto) ?? getUrl(thing, FOAF.img));
    const storages = person.storages.length ? person.storages : getPodUrlAllFrom(all, webId);
    return { ...person, ...(name ? { name } : {}), ...(photo ? { photo } : {}), storages };
  } catch {
    // A nicety that failed: the card itself was read and stands.
    return person;
  }
}
