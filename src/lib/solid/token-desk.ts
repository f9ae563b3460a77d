import { fromBase64url } from './base64url.ts';
import type { GuardedFetch } from './guarded-fetch.ts';
import { proof } from './proof.ts';
import type { ServerClock } from './server-clock.ts';

/** What a token endpoint gives (RFC 6749 section 5.1). */
export interface Tokens {
  readonly access: string;
  /** Milliseconds. */
  readonly lasts: number;
  readonly refresh?: string | undefined;
  /** What the ID token says; undefined where there is none. */
  readonly claims?: Claims | undefined;
}

export type Claims = Readonly<Record<string, unknown>>;

/** The provider has understood and says no (RFC 6749 section 5.2). `code` as it wrote it. */
export class TokenRefusal extends Error {
  readonly code: string;
  constructor(code: string, description?: string) {
    super(description ? `${code}: ${description}` : code);
    this.code = code;
  }
}

/** The nonce that each origin demanded last (RFC 9449 section 8.2). */
export type Nonces = Map<string, string>;

/** Where no lifetime is named. ms */
const GUESSED_LIFE = 5 * 60_000;

/** Asks a token endpoint, with proof of the key: once more with the nonce it demands, once more with the right time. */
export class TokenDesk {
  readonly #fetch: GuardedFetch;
  readonly #key: CryptoKeyPair;
  readonly #clock: ServerClock;
  readonly #nonces: Nonces;

  constructor(parts: { fetch: GuardedFetch; key: CryptoKeyPair; clock: ServerClock; nonces: Nonces }) {
    this.#fetch = parts.fetch;
    this.#key = parts.key;
    this.#clock = parts.clock;
    this.#nonces = parts.nonces;
  }

  /** Throws TokenRefusal for a no; TypeError or PodProblem when there is no answer that can be used. */
  async ask(url: string, form: Record<string, string>): Promise<Tokens> {
    let nonced = false;
    let corrected = false;
    for (;;) {
      const believed = this.#clock.skew;
      const response = await this.#post(url, form);
      const said = (await response.json().catch(() => ({}))) as Record<string, unknown>;
      const tokens = response.ok ? tokensOf(said) : undefined;
      this.#clock.learn(response, issuedAt(tokens));
      const nonce = this.#noteNonce(url, response);
      if (tokens) return tokens;
      const { error, error_description: why } = said;
      // A proxy, a page that wants a login for the network, a server at work: not the provider's word.
      if (response.status >= 500 || response.status === 429 || typeof error !== 'string') {
        throw new TypeError(`the provider answers ${response.status}`);
      }
      if (error === 'use_dpop_nonce' && nonce && !nonced) nonced = true;
      else if (error !== 'invalid_grant' && !corrected && (await this.#clock.correct(believed)))
        corrected = true;
      else throw new TokenRefusal(error, typeof why === 'string' ? why : undefined);
    }
  }

  async #post(url: string, form: Record<string, string>): Promise<Response> {
    const nonce = this.#nonces.get(new URL(url).origin);
    const dpop = await proof(this.#key, { method: 'POST', url, at: this.#clock.now(), nonce });
    return this.#fetch(url, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
        dpop
      },
      body: new URLSearchParams(form).toString(),
      // It carries a secret, so it is not redirected: see `sendOnce`.
      via: (input, init) => fetch(input, init)
    });
  }

  #noteNonce(url: string, response: Response): string | undefined {
    const nonce = response.headers.get('dpop-nonce') ?? undefined;
    if (nonce) this.#nonces.set(new URL(url).origin, nonce);
    return nonce;
  }
}

function tokensOf(said: Record<string, unknown>): Tokens | undefined {
  const { access_token: access, expires_in: lasts, refresh_token: refresh, id_token: id } = said;
  if (typeof access !== 'string') return undefined;
  return {
    access,
    lasts: typeof lasts === 'number' && lasts > 0 ? lasts * 1000 : GUESSED_LIFE,
    refresh: typeof refresh === 'string' ? refresh : undefined,
    claims: typeof id === 'string' ? claimsOf(id) : undefined
  };
}

/** What a JWT says; undefined when it is none. Its signature is not looked at: see `whoSigned`. */
function claimsOf(jwt: string): Claims | undefined {
  try {
    const said: unknown = JSON.parse(fromBase64url(jwt.split('.')[1] ?? ''));
    return typeof said === 'object' && said !== null ? (said as Claims) : undefined;
  } catch {
    return undefined; // opaque, which an access token may be
  }
}

function issuedAt(tokens: Tokens | undefined): number | undefined {
  const iat = tokens && (claimsOf(tokens.access)?.['iat'] ?? tokens.claims?.['iat']);
  return typeof iat === 'number' ? iat : undefined;
}
