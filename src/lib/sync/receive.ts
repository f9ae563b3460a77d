import type { CachedDocument } from '#lib/cache/cache.ts';
import { parsedSoon } from '#lib/cache/parsed.ts';
import type { Pod, Resource } from '#lib/solid/pod.ts';
import { problemOf, type Problem } from '#lib/solid/problem.ts';

/**
 * Asks the network for a document and answers what the cache shall know of it from now on. Never rejects.
 * @param isClosed most likely for a few only: asked for as oneself at once, as long as nobody knows better
 */
export async function fetchDocument(
  pod: Pod,
  url: string,
  before: CachedDocument | undefined,
  now: () => number,
  isClosed = false
): Promise<CachedDocument> {
  try {
    const isGuess = isClosed && before?.restricted === undefined;
    const resource = isGuess ? await readClosed(pod, url, before) : await pod.read(url, readOptions(before));
    return await received(url, before, resource, now());
  } catch (error) {
    return failed(url, before, problemOf(error, url), now());
  }
}

/** A server that does not take my token (401) may show it to anyone all the same. */
async function readClosed(
  pod: Pod,
  url: string,
  before: CachedDocument | undefined
): Promise<Resource | undefined> {
  try {
    return await pod.read(url, { ...readOptions(before), as: 'me' });
  } catch (error) {
    if (problemOf(error, url).kind !== 'unauthorised') throw error;
    return pod.read(url, { ...readOptions(before), as: 'anyone' });
  }
}

/**
 * With the ETag we have, and with a token at once where one was needed last time. Not for containers: their ETag stays
 * the same when a child changes (CSS 7.2), and the answer would be a false "unchanged".
 */
export function readOptions(before: CachedDocument | undefined): { etag?: string; as?: 'me' } {
  return {
    ...(before?.etag === undefined || before.url.endsWith('/') ? {} : { etag: before.etag }),
    ...(before?.restricted ? { as: 'me' as const } : {})
  };
}

/** An answer. `undefined` is "unchanged". Turtle that cannot be read leaves the last good one in its place. */
async function received(
  url: string,
  before: CachedDocument | undefined,
  resource: Resource | undefined,
  now: number
): Promise<CachedDocument> {
  if (!resource) {
    return { ...(before ?? nothing(url)), seen: now, asked: now, state: 'fresh', problem: undefined };
  }
  const base = resource.url === url ? undefined : resource.url;
  const { broken } = await parsedSoon(resource.body, resource.url);
  if (broken !== undefined) {
    return failed(url, before, { kind: 'broken', url, detail: broken }, now);
  }
  const { etag, body: turtle, restricted } = resource;
  return { url, etag, turtle, base, restricted, checked: true, seen: now, asked: now, state: 'fresh' };
}

/** No document. What the server said of it is believed; when nothing usable came, the last good text is kept. */
export function failed(
  url: string,
  before: CachedDocument | undefined,
  { kind, detail, status }: Problem,
  now: number
): CachedDocument {
  const last = { ...(before ?? nothing(url)), asked: now, problem: { kind, detail, status } };
  if (kind === 'missing' || kind === 'gone') {
    return { ...last, turtle: '', etag: undefined, base: undefined, seen: now, state: 'missing' };
  }
  // 401 too: until the session is restored, and what was read before stays readable (RFC 9110, 15.5.2).
  if (kind === 'forbidden' || kind === 'unauthorised') {
    return { ...last, seen: kind === 'forbidden' ? now : last.seen, state: 'forbidden' };
  }
  return { ...last, state: 'broken' };
}

const nothing = (url: string): CachedDocument => ({ url, turtle: '', seen: 0, asked: 0, state: 'stale' });
