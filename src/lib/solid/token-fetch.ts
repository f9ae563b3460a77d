import { proof } from './proof.ts';
import type { ServerClock } from './server-clock.ts';
import type { Nonces } from './token-desk.ts';

export interface TokenFetchParts {
  readonly key: CryptoKeyPair;
  readonly clock: ServerClock;
  readonly nonces: Nonces;
  /** A token that is good as far as anybody knows; with `refused`, another one than that, if that may help. */
  readonly token: (refused?: string) => Promise<string>;
}

/**
 * A fetch as somebody (RFC 9449 section 7.1): each request has a proof of its own. A refused token is renewed and the
 * request repeated, once; a space that refuses the new one as well is believed from then on.
 */
export function tokenFetch({ key, clock, nonces, token }: TokenFetchParts): typeof fetch {
  const closed = new Set<string>();

  async function send(input: Parameters<typeof fetch>[0], init: RequestInit | undefined, access: string) {
    const asked = input instanceof Request ? input : undefined;
    const url = asked?.url ?? String(input);
    const { origin } = new URL(url);
    const headers = new Headers(init?.headers ?? asked?.headers);
    const method = (init?.method ?? asked?.method ?? 'GET').toUpperCase();
    const nonce = nonces.get(origin);
    headers.set('authorization', `DPoP ${access}`);
    headers.set('dpop', await proof(key, { method, url, at: clock.now(), nonce, token: access }));
    const response = await fetch(asked?.clone() ?? input, { ...init, headers });
    const demanded = response.headers.get('dpop-nonce');
    if (demanded) nonces.set(origin, demanded);
    return { response, origin, newNonce: demanded !== null && demanded !== nonce };
  }

  return async (input, init) => {
    const access = await token();
    const first = await send(input, init, access);
    // A stream is gone once it was sent.
    if (first.response.status !== 401 || init?.body instanceof ReadableStream) return first.response;
    const { response, origin } = first.newNonce ? await send(input, init, access) : first;
    if (response.status !== 401 || closed.has(origin)) return response;
    // Where none is to be had, the refusal is the answer; the session has noted why.
    const next = await token(access).catch(() => access);
    if (next === access) return response;
    const again = await send(input, init, next);
    if (again.response.status === 401) closed.add(origin);
    return again.response;
  };
}
