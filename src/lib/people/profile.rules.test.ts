import type { View } from '#lib/cache/view.ts';
import { Graph } from '#lib/rdf/graph.ts';
import { parseTurtle } from '#lib/rdf/turtle.ts';
import { PREFIXES } from '#lib/rdf/vocab.ts';
import { describe, expect, it } from 'vitest';
import { handleOf, hostOf, placeOf } from './address.ts';
import { readProfile } from './profile.rules.ts';
import { cut } from './scale-picture.ts';

const card = 'https://pods.example/bob/profile/card';
const me = `${card}#me`;
const heads = Object.entries(PREFIXES).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}>.`);
const profile = (turtle: string, id = me) => {
  const graph = new Graph(parseTurtle(`${heads.join('\n')}\n${turtle}`, card));
  const document = { url: card, turtle: 'x', seen: 1, asked: 1, state: 'fresh' as const };
  return readProfile({ url: card, graph, document, waiting: [], version: '' } satisfies View, id);
};

describe('a profile', () => {
  it('of ours is read', () => {
    const person =
      profile(`<#me> vcard:fn " Bob \\n Builder "; vcard:note "Hi."; vcard:hasPhoto <../public/me.png>;
      pim:storage <../>; ldp:inbox <../inbox/>; as:streams <../public/timeline/recent.ttl>.`);
    expect(person).toMatchObject({
      name: 'Bob Builder',
      about: 'Hi.',
      picture: 'https://pods.example/bob/public/me.png',
      pictureIsOwn: true,
      inbox: 'https://pods.example/bob/inbox/',
      storages: ['https://pods.example/bob/'],
      streams: ['https://pods.example/bob/public/timeline/recent.ttl']
    });
  });

  it.each([
    ['foaf:name', `<#me> foaf:name "Bob".`, 'Bob'],
    ['schema:name', `<#me> schema:name "Bob".`, 'Bob'],
    ['nothing but an address', `<#me> a foaf:Person.`, 'bob'],
    ['an empty name', `<#me> foaf:name "  ".`, 'bob']
  ])('with %s has a name', (_, turtle, name) => expect(profile(turtle).name).toBe(name));

  it('of enormous length is cut', () => {
    const person = profile(`<#me> foaf:name "${'b'.repeat(9000)}"; vcard:note "${'n'.repeat(9000)}".`);
    expect([person.name.length, person.about?.length]).toEqual([80, 2000]);
  });

  it('names no place of somebody else', () => {
    const person = profile(`<#me> pim:storage <../>; ldp:inbox <https://alice.example/public/timeline/>;
      vcard:hasPhoto <https://tracker.example/1.png>; as:streams <https://alice.example/recent.ttl>, <../inbox/x.ttl>;
      ldp:inbox <../inbox/>.`);
    expect(person.inbox === undefined || person.inbox.startsWith('https://pods.example/bob/')).toBe(true);
    expect(person.pictureIsOwn).toBe(false);
    expect(person.streams).not.toContain('https://alice.example/recent.ttl');
  });

  it('says nothing of another person in the same document', () => {
    expect(profile(`<#me> foaf:name "Bob". <#other> foaf:name "Eve".`, `${card}#other`).name).toBe('Eve');
    expect(profile(`<#other> foaf:name "Eve".`)).toMatchObject({ name: 'bob', told: false });
    expect(profile(`<#me> a foaf:Person.`).told).toBe(true);
  });
});

it.each([
  ['https://pods.example/bob/profile/card#me', 'bob', 'pods.example'],
  ['https://anna.example/profile/card#me', 'anna.example', 'anna.example'],
  ['https://x.example/people/j%C3%BCrgen#i', 'jürgen', 'x.example'],
  ['https://x.example/%zz/card', '%zz', 'x.example'],
  ['not an address', 'not an address', '']
])('%s is called %s', (id, handle, host) => expect([handleOf(id), hostOf(id)]).toEqual([handle, host]));

it.each([
  ['https://pods.example/bob/profile/card#me', 'pods.example/bob'],
  ['https://anna.example/profile/card#me', 'anna.example'],
  ['not an address', '']
])('%s is shown at %s', (id, place) => expect(placeOf(id)).toBe(place));

it.each([
  [2000, 1000, 512, { x: 500, y: 0, from: 1000, to: 512 }],
  [300, 301, 512, { x: 0, y: 0, from: 300, to: 300 }],
  [1, 1, 512, { x: 0, y: 0, from: 1, to: 1 }]
])('a picture of %i x %i is cut to a square of at most %i', (width, height, most, wanted) =>
  expect(cut(width, height, most)).toEqual(wanted)
);
