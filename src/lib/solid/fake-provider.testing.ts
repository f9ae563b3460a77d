import { base64url, fromBase64url, sha256 } from './base64url.ts';

type Json = Record<string, unknown>;
const jwt = (claims: Json) => `${base64url('{"alg":"none"}')}.${base64url(JSON.stringify(claims))}.x`;
const read = (part: string | undefined) => JSON.parse(fromBase64url(part ?? '')) as Json;

/** How it behaves; change it while it runs. */
export interface Manners {
  down: boolean;
  /** Answers as a network that wants a login does: a page instead of JSON. */
  captive: boolean;
  /** A nonce that every proof must hold. */
  nonce?: string | undefined;
  refresh: boolean;
  /** Seconds. */
  lasts: number;
  /** Lets a page read its date. */
  date: boolean;
  /** The claims of ID tokens, changed. */
  claims: Json;
  settings: Json;
  /** What the token endpoint answers to everything. */
  refuses?: string | undefined;
  card: string;
}

/**
 * A provider that is strict: codes and refresh tokens are used once (a second use ends the sign-in), are bound to the
 * key of the proof, and proofs must be of this minute. It is its people's space as well: `open` tells whether a
 * request carries a good token and a good proof.
 */
export class FakeProvider {
  readonly issuer = 'https://pods.example/';
  readonly webId = 'https://pods.example/anna/profile/card#me';
  readonly manners: Manners = {
    down: false,
    captive: false,
    refresh: true,
    lasts: 600,
    date: false,
    claims: {},
    settings: {},
    card: `<${this.webId}> <http://www.w3.org/ns/solid/terms#oidcIssuer> <${this.issuer}>.`
  };
  /** Its clock, ms. */
  now = () => Date.now();
  /** Every request, as `METHOD path`. */
  readonly asked: string[] = [];
  readonly #codes = new Map<string, URLSearchParams>();
  readonly #refresh = new Map<string, string>();
  readonly #used = new Set<string>();
  readonly #access = new Map<string, string>();
  #count = 0;

  /** The person says yes on its page: the address they are sent back to. */
  allow(address: string): string {
    const asked = new URL(address).searchParams;
    const code = `code-${++this.#count}`;
    this.#codes.set(code, asked);
    const answer = new URLSearchParams({ code, state: asked.get('state') ?? '', iss: this.issuer });
    return `${asked.get('redirect_uri')}?${answer}`;
  }

  /** Ends every sign-in, as when somebody removes the app there. */
  revokeAll(): void {
    this.#refresh.clear();
    this.#access.clear();
  }

  get refreshTokens(): number {
    return this.#refresh.size;
  }

  /** Takes the place of the network. */
  readonly fetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    this.asked.push(`${request.method} ${pathname}`);
    if (this.manners.down) throw new TypeError('Failed to fetch');
    if (this.manners.captive) return new Response('<p>Log in to this network</p>');
    if (pathname.endsWith('/openid-configuration')) return Response.json(this.#settings());
    if (pathname === '/token') return this.#token(request);
    if (pathname === '/revoke') {
      this.#refresh.delete(new URLSearchParams(await request.text()).get('token') ?? '');
      return new Response();
    }
    if (pathname === '/anna/profile/card')
      return new Response(this.manners.card, { headers: { 'content-type': 'text/turtle' } });
    return this.#space(request);
  };

  #settings(): Json {
    return {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}auth`,
      token_endpoint: `${this.issuer}token`,
      revocation_endpoint: `${this.issuer}revoke`,
      scopes_supported: ['openid', 'webid', 'offline_access'],
      grant_types_supported: ['authorization_code', 'refresh_token'],
      dpop_signing_alg_values_supported: ['RS256', 'ES256'],
      code_challenge_methods_supported: ['S256'],
      authorization_response_iss_parameter_supported: true,
      ...this.manners.settings
    };
  }

  async #token(request: Request): Promise<Response> {
    const form = new URLSearchParams(await request.text());
    if (this.manners.refuses) return this.#refuse(this.manners.refuses);
    const proved = await this.#proof(request);
    if (typeof proved !== 'string') return proved;
    const asked = form.get('grant_type') === 'refresh_token' ? undefined : await this.#codeOf(form, proved);
    if (asked === null) return this.#refuse('invalid_grant');
    if (!asked && !this.#redeem(form.get('refresh_token') ?? '', proved))
      return this.#refuse('invalid_grant');
    const iat = Math.floor(this.now() / 1000);
    const n = ++this.#count;
    const access = jwt({ iat, n });
    this.#access.set(access, proved);
    if (this.manners.refresh) this.#refresh.set(`refresh-${n}`, proved);
    const id = { iss: this.issuer, aud: form.get('client_id'), webid: this.webId, sub: 'anna' };
    const nonce = asked?.get('nonce');
    return this.#answer(200, {
      access_token: access,
      expires_in: this.manners.lasts,
      ...(this.manners.refresh ? { refresh_token: `refresh-${n}` } : {}),
      id_token: jwt({ ...id, iat, exp: iat + 600, ...(nonce ? { nonce } : {}), ...this.manners.claims })
    });
  }

  /** null: no such code, or not theirs. */
  async #codeOf(form: URLSearchParams, thumb: string): Promise<URLSearchParams | null> {
    const code = form.get('code') ?? '';
    const asked = this.#codes.get(code);
    this.#codes.delete(code);
    const challenge = await sha256(form.get('code_verifier') ?? '');
    const good = asked?.get('code_challenge') === challenge && asked.get('dpop_jkt') === thumb;
    return good ? asked : null;
  }

  #redeem(token: string, thumb: string): boolean {
    if (this.#used.has(token)) this.revokeAll();
    const bound = this.#refresh.get(token);
    this.#used.add(token);
    this.#refresh.delete(token);
    return bound === thumb;
  }

  async #space(request: Request): Promise<Response> {
    const token = request.headers.get('authorization')?.replace(/^DPoP /, '') ?? '';
    const proved = await this.#proof(request, token);
    if (typeof proved !== 'string') return new Response('', { status: 401, headers: proved.headers });
    const open = this.#access.get(token) === proved;
    return new Response(open ? `as ${this.webId}: ${await request.text()}` : '', {
      status: open ? 200 : 401
    });
  }

  /** The thumbprint of the key, or the refusal. */
  async #proof(request: Request, token?: string): Promise<string | Response> {
    const [head, body, signature] = (request.headers.get('dpop') ?? '..').split('.');
    if (!head || !body || !signature) return this.#refuse('invalid_dpop_proof');
    const { jwk } = read(head) as { jwk: JsonWebKey };
    const said = read(body);
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
    const key = await crypto.subtle.importKey('jwk', jwk, algorithm, true, ['verify']);
    const bytes = Uint8Array.from(atob(signature.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0)
    );
    const text = new TextEncoder().encode(`${head}.${body}`);
    const right = await crypto.subtle.verify({ ...algorithm, hash: 'SHA-256' }, key, bytes, text);
    const good =
      right &&
      said['htm'] === request.method &&
      said['htu'] === request.url.split(/[?#]/, 1)[0] &&
      !this.#used.has(String(said['jti'])) &&
      Math.abs(Number(said['iat']) * 1000 - this.now()) < 60_000 &&
      said['ath'] === (token === undefined ? undefined : await sha256(token));
    if (!good) return this.#refuse('invalid_dpop_proof');
    if (this.manners.nonce && said['nonce'] !== this.manners.nonce) return this.#refuse('use_dpop_nonce');
    this.#used.add(String(said['jti']));
    return sha256(JSON.stringify({ crv: jwk.crv, kty: jwk.kty, x: jwk.x, y: jwk.y }));
  }

  #refuse(error: string): Response {
    return this.#answer(400, { error });
  }

  #answer(status: number, said: Json): Response {
    const headers = new Headers();
    if (this.manners.date) headers.set('date', new Date(this.now()).toUTCString());
    if (this.manners.nonce) headers.set('dpop-nonce', this.manners.nonce);
    return Response.json(said, { status, headers });
  }
}
