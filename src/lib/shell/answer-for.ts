/**
 * `page`: the one page of the app. `file`: one of its files, which never changes within a version. `told`: what the
 * app's server says, the network first. `network`: none of our business.
 */
export type Answer = 'page' | 'file' | 'told' | 'network';

export interface Wanted {
  readonly method: string;
  readonly url: string;
  /** `navigate`: somebody opens a page (Fetch, 2.2.5). */
  readonly mode: string;
  /** It carries an Authorization header. */
  readonly token: boolean;
}

export interface Known {
  /** Ours, without a slash at the end. */
  readonly origin: string;
  /** Paths of the built and static files of this version. */
  readonly files: ReadonlySet<string>;
}

const TOLD = new Set(['/config.json', '/client.jsonld']);
/** Files named for what is in them: those of another version are as good as ours. */
const LASTING = '/_app/immutable/';
/** Addresses that are not pages: a page in their place would be worse than an honest refusal. */
const NO_PAGES = ['/_app/', '/.well-known/', '/service-worker.js'];

/** How the worker answers a request of a page. */
export function answerFor({ method, url, mode, token }: Wanted, { origin, files }: Known): Answer {
  const address = new URL(url);
  if (method !== 'GET' || token || address.origin !== origin) return 'network';
  const path = address.pathname;
  if (TOLD.has(path)) return 'told';
  if (files.has(path) || path.startsWith(LASTING)) return 'file';
  return mode === 'navigate' && !NO_PAGES.some((start) => path.startsWith(start)) ? 'page' : 'network';
}

export const isLasting = (path: string): boolean => path.startsWith(LASTING);
