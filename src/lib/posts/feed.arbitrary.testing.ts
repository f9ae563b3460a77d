import fc from 'fast-check';
import { dateTime, iri, quad, text, typed, type Quad } from '#lib/rdf/terms.ts';
import { AS, DCT, FOAF, RDF, SCHEMA, SIOC, XSD } from '#lib/rdf/vocab.ts';

/** Three people; Mallory's profile names the whole server as hers too, which holds everybody's space. */
export const PEOPLE = ['anna', 'bob', 'mallory'].map((name) => {
  const storage = `https://pods.example/${name}/`;
  const extra = name === 'mallory' ? ['https://pods.example/'] : [];
  return {
    owner: `${storage}profile/card#me`,
    storages: [storage, ...extra],
    documents: [
      `${storage}public/timeline/recent.ttl`,
      `${storage}social/friends/recent.ttl`,
      `${storage}d.ttl`
    ]
  };
});
export const NOW = Date.UTC(2026, 10, 21, 12);

const person = fc.integer({ min: 0, max: PEOPLE.length - 1 });
/** Mostly the speaker, sometimes anybody: a forgery. */
const mostly = (who: number) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(who) }, { weight: 1, arbitrary: person });
const postOf = (who: number) =>
  fc
    .tuple(mostly(who), fc.integer({ min: 0, max: 3 }))
    .map(([whose, n]) => `${PEOPLE[whose]!.documents[2]}#p${n}`);
/** Few enough that some are equal, and some in the future. */
const at = fc.integer({ min: -4, max: 4 }).map((hours) => new Date(NOW + hours * 3_600_000));
const badTimes = [
  text('yesterday'),
  typed('2026-11-21', XSD.date),
  typed('2026-11-21T10:00:00', XSD.dateTime)
];
const timeTerm = fc.oneof(
  { weight: 8, arbitrary: at.map((date) => dateTime(date)) },
  {
    weight: 1,
    arbitrary: at.map((date) => typed(date.toISOString().replace('.000Z', '+00:00'), XSD.dateTime))
  },
  { weight: 1, arbitrary: fc.constantFrom(...badTimes) }
);

const described = (who: number) =>
  fc
    .record({
      id: postOf(who),
      words: fc.constantFrom('ours', 'ours', 'sioc', 'schema'),
      author: mostly(who),
      published: fc.array(timeTerm, { minLength: 1, maxLength: 2 }),
      updated: fc.option(timeTerm, { nil: undefined }),
      content: fc.constantFrom('a', 'b'),
      reply: fc.boolean(),
      chance: fc.integer({ min: 0, max: 5 })
    })
    .map(({ id, words, author, published, updated, content, reply, chance }): Quad[] => {
      const [type, by, says, when] = {
        ours: [AS.Note, AS.attributedTo, AS.content, AS.published],
        sioc: [SIOC.Post, DCT.creator, SIOC.content, DCT.created],
        schema: [SCHEMA.SocialMediaPosting, FOAF.maker, SCHEMA.articleBody, SCHEMA.datePublished]
      }[words] as [string, string, string, string];
      return [
        quad(id, RDF.type, iri(type)),
        quad(id, by, iri(PEOPLE[author]!.owner)),
        ...(chance === 0 ? [] : [quad(id, says, text(content))]),
        ...published.map((time) => quad(id, when, time)),
        ...(updated ? [quad(id, AS.updated, updated)] : []),
        ...(reply && chance === 1 ? [quad(id, SIOC.reply_of, iri('https://else.example/#x'))] : [])
      ];
    });
const deleted = (who: number) =>
  fc
    .record({
      page: mostly(who),
      n: fc.integer({ min: 0, max: 3 }),
      by: mostly(who),
      id: postOf(who),
      at: timeTerm
    })
    .map(({ page, n, by, id, at: time }): Quad[] => {
      const activity = `${PEOPLE[page]!.documents[0]}#d${n}`;
      return [
        quad(activity, RDF.type, iri(AS.Delete)),
        quad(activity, AS.actor, iri(PEOPLE[by]!.owner)),
        quad(activity, AS.object, iri(id)),
        quad(activity, AS.published, time)
      ];
    });
const buried = (who: number) =>
  fc
    .record({ id: postOf(who), at: timeTerm })
    .map(({ id, at: time }): Quad[] => [quad(id, RDF.type, iri(AS.Tombstone)), quad(id, AS.deleted, time)]);

/** What somebody's document may say, true or not. */
const saying = (who: number) =>
  fc
    .array(
      fc.oneof(
        { weight: 8, arbitrary: described(who) },
        { weight: 1, arbitrary: deleted(who) },
        { weight: 1, arbitrary: buried(who) }
      ),
      { maxLength: 8 }
    )
    .map((parts) => parts.flat());

/** One document changes: whose, which, and what it says now; `reload`: and the page is opened anew. */
export const change = person.chain((who) =>
  fc.record({
    who: fc.constant(who),
    which: fc.integer({ min: 0, max: 2 }),
    says: saying(who),
    reload: fc.boolean()
  })
);
