import { PodProblem } from './problem.ts';
import type { Watch } from './watch.ts';

const moved = (response: Response) =>
  response.type === 'opaqueredirect' ||
  (response.status >= 300 && response.status < 400 && response.status !== 304);

/**
 * Sends a request and waits for the head of its answer.
 *
 * Redirects: a browser shows nothing of them with `redirect: 'manual'`, so they cannot be followed by hand; reads
 * are left to the browser, which stops after 20, and the final address is checked by the caller. A request with a
 * token follows none: the token would go to whoever the redirect names.
 *
 * Caching: Chromium serves documents without Cache-Control from its disk unasked; `no-cache` makes it ask, and add
 * If-None-Match by itself without a preflight (PERFORMANCE.md, fact 4).
 */
export async function sendOnce(
  input: string | Request,
  url: string,
  init: RequestInit,
  send: typeof fetch,
  signedIn: boolean,
  watch: Watch
): Promise<Response> {
  const settings: RequestInit = {
    ...init,
    cache: 'no-cache',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: signedIn ? 'manual' : 'follow',
    signal: init.signal ? AbortSignal.any([init.signal, watch.signal]) : watch.signal
  };
  let response: Response;
  try {
    response = await watch.race(send(input, settings));
  } catch (error) {
    if (error instanceof PodProblem) throw error;
    // The caller changed its mind: that is no problem with the other side.
    if (init.signal?.aborted) throw error;
    if (!signedIn && (await leadsNowhere(input, settings, send, watch)))
      throw broken(url, 'a redirect that leads nowhere');
    throw new PodProblem({
      kind: 'offline',
      url,
      detail: error instanceof Error ? error.message : String(error)
    });
  }
  if (moved(response))
    throw broken(
      url,
      signedIn ? 'moved elsewhere, and a token is not carried there' : 'moved, but it does not say where'
    );
  return response;
}

const broken = (url: string, detail: string) => new PodProblem({ kind: 'broken', url, detail });

/**
 * `fetch` fails alike for a dead network and for a redirect loop. The first will pass, the second is the other
 * side's fault, so we ask once more without following: a redirect there means that following it is what failed.
 */
async function leadsNowhere(
  input: string | Request,
  init: RequestInit,
  send: typeof fetch,
  watch: Watch
): Promise<boolean> {
  const method = init.method ?? (typeof input === 'string' ? 'GET' : input.method);
  if (method !== 'GET' && method !== 'HEAD') return false;
  return watch.race(send(input, { ...init, redirect: 'manual' })).then(moved, (error: unknown) => {
    if (error instanceof PodProblem) throw error;
    return false;
  });
}
