import { Buffer } from 'node:buffer';
import { call, controlsOf } from './account-api.ts';
import { newProver, type Prove } from './dpop.ts';

export { AccountProblem } from './account-api.ts';

export interface NewPerson {
  /** What others see. */
  name: string;
  /** The name in the address: letters, digits, hyphens. */
  handle: string;
  email: string;
  password: string;
}

/**
 * Creates an account, its sign-in and a space on the server at `base`, as the sign-up form does.
 * @throws AccountProblem, e.g. when the address or the handle is taken
 */
export async function createPerson(
  base: string,
  person: NewPerson
): Promise<{ webId: string; storage: string }> {
  const { account } = await controlsOf(base);
  const { authorization } = await call<{ authorization: string }>(account.create, {});
  const controls = await controlsOf(base, authorization);
  const { email, password, name, handle } = person;
  await call(controls.password.create, { email, password }, authorization);
  const space = { name: handle, settings: { name } };
  const { pod, webId } = await call<{ pod: string; webId: string }>(
    controls.account.pod,
    space,
    authorization
  );
  return { webId, storage: pod };
}

/**
 * `createPerson` for programs that may have been cut off in the middle of it: whoever has a sign-in already keeps it,
 * and gets the space that is missing.
 * @throws AccountProblem, e.g. when the account has another password
 */
export async function settle(base: string, person: NewPerson): Promise<{ webId: string; storage: string }> {
  const created = await createPerson(base, person).catch((error: unknown) => error);
  if (!(created instanceof Error)) return created as { webId: string; storage: string };
  const { email, password, name, handle } = person;
  const { login } = (await controlsOf(base)).password;
  const { authorization } = await call<{ authorization: string }>(login, { email, password }).catch(() => {
    // There is no such account: then what createPerson said is the reason.
    throw created;
  });
  const { account } = await controlsOf(base, authorization);
  const { pods } = await call<{ pods: Record<string, string> }>(account.pod, undefined, authorization);
  const [storage] = Object.keys(pods);
  if (storage) return { webId: `${storage}profile/card#me`, storage };
  const made = await call<{ pod: string; webId: string }>(
    account.pod,
    { name: handle, settings: { name } },
    authorization
  );
  return { webId: made.webId, storage: made.pod };
}

/** A fetch that acts for somebody; `headersFor` gives its two headers to code that does not use fetch. */
export interface SignedFetch {
  (input: string | URL | Request, init?: RequestInit): Promise<Response>;
  headersFor(method: string, url: string): Promise<{ authorization: string; dpop: string }>;
}

/**
 * Signs in without a browser, by client credentials of the account API (Solid-OIDC §10 style tokens bound by DPoP).
 * The token is renewed before it runs out. For seeding and tests; people sign in through the consent page.
 *
 * Node's own fetch leaks a socket for each 304 of this server: use node:http with `headersFor` for conditional GETs.
 * @throws AccountProblem when the password is wrong or the WebID is not this account's
 */
export async function signIn(
  base: string,
  { email, password, webId }: { email: string; password: string; webId: string }
): Promise<SignedFetch> {
  const client = await clientFor(base, { email, password, webId });
  const prove = await newProver();

  let token = await requestToken(client, prove);
  let renewal: Promise<void> | undefined;
  const renew = async (): Promise<void> => {
    token = await requestToken(client, prove).finally(() => (renewal = undefined));
  };
  const headersFor = async (method: string, url: string) => {
    if (token.ends < Date.now()) await (renewal ??= renew());
    return { authorization: `DPoP ${token.value}`, dpop: await prove(method.toUpperCase(), url) };
  };
  const signed = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const own = await headersFor(request.method, request.url);
    for (const [name, value] of Object.entries(own)) request.headers.set(name, value);
    return fetch(request);
  };
  return Object.assign(signed, { headersFor });
}

/** What a program asks for tokens with. */
export interface Client {
  id: string;
  secret: string;
  tokenEndpoint: string;
}

/**
 * Client credentials of an account, good until they are taken back.
 * @throws AccountProblem when the password is wrong or the WebID is not this account's
 */
export async function clientFor(
  base: string,
  { email, password, webId }: { email: string; password: string; webId: string }
): Promise<Client> {
  const login = (await controlsOf(base)).password.login;
  const { authorization } = await call<{ authorization: string }>(login, { email, password });
  const { account } = await controlsOf(base, authorization);
  const made = await call<{ id: string; secret: string }>(
    account.clientCredentials,
    { name: 'node', webId },
    authorization
  );
  const issuer = await call<{ token_endpoint: string }>(
    new URL('.well-known/openid-configuration', base).href
  );
  return { id: made.id, secret: made.secret, tokenEndpoint: issuer.token_endpoint };
}

/** `ends`: when to ask for the next one, in ms since 1970; a minute before the token's own end (600 s on this server). */
async function requestToken({ id, secret, tokenEndpoint: endpoint }: Client, prove: Prove) {
  const begun = Date.now();
  const basic = Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64');
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}`, dpop: await prove('POST', endpoint) },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'webid' })
  });
  if (!response.ok)
    throw new Error(`The server gave no access token (${response.status}): ${await response.text()}`);
  const { access_token, expires_in } = (await response.json()) as {
    access_token: string;
    expires_in: number;
  };
  return { value: access_token, ends: begun + (expires_in - 60) * 1000 };
}
