import { whyUnsafe, type AllowsLocal } from './address-rule.ts';
import { Lanes } from './lanes.ts';
import { PodProblem, problemOf } from './problem.ts';
import { readBody } from './read-body.ts';
import { RequestLog, type LoggedRequest } from './request-log.ts';
import { sendOnce } from './send-once.ts';
import { Watch } from './watch.ts';

export interface GuardOptions {
  /** Leave for loopback and private hosts; see `localLeave`. Without it none are opened. */
  readonly allowsLocal?: AllowsLocal;
  /** Longest body in bytes, 5 MB unless told. */
  readonly limit?: number;
  /** Longest silence while an answer is awaited or read, ms. 10 s unless told. */
  readonly idle?: number;
  /** Longest time for a whole request, ms. 30 s unless told. */
  readonly total?: number;
  /** Requests to one origin at once. 6 unless told, which is also what browsers allow over HTTP/1.1. */
  readonly perOrigin?: number;
  /** Told of each answer, and when its question left (ms since 1970). */
  readonly heard?: (response: Response, asked: number) => void;
  /** What goes to the network; the environment's own fetch unless told. */
  readonly fetch?: typeof fetch;
}

export interface GuardedInit extends RequestInit {
  /** Longest body of a success, in bytes. */
  readonly limit?: number;
  readonly total?: number;
  /** A fetch that adds somebody's token (a session's). Redirects are then not followed: see `sendOnce`. */
  readonly via?: typeof fetch;
}

/**
 * The one way out of the app, for documents, pictures and Comunica alike. Used like `fetch`, except that
 * - it ends: an endless, dripping or silent answer becomes `slow` or `broken`;
 * - the answer is whole: its body was read (within `limit`) before it is handed over;
 * - it throws PodProblem, and for what is no answer at all only: a 404 is an answer;
 * - it opens no address in private networks without leave, also after a redirect.
 */
export interface GuardedFetch {
  (input: string | URL | Request, init?: GuardedInit): Promise<Response>;
  /** The newest 200 requests, oldest first. */
  readonly log: readonly LoggedRequest[];
}

export function guardedFetch(options: GuardOptions = {}): GuardedFetch {
  const {
    limit = 5_000_000,
    idle = 10_000,
    total = 30_000,
    perOrigin = 6,
    allowsLocal = () => false
  } = options;
  const lanes = new Lanes(perOrigin);
  const log = new RequestLog(200);

  function demandSafe(url: string): void {
    const reason = whyUnsafe(url, allowsLocal);
    if (reason !== undefined) throw new PodProblem({ kind: 'unsafe', url, detail: reason });
  }

  async function exchange(
    input: string | Request,
    url: string,
    init: GuardedInit
  ): Promise<[Response, number]> {
    const { limit: most = limit, total: time = total, via, ...rest } = init;
    // An upload is silent from here until it has arrived, so only the total time counts for it.
    const watch = new Watch(url, time, idle);
    if (!rest.body) watch.touch();
    try {
      const response = await sendOnce(
        input,
        url,
        rest,
        via ?? options.fetch ?? fetch,
        via !== undefined,
        watch
      );
      demandSafe(response.url || url);
      // A refusal may come with a page of words, however small the thing that was asked for.
      const bytes = await readBody(response, response.ok ? most : limit, watch);
      return [whole(response, bytes, url), bytes.byteLength];
    } finally {
      watch.stop();
    }
  }

  async function guarded(input: string | URL | Request, init: GuardedInit = {}): Promise<Response> {
    const request = input instanceof URL ? input.href : input;
    const url = (typeof request === 'string' ? request : request.url).split('#', 1)[0]!;
    demandSafe(url);
    return lanes.run(new URL(url).origin, async () => {
      const at = Date.now();
      const method = init.method ?? (typeof request === 'string' ? 'GET' : request.method);
      const note = (outcome: Pick<LoggedRequest, 'status' | 'problem' | 'bytes'>) =>
        log.add({ at, method, url, ms: Date.now() - at, signedIn: init.via !== undefined, ...outcome });
      try {
        const [response, bytes] = await exchange(typeof request === 'string' ? url : request, url, init);
        note({ status: response.status, bytes });
        options.heard?.(response, at);
        return response;
      } catch (error) {
        note({ status: 0, problem: problemOf(error, url).kind, bytes: 0 });
        throw error;
      }
    });
  }
  return Object.defineProperty(guarded, 'log', { get: () => log.entries }) as GuardedFetch;
}

/** The answer with its body in memory. A constructed Response has no address, but readers need it as base IRI. */
function whole(response: Response, bytes: Uint8Array<ArrayBuffer>, url: string): Response {
  const { status, statusText, headers, redirected } = response;
  const bodyless = status === 204 || status === 205 || status === 304;
  const copy = new Response(bodyless ? null : bytes, { status, statusText, headers });
  return Object.defineProperties(copy, {
    url: { value: response.url || url },
    redirected: { value: redirected }
  });
}
