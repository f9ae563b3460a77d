import { afterAll, beforeAll, expect, it } from 'vitest';
import { guardedFetch } from './guarded-fetch.ts';
import { hostileServer, type HostileServer } from './hostile-server.ts';
import { HttpPod } from './http-pod.ts';

let server: HostileServer;
let closed = false;

beforeAll(async () => {
  server = await hostileServer({
    '/folder/': (request, response) => {
      const anonymous = request.headers.authorization === undefined;
      response.setHeader('link', '<.acl>; rel="acl"');
      response.writeHead(anonymous && closed ? 401 : 200).end();
    },
    '/folder/.acl': (request, response) => response.writeHead(request.method === 'PUT' ? 201 : 404).end(),
    '/bare/': (_, response) => response.writeHead(200).end(),
    '/bare/space/': (_, response) => response.writeHead(200, { link: '<.acr>; rel="acl"' }).end(),
    '/bare/space/.acr': (_, response) => {
      response.writeHead(200, { 'content-type': 'text/turtle' }).end(`
        @prefix acl: <http://www.w3.org/ns/auth/acl#>. @prefix acp: <http://www.w3.org/ns/solid/acp#>.
        <#acr> a acp:AccessControlResource; acp:resource <./>; acp:accessControl [ acp:apply [
          acp:allow acl:Read; acp:anyOf [ acp:agent <https://pods.example/bob#me> ] ] ].`);
    }
  });
});
afterAll(() => server.stop());

const webId = 'https://pods.example/anna#me';
const rule = { owner: [webId], everyone: [], signedIn: [], people: {} };
const pod = () =>
  new HttpPod({
    fetch: guardedFetch({ allowsLocal: () => true }),
    sender: {
      webId,
      fetch: (input, init) => fetch(input, { ...init, headers: { ...init?.headers, authorization: 'key' } })
    }
  });

it('finds out that a server takes access documents and does not mind them', async () => {
  closed = false;
  const problem = pod().setAccess(`${server.origin}/folder/`, rule);
  await expect(problem).rejects.toMatchObject({
    problem: { kind: 'broken', detail: expect.stringContaining('does not protect') }
  });
  await pod().setAccess(`${server.origin}/folder/`, { ...rule, everyone: ['read'] });
});

it('is content with one that does', async () => {
  closed = true;
  await pod().setAccess(`${server.origin}/folder/`, rule);
});

it('says so when there is no way to say who may do what', async () => {
  await expect(pod().setAccess(`${server.origin}/bare/`, rule)).rejects.toMatchObject({
    problem: { kind: 'broken' }
  });
});

it('stops at a page above the space that has no access document', async () => {
  // Community Solid Server's own root, when the space does not say that it is one.
  const access = await pod().access(`${server.origin}/bare/space/`);
  expect(access.people).toEqual({ 'https://pods.example/bob#me': ['read'] });
});
