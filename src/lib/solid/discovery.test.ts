import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPerson } from '../../../pod-server/dist/account.js';
import { start, type PodServer } from '../../../pod-server/dist/start.js';
import { discover, DiscoveryProblem, personAt, type DiscoveryKind } from './discovery.ts';
import { guardedFetch } from './guarded-fetch.ts';
import { hostileServer, type HostileServer } from './hostile-server.ts';
import './real-cast.testing.ts';

const prefixes = `@prefix foaf: <http://xmlns.com/foaf/0.1/>. @prefix solid: <http://www.w3.org/ns/solid/terms#>.
@prefix pim: <http://www.w3.org/ns/pim/space#>. @prefix vcard: <http://www.w3.org/2006/vcard/ns#>.
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#>.\n`;

let pods: PodServer;
let web: HostileServer;
const guard = () => guardedFetch({ allowsLocal: () => true, idle: 1_000, total: 2_000 });

beforeAll(async () => {
  pods = await start({ memory: true });
  await createPerson(pods.url, {
    name: 'Anna Weber',
    handle: 'anna',
    email: 'a@example.org',
    password: 'anna-secret'
  });
  const turtle =
    (body: string, link = '') =>
    (_: unknown, response: import('node:http').ServerResponse) => {
      response.setHeader('content-type', 'text/turtle');
      if (link) response.setHeader('link', link);
      response.end(prefixes + body);
    };
  web = await hostileServer({
    '/': (_, response) => response.setHeader('content-type', 'text/html').end('<h1>Hello</h1>'),
    '/page': (_, response) => response.setHeader('content-type', 'text/html').end('<h1>Hello</h1>'),
    '/issuerless': turtle('<#me> a foaf:Person; foaf:name "Carl".'),
    '/by-header': turtle(
      '<#me> a foaf:Person.',
      '<https://idp.example/>; rel="http://openid.net/specs/connect/1.0/issuer"'
    ),
    '/liar': (_, response) => response.setHeader('content-type', 'text/turtle').end('<h1>no Turtle</h1>'),
    '/me': turtle('<#me> solid:oidcIssuer <https://idp.example/>; rdfs:seeAlso </more>, <#me>.'),
    '/more': turtle(
      '</me#me> vcard:fn "Dora"; vcard:hasPhoto </dora.png>; solid:oidcIssuer <https://evil.example/>; pim:storage </dora/>.'
    ),
    '/i': turtle(
      '<> foaf:primaryTopic <#i>. <#i> a foaf:Person; solid:oidcIssuer <https://idp.example/>; pim:storage <javascript:1>, </i/>. <#dog> a foaf:Person.'
    ),
    '/space/': turtle(
      '<> a <http://www.w3.org/ns/ldp#Container>.',
      `</i#i>; rel="http://www.w3.org/ns/solid/terms#owner", <http://www.w3.org/ns/pim/space#Storage>; rel="type"`
    ),
    '/space/card': turtle('<#me> solid:oidcIssuer <https://idp.example/>.'),
    '/google/.well-known/openid-configuration': (_, response) =>
      response.end('{"issuer":"https://accounts.example"}')
  });
});
afterAll(() => Promise.all([pods.stop(), web.stop()]));

/** Local addresses as people type them, without the scheme. */
const pod = (path: string) => pods.url.replace('http://', '') + path;
const site = (path: string) => web.origin + path;

describe('a person is found', () => {
  it.each(['anna/profile/card#me', 'anna/profile/card', 'anna/profile/', 'anna/', 'anna', 'anna/public/x/y'])(
    'from %s',
    async (path) => {
      const fetch = guard();
      expect(await discover(fetch, pod(path))).toEqual({
        kind: 'person',
        webId: `${pods.url}anna/profile/card#me`,
        name: 'Anna Weber',
        issuers: [pods.url],
        storages: [`${pods.url}anna/`],
        inbox: `${pods.url}anna/inbox/`
      });
      expect(fetch.log.length).toBeLessThanOrEqual(5);
    }
  );

  it('by the header of their card', async () => {
    expect(await discover(guard(), site('/by-header#me'))).toMatchObject({
      issuers: ['https://idp.example/']
    });
  });

  it('by what the document says it is about, with web addresses only', async () => {
    expect(await discover(guard(), site('/i'))).toEqual({
      kind: 'person',
      webId: site('/i#i'),
      issuers: ['https://idp.example/'],
      storages: [site('/i/')]
    });
  });

  it('with what their card points at, except the provider', async () => {
    expect(await discover(guard(), site('/me'))).toEqual({
      kind: 'person',
      webId: site('/me#me'),
      name: 'Dora',
      photo: site('/dora.png'),
      issuers: ['https://idp.example/'],
      storages: [site('/dora/')]
    });
  });

  it('as the owner a space names', async () => {
    expect(await discover(guard(), site('/space/'))).toMatchObject({ webId: site('/i#i') });
  });

  it('with the space that their card lies in, when it names none', async () => {
    expect(await discover(guard(), site('/space/card#me'))).toMatchObject({ storages: [site('/space/')] });
  });
});

it.each(['', '.account/login/', 'login'])('a provider is found from "%s"', async (path) => {
  const fetch = guard();
  expect(await discover(fetch, pod(path))).toEqual({
    kind: 'provider',
    issuer: pods.url,
    name: new URL(pods.url).host
  });
  expect(fetch.log.length).toBeLessThanOrEqual(2);
});

describe('nobody is found', () => {
  it.each<[() => string, DiscoveryKind, string | undefined]>([
    [() => 'htpp://solidweb.me', 'not-an-address', 'https://solidweb.me'],
    [() => pod('nobody'), 'nothing-there', undefined],
    [() => pod('nobody/profile/card#me'), 'nothing-there', undefined],
    [() => site('/issuerless#me'), 'no-issuer', undefined],
    [() => site('/issuerless'), 'no-issuer', undefined],
    [() => site('/'), 'not-solid', undefined],
    [() => site('/page'), 'not-solid', undefined],
    [() => site('/liar'), 'not-solid', undefined],
    [() => site('/missing'), 'not-solid', undefined],
    [() => site('/silent'), 'slow', undefined],
    [() => site('/drip'), 'slow', undefined],
    [() => site('/loop'), 'unreachable', undefined],
    [() => site('/reset'), 'unreachable', undefined],
    [() => 'localhost:9/anna', 'unreachable', undefined]
  ])('%s', async (input, kind, suggestion) => {
    const fetch = guard();
    const problem: unknown = await discover(fetch, input()).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(DiscoveryProblem);
    expect(problem).toMatchObject({ kind, ...(suggestion ? { suggestion } : {}) });
    expect(fetch.log.length).toBeLessThanOrEqual(8);
  });

  it('where we may not look', async () => {
    const fetch = guardedFetch();
    await expect(discover(fetch, pod('anna'))).rejects.toMatchObject({ kind: 'unreachable' });
    expect(fetch.log).toEqual([]);
  });

  it('by a slip in a provider’s name, which is told', async () => {
    const fetch = guardedFetch({ fetch: () => Promise.reject(new TypeError('no such host')) });
    const problem = discover(fetch, 'anna.solidcomunity.net');
    await expect(problem).rejects.toMatchObject({
      kind: 'unreachable',
      suggestion: 'anna.solidcommunity.net'
    });
  });

  it('when somebody else is asked for than the document speaks of', async () => {
    await expect(personAt(guard(), site('/i#cat'))).rejects.toMatchObject({ kind: 'nothing-there' });
  });
});
