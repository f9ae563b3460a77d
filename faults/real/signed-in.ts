import { guardedFetch } from '#lib/solid/guarded-fetch.ts';
import { HttpPod } from '#lib/solid/http-pod.ts';
import type { Pod } from '#lib/solid/pod.ts';
import { makeProofKey } from '#lib/solid/proof.ts';
import { ServerClock } from '#lib/solid/server-clock.ts';
import { TokenDesk, type Tokens } from '#lib/solid/token-desk.ts';
import { tokenFetch } from '#lib/solid/token-fetch.ts';
import { DEVICE } from './way.ts';

/** Somebody who may ask for tokens without a page. */
export interface Client {
  readonly webId: string;
  readonly id: string;
  readonly secret: string;
  readonly tokenEndpoint: string;
}

/**
 * One tab's door to the spaces, with the parts that a page has: guarded fetch, token, proofs of a key, and the clock
 * that learns the server's time. `off`: how far the device's clock is ahead just now, ms. `marks`: heads by which the way
 * knows whom to strike.
 */
export async function signedIn(
  client: Client,
  off: () => number,
  marks: Record<string, string> = { [DEVICE]: '1' }
): Promise<Pod> {
  const far: typeof fetch = (input, init) =>
    globalThis.fetch(input, { ...init, headers: { ...plain(init?.headers), ...marks } });
  const key = await makeProofKey();
  const nonces = new Map<string, string>();
  const clock = new WrongClock(off, async () => {
    const answer = await far(client.tokenEndpoint, { method: 'HEAD' }).catch(() => undefined);
    const date = Date.parse(answer?.headers.get('date') ?? '');
    return Number.isNaN(date) ? undefined : Date.now() - date;
  });
  const fetch = guardedFetch({ allowsLocal: () => true, fetch: far });
  const basic = Buffer.from(`${encodeURIComponent(client.id)}:${encodeURIComponent(client.secret)}`);
  const authorization = `Basic ${basic.toString('base64')}`;
  const asClient = (input: Parameters<typeof fetch>[0], init: Parameters<typeof fetch>[1]) =>
    fetch(input, {
      ...init,
      via: (asked, more) => far(asked, { ...more, headers: { ...plain(more?.headers), authorization } })
    });
  const desk = new TokenDesk({
    fetch: Object.assign(asClient, { log: [] }),
    key,
    clock,
    nonces
  });
  let kept: Promise<Tokens> | undefined;
  const token = async (refused?: string): Promise<string> => {
    if (kept && (await kept.catch(() => undefined))?.access === refused) kept = undefined;
    kept ??= desk.ask(client.tokenEndpoint, { grant_type: 'client_credentials', scope: 'webid' });
    const asked = kept;
    return asked.then(
      ({ access }) => access,
      (error: unknown) => {
        if (kept === asked) kept = undefined;
        throw error;
      }
    );
  };
  const signed = tokenFetch({ key, clock, nonces, token });
  const own: typeof fetch = Object.assign(
    (input: Parameters<typeof fetch>[0], init: Parameters<typeof fetch>[1]) =>
      signed(input, { ...init, headers: { ...plain(init?.headers), ...marks } }),
    { log: [] }
  );
  return new HttpPod({ fetch, sender: { webId: client.webId, fetch: own as typeof globalThis.fetch } });
}

const plain = (headers: HeadersInit | undefined): Record<string, string> =>
  Object.fromEntries(new Headers(headers));

/** A device's clock that is wrong, and learns by how much as the app's does. */
class WrongClock extends ServerClock {
  readonly #off: () => number;

  constructor(off: () => number, measure: () => Promise<number | undefined>) {
    super(async () => {
      const true_ = await measure();
      return true_ === undefined ? undefined : true_ + off();
    });
    this.#off = off;
  }

  override now(): number {
    return super.now() + this.#off();
  }

  override learn(response: Response): void {
    const date = Date.parse(response.headers.get('date') ?? '');
    if (!Number.isNaN(date)) this.skew = Date.now() + this.#off() - date;
  }
}
