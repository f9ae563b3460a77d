import { readFile } from 'node:fs/promises';
import { Graph } from '#lib/rdf/graph.ts';
import { sameGraph } from '#lib/rdf/isomorphic.ts';
import { parseTurtle, writeTurtle } from '#lib/rdf/turtle.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normal } from './access.ts';
import { writeAcr } from './acp.ts';
import { readAcrs } from './acp-policy.ts';
import { mayDo } from './may.ts';
import type { Access, Mode } from './pod.ts';
import { readAcl, writeAcl } from './wac.ts';

const [anna, bob, carol] = ['anna', 'bob', 'carol'].map(
  (name) => `https://pods.example/${name}/profile/card#me`
) as [string, string, string];
const folder = 'https://pods.example/anna/social/friends/';
const friends: Access = {
  owner: [anna],
  everyone: [],
  signedIn: [],
  people: { [bob]: ['read'], [carol]: ['read'] }
};
const inbox: Access = { owner: [anna], everyone: [], signedIn: ['append'], people: {} };
const card: Access = { owner: [anna], everyone: ['read'], signedIn: [], people: {} };

describe('what leaves the house', () => {
  it.each([
    ['friends.acl.ttl', writeAcl, folder, friends],
    ['friends.acr.ttl', writeAcr, folder, friends],
    ['inbox.acl.ttl', writeAcl, 'https://pods.example/anna/inbox/', inbox],
    ['inbox.acr.ttl', writeAcr, 'https://pods.example/anna/inbox/', inbox],
    ['card.acl.ttl', writeAcl, 'https://pods.example/anna/profile/card', card],
    ['card.acr.ttl', writeAcr, 'https://pods.example/anna/profile/card', card]
  ] as const)('is %s, statement for statement', async (file, write, url, access) => {
    const document = `${url}.${file.split('.')[1]}`;
    const expected = await readFile(new URL(`fixtures/${file}`, import.meta.url), 'utf8');
    expect(sameGraph(write(document, url, access), parseTurtle(expected, document))).toBe(true);
  });
});

const mode = fc.constantFrom<Mode>('read', 'append', 'write', 'control');
const modes = fc.array(mode, { maxLength: 4 });
// Nobody hands control to people without a name.
const open = modes.map((given) => given.filter((one) => one !== 'control'));
const access: fc.Arbitrary<Access> = fc.record({
  owner: fc.constant([anna]),
  everyone: open,
  signedIn: open,
  people: fc.dictionary(fc.constantFrom(bob, carol), modes)
});

describe('any access', () => {
  const inAcl = (rule: Access, reach: 'accessTo' | 'default') =>
    readAcl(
      new Graph(parseTurtle(writeTurtle(writeAcl(`${folder}.acl`, folder, rule)), folder)),
      folder,
      reach
    );
  const inAcr = (rule: Access, url: string) =>
    readAcrs([{ graph: new Graph(writeAcr(`${folder}.acr`, folder, rule)), of: folder }], url);

  it('is read back as it was written, in both dialects', () => {
    fc.assert(
      fc.property(access, (rule) => {
        expect(inAcl(rule, 'accessTo')).toEqual(normal(rule));
        expect(inAcr(rule, folder)).toEqual(normal(rule));
      })
    );
  });

  it('says the same in both dialects of what is inside, and never lets others append there', () => {
    fc.assert(
      fc.property(access, (rule) => {
        const inside = inAcl(rule, 'default');
        expect(inAcr(rule, `${folder}x`)).toEqual(inside);
        for (const given of [inside.everyone, inside.signedIn, ...Object.values(inside.people)]) {
          expect(given).not.toContain('append');
        }
      })
    );
  });

  it('gives nobody more or less when it is said in one way', () => {
    fc.assert(
      fc.property(
        access,
        fc.constantFrom(anna, bob, carol, 'https://x.example/#me', undefined),
        mode,
        (rule, who, what) => {
          expect(mayDo(normal(rule), who, what)).toBe(mayDo(rule, who, what));
          expect(normal(normal(rule))).toEqual(normal(rule));
        }
      )
    );
  });

  it('keeps every right of the owner', () => {
    fc.assert(
      fc.property(access, (rule) => {
        expect(inAcl(rule, 'default').owner).toContain(anna);
        expect(inAcr(rule, `${folder}deep/x`).owner).toContain(anna);
      })
    );
  });
});

describe('what others wrote', () => {
  const prefixes = `@prefix acl: <http://www.w3.org/ns/auth/acl#>. @prefix acp: <http://www.w3.org/ns/solid/acp#>.
@prefix foaf: <http://xmlns.com/foaf/0.1/>. @prefix vcard: <http://www.w3.org/2006/vcard/ns#>.\n`;
  const graph = (body: string, url: string) => new Graph(parseTurtle(prefixes + body, url));
  const acl = (body: string) => readAcl(graph(body, `${folder}.acl`), folder, 'accessTo');
  const acr = (body: string, url = folder) =>
    readAcrs([{ graph: graph(body, `${folder}.acr`), of: folder }], url);

  it('in WAC: several rules for one person, groups by their name, and what is no rule', () => {
    expect(
      acl(`<#a> a acl:Authorization; acl:agent <${anna}>; acl:accessTo <./>; acl:mode acl:Read, acl:Write, acl:Control.
<#b> a acl:Authorization; acl:agent <${bob}>; acl:accessTo <./>; acl:mode acl:Read.
<#c> a acl:Authorization; acl:agent <${bob}>; acl:accessTo <./>; acl:mode acl:Append.
<#d> a acl:Authorization; acl:agentGroup <https://pods.example/g#us>; acl:accessTo <./>; acl:mode acl:Read.
<#e> a acl:Authorization; acl:agentClass foaf:Agent; acl:default <./>; acl:mode acl:Read.
<#f> a acl:Authorization; acl:agentClass foaf:Agent; acl:accessTo <../>; acl:mode acl:Read.
<#g> acl:agentClass foaf:Agent; acl:accessTo <./>; acl:mode acl:Read.`)
    ).toEqual({
      owner: [anna],
      everyone: [],
      signedIn: [],
      people: { [bob]: ['read', 'append'], 'https://pods.example/g#us': ['read'] }
    });
  });

  const owner = `<#root> a acp:AccessControlResource; acp:resource <./>; acp:accessControl <#own>, <#x>; acp:memberAccessControl <#own>.
<#own> acp:apply [ acp:allow acl:Read, acl:Write, acl:Control; acp:anyOf [ acp:agent <${anna}> ] ].\n`;

  it.each<[string, string, Partial<Access>]>([
    [
      'blank nodes, and reach that ends at the folder',
      '<#x> acp:apply [ acp:allow acl:Read; acp:anyOf [ acp:agent acp:PublicAgent ] ].',
      { everyone: ['read'] }
    ],
    [
      'all but one',
      `<#x> acp:apply [ acp:allow acl:Read; acp:anyOf [ acp:agent acp:AuthenticatedAgent ]; acp:noneOf [ acp:agent <${bob}> ] ].`,
      { signedIn: ['read'] }
    ],
    [
      'somebody denied',
      `<#x> acp:apply [ acp:allow acl:Read; acp:anyOf [ acp:agent <${bob}>, <${carol}> ] ], [ acp:deny acl:Read; acp:anyOf [ acp:agent <${carol}> ] ].`,
      { people: { [bob]: ['read'] } }
    ],
    [
      'two conditions at once',
      `<#x> acp:apply [ acp:allow acl:Read; acp:allOf [ acp:agent acp:PublicAgent ], [ acp:agent <${bob}> ] ].`,
      { people: { [bob]: ['read'] } }
    ],
    [
      'one app only, named rather than not',
      `<#x> acp:apply [ acp:allow acl:Read; acp:anyOf [ acp:agent <${bob}>; acp:client <https://app.example/id> ] ].`,
      { people: { [bob]: ['read'] } }
    ],
    [
      'one app denied, named all the same',
      `<#x> acp:apply [ acp:allow acl:Read; acp:anyOf [ acp:agent <${bob}> ] ], [ acp:deny acl:Read; acp:anyOf [ acp:agent <${bob}>; acp:client <https://app.example/id> ] ].`,
      { people: { [bob]: ['read'] } }
    ],
    ['a policy without a condition, which holds for nobody', '<#x> acp:apply [ acp:allow acl:Read ].', {}]
  ])('in ACP: %s', (_, body, expected) => {
    const nobody = { owner: [anna], everyone: [], signedIn: [], people: {} };
    expect(acr(owner + body)).toEqual({ ...nobody, ...expected });
    expect(acr(owner + body, `${folder}inside`)).toEqual(nobody);
  });
});
