import type { Neighbour } from '../../../scripts/demo/neighbour.ts';

/**
 * Many people in one person's space, each with a card, a storage and words of their own: Solid knows no difference
 * between such a person and one with a server of their own, and a hundred of them cost a second.
 */
export interface Somebody {
  readonly key: string;
  readonly name: string;
  readonly webId: string;
  readonly storage: string;
  /** Their page of posts; the one that goes bad. */
  readonly recent: string;
  /** Another page of theirs, always good. */
  readonly calm: string;
  /** What the good page says. */
  readonly saying: string;
}

export function somebodyIn(host: Neighbour, key: string, name: string): Somebody {
  const storage = `${host.space.publicTimeline}${key}/`;
  return {
    key,
    name,
    webId: `${storage}card.ttl#me`,
    storage,
    recent: `${storage}recent.ttl`,
    calm: `${storage}calm.ttl`,
    saying: `${key} says something calm`
  };
}

export const PREFIXES = `@prefix as: <https://www.w3.org/ns/activitystreams#>.
@prefix foaf: <http://xmlns.com/foaf/0.1/>.
@prefix vcard: <http://www.w3.org/2006/vcard/ns#>.
@prefix pim: <http://www.w3.org/ns/pim/space#>.
@prefix solid: <http://www.w3.org/ns/solid/terms#>.
@prefix ldp: <http://www.w3.org/ns/ldp#>.
@prefix dct: <http://purl.org/dc/terms/>.
@prefix sioc: <http://rdfs.org/sioc/ns#>.
@prefix schema: <http://schema.org/>.
@prefix owl: <http://www.w3.org/2002/07/owl#>.
@prefix xsd: <http://www.w3.org/2001/XMLSchema#>.
`;

/** A text as Turtle writes it (Turtle 1.1, section 2.5.1); JSON escapes more than it must, and nothing wrongly. */
export const literal = (text: string) => JSON.stringify(text).replaceAll('\u007f', '\\u007f');

export const at = (minutesAgo: number) =>
  `"${new Date(Date.now() - minutesAgo * 60_000).toISOString()}"^^xsd:dateTime`;

/** The statements of one post. `more` ends with a semicolon, or is empty. */
export const post = (id: string, author: string, text: string, minutesAgo: number, more = '') => `
<${id}> a as:Note, sioc:Post; as:content ${literal(text)}; sioc:content ${literal(text)}; ${more}
  as:published ${at(minutesAgo)}; dct:created ${at(minutesAgo)};
  as:attributedTo <${author}>; dct:creator <${author}>; foaf:maker <${author}>; as:to as:Public.
`;

export const card = (who: Somebody, name = literal(who.name), more = '') => `${PREFIXES}
<#me> a foaf:Person; foaf:name ${name}; vcard:fn ${name}; pim:storage <${who.storage}>; ${more}
  as:streams <${who.recent}>, <${who.calm}>.
`;

const yes = (kind: 'Offer' | 'Accept', from: string, to: string, object: string, more = '') => `${PREFIXES}
<#yes> a as:${kind}; as:actor <${from}>; as:target <${to}>; as:object ${object}; ${more} as:published ${at(60)}.
<#bond> a as:Relationship; as:subject <${from}>; as:relationship foaf:knows; as:object <${to}>.
`;

/** What somebody says to ask the reader; `more` is said of the offer. */
export const offer = (who: Somebody, reader: Neighbour, more = '') =>
  yes('Offer', who.webId, reader.webId, '<#bond>', more);

/** They settle in: card, offer, and a good page. */
export async function settleIn(host: Neighbour, reader: Neighbour, who: Somebody): Promise<void> {
  await host.put(who.webId.split('#')[0]!, card(who));
  await host.put(`${who.storage}relationship.ttl`, offer(who, reader));
  await host.put(who.recent, PREFIXES + post('#p1', who.webId, `${who.key} says something first`, 50));
  await host.put(who.calm, PREFIXES + post('#p1', who.webId, who.saying, 40));
}

/** The reader's records say that these people are friends, or that they ask to be. */
export async function remembered(
  reader: Neighbour,
  people: readonly Somebody[],
  as: 'friends' | 'asking',
  nameOf: (who: Somebody) => string = ({ name }) => literal(name)
): Promise<void> {
  const lines: string[] = [];
  for (const who of people) {
    const theirs = `${who.storage}relationship.ttl`;
    const mine = `${reader.space.storage}social/r${who.key}/relationship.ttl`;
    if (as === 'friends') {
      await reader.put(mine, yes('Accept', reader.webId, who.webId, `<${theirs}#yes>`));
    }
    lines.push(`<#f${who.key}> a as:Relationship; as:subject <${reader.webId}>; as:relationship foaf:knows;
      as:object <${who.webId}>; as:target <${theirs}>; as:name ${nameOf(who)};
      ${as === 'friends' ? `as:origin <${mine}>; as:result <${theirs}#yes>;` : ''} as:published ${at(60)}.`);
  }
  const answer = await reader.fetch(reader.space.subscriptions, {
    method: 'PATCH',
    headers: { 'content-type': 'text/n3' },
    body: `${PREFIXES}\n_:patch a solid:InsertDeletePatch; solid:inserts {\n${lines.join('\n')}\n}.`
  });
  if (!answer.ok) throw new Error(`PATCH: ${answer.status} ${await answer.text()}`);
}
