import { AT_ONCE, atOnce } from '../servers/requests.ts';

/**
 * The least that reading these documents can cost a page: fetch, whole bodies, nothing else; as many at once as a
 * browser would open (which is also what our guarded fetch does). Answers milliseconds.
 */
export async function raw(urls: readonly string[]): Promise<number> {
  const begun = performance.now();
  await atOnce(urls, AT_ONCE, body);
  return performance.now() - begun;
}

/** One document as text. Rejects when it can't be had. */
export async function body(url: string): Promise<string> {
  const response = await fetch(url, { headers: { accept: 'text/turtle' } });
  const text = await response.text();
  if (!response.ok) throw new Error(`GET ${url} was answered with ${response.status}.`);
  return text;
}
