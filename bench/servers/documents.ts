import { quad, text } from '#lib/rdf/terms.ts';
import { n3Patch } from '#lib/rdf/patch.ts';
import { AS } from '#lib/rdf/vocab.ts';
import type { Bench, SignedIn } from '../doors.ts';
import { accessRule } from '../world/access-rule.ts';
import { postAt } from '../world/posts.ts';
import { storedTurtle } from '../world/stored-turtle.ts';
import { sendAll, type Prepared } from './requests.ts';

export const VERBS = ['public GET', 'private GET', 'PUT', 'PATCH'] as const;
export type Verb = (typeof VERBS)[number];

const COUNT = 100;
const POSTS_EACH = 5;

/**
 * Creates a person with 100 documents for everyone and 100 for themselves, each with five posts as a day has them.
 * What it answers sends one verb to each of the 100, six at a time, and tells the milliseconds.
 */
export async function documentsOn(base: string, bench: Bench): Promise<(verb: Verb) => Promise<number>> {
  const login = { email: 'bench@hearth.example', password: 'only-for-the-bench' };
  const { webId, storage } = await bench.createPerson(base, { ...login, name: 'Bench', handle: 'bench' });
  const signed = await bench.signIn(base, { ...login, webId });
  const [open, closed] = [`${storage}bench-open/`, `${storage}bench-closed/`];
  const inside = (folder: string) => Array.from({ length: COUNT }, (_, n) => `${folder}day${n}.ttl`);
  let edits = 0;

  const put = (url: string) => ({
    url,
    method: 'PUT',
    type: 'text/turtle',
    body: dayAt(url, webId, storage)
  });
  const edit = (url: string) => ({ url, method: 'PATCH', type: 'text/n3', body: another(url, ++edits) });
  const asMe = (plans: readonly Plan[]) => Promise.all(plans.map((plan) => asSelf(signed, plan)));

  for (const [folder, rule] of [
    [open, accessRule(webId, true)],
    [closed, accessRule(webId, false)]
  ] as const) {
    // A folder comes into being with its first document; before its rule only the owner may read it.
    const urls = inside(folder);
    await sendAll(await asMe([put(urls[0]!)]));
    await sendAll(await asMe([{ url: `${folder}.acl`, method: 'PUT', type: 'text/turtle', body: rule }]));
    await sendAll(await asMe(urls.slice(1).map(put)));
  }

  const prepared: Record<Verb, () => Promise<Prepared[]>> = {
    'public GET': async () =>
      inside(open).map((url) => ({ url, method: 'GET', headers: { accept: 'text/turtle' } })),
    'private GET': () => asMe(inside(closed).map((url) => ({ url, method: 'GET' }))),
    PUT: () => asMe(inside(closed).map(put)),
    PATCH: () => asMe(inside(closed).map(edit))
  };
  return async (verb) => sendAll(await prepared[verb]());
}

interface Plan {
  readonly url: string;
  readonly method: string;
  readonly type?: string;
  readonly body?: string;
}

async function asSelf(signed: SignedIn, { url, method, type, body }: Plan): Promise<Prepared> {
  const own = await signed.headersFor(method, url);
  const about = type ? { 'content-type': type } : { accept: 'text/turtle' };
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  return { url, method, headers: { ...own, ...about, ...length }, ...(body === undefined ? {} : { body }) };
}

const dayAt = (document: string, author: string, storage: string): string =>
  storedTurtle(
    Array.from({ length: POSTS_EACH }, (_, n) => postAt({ document, author, storage, n })).flat(),
    document
  );

/** One more post, the smallest that still changes the document each time. */
const another = (url: string, n: number): string =>
  n3Patch({ insert: [quad(`${url}#note${n}`, AS.content, text(`Note ${n}`))], delete: [] });
