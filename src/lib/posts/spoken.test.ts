import { describe, expect, it } from 'vitest';
import type { View } from '#lib/cache/view.ts';
import { Graph } from '#lib/rdf/graph.ts';
import { parseTurtle } from '#lib/rdf/turtle.ts';
import { AHEAD } from './clock.ts';
import { homesOf } from './homes.ts';
import type { Sightings } from './sightings.ts';
import { speakers, tellings } from './speakers.ts';
import { spoken } from './spoken.ts';

const NOW = Date.UTC(2026, 10, 21, 12);
const anna = { owner: 'https://pods.example/anna/card#me', storages: ['https://pods.example/anna/'] };
const mallory = {
  owner: 'https://pods.example/mallory/card#me',
  storages: ['https://pods.example/mallory/', 'https://pods.example/anna/', 'https://pods.example/']
};
const day = 'https://pods.example/anna/2026-11-21.ttl';
const recent = 'https://pods.example/anna/recent.ttl';
const post = `${day}#p1`;
const PREFIXES = `@prefix as: <https://www.w3.org/ns/activitystreams#>. @prefix sioc: <http://rdfs.org/sioc/ns#>.
  @prefix dct: <http://purl.org/dc/terms/>. @prefix foaf: <http://xmlns.com/foaf/0.1/>. @prefix xsd: <http://www.w3.org/2001/XMLSchema#>.`;
const time = (minutes: number) => `"${new Date(NOW + minutes * 60_000).toISOString()}"^^xsd:dateTime`;
const note = (by: { owner: string }, published: string, more = '') =>
  `<${post}> a as:Note; as:content "Hello"; as:attributedTo <${by.owner}>; as:published ${published} ${more}.`;

const view = (url: string, turtle: string) =>
  ({ url, graph: new Graph(parseTurtle(`${PREFIXES} ${turtle}`, url)), version: turtle }) as View;
const memory = (): Sightings => {
  const seen: Record<string, number> = {};
  return { seen, note: (id, at) => void (seen[id] ??= at) };
};
const speak = (url: string, turtle: string, who = anna, people = [anna, mallory]) =>
  spoken(view(url, turtle), who, homesOf(people), memory(), NOW);

describe('whose word it is', () => {
  it('is mine in my own space', () => {
    expect([...speak(day, note(anna, time(0))).posts.keys()]).toEqual([post]);
  });

  it.each([
    ['a post of mine, told in her space', 'https://pods.example/mallory/recent.ttl', note(mallory, time(1))],
    ['a post in my name, told in her space', 'https://pods.example/mallory/recent.ttl', note(anna, time(1))],
    ['a post in my name, in a document of mine that she calls hers', day, note(anna, time(0))]
  ])('is not %s', (_, url, turtle) => {
    expect([...speak(url, turtle, mallory).posts.keys()]).toEqual([]);
  });

  it('cannot take back what stands in another space, whatever storages a profile names', () => {
    const url = 'https://pods.example/mallory/recent.ttl';
    const turtle = `<${url}#d1> a as:Delete; as:actor <${mallory.owner}>; as:object <${post}>; as:published ${time(1)}.`;
    expect(tellings(speak(url, turtle, mallory).graph).get(post)).toBeUndefined();
    expect(tellings(speak(recent, turtle.replaceAll(mallory.owner, anna.owner)).graph).size).toBe(0);
    const own = turtle.replaceAll(url, recent).replaceAll(mallory.owner, anna.owner);
    expect(tellings(speak(recent, own).graph).get(post)?.deleted).toBe(NOW + 60_000);
  });
});

describe('which description counts', () => {
  const told = (documents: Record<string, string>) =>
    speakers(
      new Map(Object.entries(documents).map(([url, turtle]) => [url, tellings(speak(url, turtle).graph)]))
    ).get(post);
  const edited = (minutes: number) => note(anna, time(0), `; as:updated ${time(minutes)}`);
  const gone = (minutes: number) =>
    `<#d1> a as:Delete; as:actor <${anna.owner}>; as:object <${post}>; as:published ${time(minutes)}.`;

  it('is the newer one', () => {
    expect(told({ [day]: note(anna, time(0)), [recent]: edited(1) })).toBe(recent);
    expect(told({ [day]: edited(2), [recent]: edited(1) })).toBe(day);
  });
  it("is the one in the post's own document where both are as new", () => {
    expect(told({ [recent]: edited(1), [day]: edited(1) })).toBe(day);
  });
  it('is none after a deletion', () => {
    expect(told({ [day]: edited(1), [recent]: gone(2) })).toBeUndefined();
    expect(told({ [day]: edited(2), [recent]: gone(2) })).toBeUndefined();
    expect(
      told({ [recent]: edited(1), [day]: `<#p1> a as:Tombstone; as:deleted ${time(2)}.` })
    ).toBeUndefined();
  });
  it('is one that is newer than a deletion', () => {
    expect(told({ [day]: edited(3), [recent]: gone(2) })).toBe(day);
  });
});

describe('the time a post stands at', () => {
  const standing = (url: string, turtle: string, sightings = memory(), now = NOW) =>
    spoken(view(url, turtle), anna, homesOf([anna]), sightings, now).graph.text(
      post,
      'https://www.w3.org/ns/activitystreams#published'
    );
  const iso = (at: number) => new Date(at).toISOString();

  it('is its own, within five minutes of ours', () => {
    expect(standing(day, note(anna, time(5)))).toBe(iso(NOW + AHEAD));
  });
  it('is when we first saw it, for one from the future, and stays so', () => {
    const sightings = memory();
    const turtle = note(anna, time(60));
    expect(standing(day, turtle, sightings)).toBe(iso(NOW));
    expect(standing(day, turtle, sightings, NOW + 30 * 60_000)).toBe(iso(NOW));
    expect(standing(day, `${turtle} <#x> <#y> <#z>.`, sightings, NOW + 90 * 60_000)).toBe(iso(NOW));
  });
  it('is one, in UTC, however it is written', () => {
    expect(standing(day, note(anna, '"2026-11-21T13:00:00+01:00"^^xsd:dateTime'))).toBe(iso(NOW));
    expect(standing(day, note(anna, '"2026-11-21"^^xsd:date'))).toBe('2026-11-21T00:00:00.000Z');
    expect(standing(day, note(anna, '"soon"'))).toBeUndefined();
  });
  it('is understood in the words of other apps', () => {
    const foreign = `<${post}> a sioc:Post; sioc:content "Hi"; foaf:maker <${anna.owner}>; dct:created ${time(0)}.`;
    expect(standing(day, foreign)).toBe(iso(NOW));
  });
});
