import { Graph } from '#lib/rdf/graph.ts';
import { parseTurtle } from '#lib/rdf/turtle.ts';
import { PREFIXES } from '#lib/rdf/vocab.ts';
import { describe, expect, it } from 'vitest';
import { believed, maySpeakFor } from './provenance.ts';
import { standsIn, storagesIn } from './storage.ts';

const prefixes = Object.entries(PREFIXES)
  .map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}>.`)
  .join('\n');
const bobs = 'https://bob.example/space/';
const bob = `${bobs}profile/card#me`;
const alice = 'https://alice.example/profile/card#me';
const page = `${bobs}public/timeline/recent.ttl`;
const graphOf = (turtle: string, document = page) =>
  new Graph(parseTurtle(`${prefixes}\n${turtle}`, document));

/** What bob's page may be believed to say, of a page with this text. */
const heard = (turtle: string, document = page, storages: readonly string[] = [bobs]) =>
  believed(graphOf(turtle, document), document, bob, storages, [`${bobs}inbox/`]).quads;

const note = (author: string) => `a as:Note; as:content "forged"; ${author}`;

/** Statements in bob's own page that put words into another's mouth or change what is not bob's. */
const inBobsPage: Record<string, string> = {
  'post in another space': `<https://alice.example/public/timeline/2026/2026-11-01.ttl#a> ${note(`as:attributedTo <${bob}>`)} .`,
  'post in another space, without author': `<https://alice.example/x#a> a as:Note; as:content "forged" .`,
  'post in another space on my host name with a suffix': `<https://bob.example.evil.example/space/x#a> ${note(`as:attributedTo <${bob}>`)} .`,
  'post beside the storage': `<https://bob.example/spaceship/x#a> ${note(`as:attributedTo <${bob}>`)} .`,
  'post above the storage': `<https://bob.example/x#a> ${note(`as:attributedTo <${bob}>`)} .`,
  'post in the storage by http': `<http://bob.example/space/x#a> ${note(`as:attributedTo <${bob}>`)} .`,
  'post in the storage at another port': `<https://bob.example:8443/space/x#a> ${note(`as:attributedTo <${bob}>`)} .`,
  'post in a subdomain': `<https://alice.bob.example/space/x#a> ${note(`as:attributedTo <${bob}>`)} .`,
  'post behind credentials': `<https://bob.example@alice.example/space/x#a> ${note(`as:attributedTo <${bob}>`)} .`,
  'post behind my own credentials': `<https://me:pw@bob.example/space/x#a> ${note(`as:attributedTo <${bob}>`)} .`,
  'post led out by encoded dots': `<https://bob.example/space/%2e%2e/alice/x#a> ${note(`as:attributedTo <${bob}>`)} .`,
  'post led out by half encoded dots': `<https://bob.example/space/.%2E/alice/x#a> ${note(`as:attributedTo <${bob}>`)} .`,
  'post led out by an encoded slash': `<https://bob.example/space/..%2falice/x#a> ${note(`as:attributedTo <${bob}>`)} .`,
  'post led out by an encoded backslash': `<https://bob.example/space/..%5calice/x#a> ${note(`as:attributedTo <${bob}>`)} .`,
  'post behind a doubled slash': `<https://bob.example/space//alice.example/x#a> ${note(`as:attributedTo <${bob}>`)} .`,
  'post behind a query': `<https://bob.example/space/go?to=https://alice.example/#a> ${note(`as:attributedTo <${bob}>`)} .`,
  'post with a name in capitals': `<https://BOB.example/space/x#a> ${note(`as:attributedTo <${bob}>`)} .`,
  'post with the default port': `<https://bob.example:443/space/x#a> ${note(`as:attributedTo <${bob}>`)} .`,
  'post of no web address': `<urn:uuid:1> ${note(`as:attributedTo <${bob}>`)} .`,
  'post in a data address': `<data:text/turtle,x> ${note(`as:attributedTo <${bob}>`)} .`,
  'as:attributedTo another': `<#a> ${note(`as:attributedTo <${alice}>`)} .`,
  'as:attributedTo two': `<#a> ${note(`as:attributedTo <${bob}>, <${alice}>`)} .`,
  'as:attributedTo a text': `<#a> ${note(`as:attributedTo "${bob}"`)} .`,
  'as:attributedTo a nameless thing': `<#a> ${note(`as:attributedTo [ as:id <${alice}> ]`)} .`,
  'as:attributedTo another with my name as prefix': `<#a> ${note(`as:attributedTo <${bob}too>`)} .`,
  'as:attributedTo my document': `<#a> ${note(`as:attributedTo <${bobs}profile/card>`)} .`,
  'dct:creator another': `<#a> ${note(`dct:creator <${alice}>`)} .`,
  'dct:creator another beside as:attributedTo me': `<#a> ${note(`as:attributedTo <${bob}>; dct:creator <${alice}>`)} .`,
  'foaf:maker another': `<#a> ${note(`foaf:maker <${alice}>`)} .`,
  'foaf:maker another beside as:attributedTo me': `<#a> ${note(`as:attributedTo <${bob}>; foaf:maker <${alice}>`)} .`,
  'sioc:has_creator another': `<#a> ${note(`sioc:has_creator <${alice}>`)} .`,
  'schema:author another': `<#a> a schema:SocialMediaPosting; schema:author <${alice}> .`,
  'schema:author another, by https': `<#a> a schema:SocialMediaPosting; <https://schema.org/author> <${alice}> .`,
  'schema:author nameless': `<#a> a schema:SocialMediaPosting; schema:author [ schema:name "Alice" ] .`,
  'dc:author another': `<#a> ${note(`dc:author <${alice}>`)} .`,
  'dc:creator another': `<#a> ${note(`dc:creator <${alice}>`)} .`,
  'like by another': `<#l> a as:Like; as:actor <${alice}>; as:object <#a> .`,
  'like by another in LikeAction': `<#l> a schema:LikeAction; schema:agent <${alice}>; schema:target <#a> .`,
  'like said of another person': `<${alice}> like:likes <#a> .`,
  'announce by another': `<#r> a as:Announce; as:actor <${alice}>; as:object <#a> .`,
  'follow by another': `<#f> a as:Follow; as:actor <${alice}>; as:object <${bob}> .`,
  'friend request by another': `<#offer> a as:Offer; as:actor <${alice}>; as:object <#r>; as:target <${bob}> .`,
  'yes of another': `<#accept> a as:Accept; as:actor <${alice}>; as:object <#offer> .`,
  'relationship of another': `<#r> a as:Relationship; as:subject <${alice}>; as:relationship foaf:knows; as:object <${bob}> .`,
  'relationship with two subjects': `<#r> a as:Relationship; as:subject <${bob}>, <${alice}>; as:relationship foaf:knows; as:object <${bob}> .`,
  'another knows me': `<${alice}> foaf:knows <${bob}> .`,
  'name of another': `<${alice}> foaf:name "Silly" .`,
  'picture of another': `<${alice}> vcard:hasPhoto <https://bob.example/space/silly.png> .`,
  'storage of another': `<${alice}> pim:storage <${bobs}> .`,
  'inbox of another': `<${alice}> ldp:inbox <${bobs}inbox/> .`,
  'pages of another': `<${alice}> as:streams <${page}> .`,
  'provider of another': `<${alice}> solid:oidcIssuer <https://evil.example/> .`,
  'another is me': `<${bob}> owl:sameAs <${alice}> .`,
  'deleting what is not mine': `<#d> a as:Delete; as:actor <${bob}>; as:object <https://alice.example/x#a> .`,
  'deleting mine and what is not mine': `<#d> a as:Delete; as:actor <${bob}>; as:object <#a>, <https://alice.example/x#a> .`,
  'updating what is not mine': `<#u> a as:Update; as:actor <${bob}>; as:object <https://alice.example/x#a> .`,
  'undoing what is not mine': `<#u> a as:Undo; as:actor <${bob}>; as:object <https://alice.example/x#offer> .`,
  'updating by another': `<#u> a as:Update; as:actor <${alice}>; as:object <#a> .`,
  'nameless post by another': `[] ${note(`as:attributedTo <${alice}>`)} .`,
  'nameless attachment by another': `[] a as:Note; as:content "x"; foaf:maker <${alice}> .`,
  'made by another, said from her side': `<${alice}> foaf:made <#a> .`
};

describe('forgery in one own page', () => {
  it.each(Object.entries(inBobsPage))('%s is not believed', (_, turtle) => {
    expect(graphOf(turtle).quads.length).toBeGreaterThan(0);
    // What hangs on a dropped thing (a nameless author) may stay: nothing leads to it any more.
    expect(heard(turtle).filter((quad) => quad.subject.termType !== 'BlankNode')).toEqual([]);
    expect(heard(turtle).map((quad) => quad.object.value)).not.toContain('forged');
  });
  it('is tried in many ways', () => expect(Object.keys(inBobsPage).length).toBeGreaterThanOrEqual(50));
});

describe('a page that may not speak for bob', () => {
  const post = `<${bobs}x#a> ${note(`as:attributedTo <${bob}>`)} .`;
  it.each([
    ['in another space', 'https://alice.example/x.ttl'],
    ['on a host that only begins alike', 'https://bob.example.evil.example/space/x.ttl'],
    ['beside the storage', 'https://bob.example/spaceship/x.ttl'],
    ['in the inbox, where anyone may write', `${bobs}inbox/1.ttl`],
    ['behind a query', `${bobs}x.ttl?really=https://alice.example/`],
    ['led out by encoded dots', `${bobs}%2e%2e/alice/x.ttl`],
    ['by http', 'http://bob.example/space/x.ttl']
  ])('%s says nothing', (_, document) => expect(heard(post, document)).toEqual([]));
  it('says nothing when no storage is named', () => expect(heard(post, page, [])).toEqual([]));
  it('says nothing when the storage is a script', () =>
    expect(heard(post, page, ['javascript:', ''])).toEqual([]));
});

describe("what is bob's own", () => {
  it.each([
    ['a post', `<#a> ${note(`as:attributedTo <${bob}>; dct:creator <${bob}>; foaf:maker <${bob}>`)} .`, 5],
    ['a post of a day document', `<2026/2026-11-01.ttl#a> a as:Note; as:content "x" .`, 2],
    [
      'a like of another post',
      `<#l> a as:Like; as:actor <${bob}>; as:object <https://alice.example/x#a> .`,
      3
    ],
    ['a reply', `<#a> a as:Note; as:inReplyTo <https://alice.example/x#a>; as:attributedTo <${bob}> .`, 3],
    ['himself', `<${bob}> foaf:name "Bob"; foaf:knows <${alice}> .`, 2],
    ['a nameless address', `<${bob}> vcard:hasAddress [ vcard:locality "Bern" ] .`, 2],
    ['an author in words', `<#a> a as:Note; dc:creator "Bob" .`, 2],
    ['deleting his own', `<#d> a as:Delete; as:actor <${bob}>; as:object <2026/2026-11-01.ttl#a> .`, 3],
    ['an address with an umlaut', `<${bobs}öffentlich/x#a> a as:Note; as:content "x" .`, 2]
  ])('%s is believed', (_, turtle, count) => expect(heard(turtle)).toHaveLength(count));

  it('may be said of him in his own WebID document, wherever that is', () => {
    const elsewhere = 'https://people.example/bob#me';
    const graph = graphOf(
      `<#me> foaf:name "Bob" . <#other> foaf:name "Alice" .`,
      'https://people.example/bob'
    );
    const kept = believed(graph, 'https://people.example/bob', elsewhere, [bobs]).quads;
    expect(kept.map((quad) => quad.object.value)).toEqual(['Bob']);
  });
});

it('reads storages from a WebID document, and only usable ones', () => {
  const graph =
    graphOf(`<${bob}> pim:storage <${bobs}>, <https://bob.example/two>, <urn:x>, "text", <https://a:b@c.example/> .
    <${alice}> pim:storage <https://alice.example/> .`);
  expect(storagesIn(graph, bob)).toEqual([bobs, 'https://bob.example/two/']);
  expect(standsIn('https://bob.example/two', storagesIn(graph, bob))).toBe(false);
});

it('tells which documents speak for whom', () => {
  expect(maySpeakFor(`${bobs}x`, bob, [bobs])).toBe(true);
  expect(maySpeakFor(`${bobs}x`, bob, [])).toBe(false);
  expect(maySpeakFor(`${bobs}profile/card`, bob, [])).toBe(true);
  expect(maySpeakFor(`${bobs}inbox/1`, bob, [bobs], [`${bobs}inbox/`])).toBe(false);
});
