import type { GuardedFetch } from './guarded-fetch.ts';
import { issuerListed } from './issuer-listed.ts';
import type { Keep, KeptSignIn } from './keep.ts';
import { makeProofKey, thumbprint } from './proof.ts';
import { NotOurWay, providerSettings } from './provider-settings.ts';
import { isFresh, Renewal, SignInLeft, withTokens } from './renewal.ts';
import { returnPath } from './return-path.ts';
import { revoke } from './revoke.ts';
import { Retries } from './retries.ts';
import { ServerClock } from './server-clock.ts';
import { problemOfCode, problemOfFailure } from './session-problem.ts';
import { SessionState } from './session-state.ts';
import type { Session, SessionProblem, SignInWish } from './session.ts';
import {
  answerIn,
  CALLBACK,
  keepQuestion,
  newQuestion,
  questionOf,
  questionUrl,
  type SignInQuestion
} from './sign-in-question.ts';
import type { SignInPage } from './sign-in-page.ts';
import { TokenDesk, TokenRefusal, type Nonces } from './token-desk.ts';
import { tokenFetch } from './token-fetch.ts';
import type { Turn } from './turn.ts';
import { whoSigned } from './who-signed.ts';

export interface OwnSessionParts {
  /** Origin of the app, without a slash at the end. It serves `/client.jsonld` and the page `/auth/callback`. */
  readonly origin: string;
  readonly page: SignInPage;
  readonly keep: Keep;
  readonly turn: Turn;
  /** A fetch that may reach this provider, wherever it is. */
  readonly fetchFor: (issuer: string) => GuardedFetch;
  /** Signs in another way, when the provider does not accept ours. */
  readonly instead: (wish: SignInWish) => Promise<void>;
}

/** A refused token that is younger than this was not refused for its age. ms */
const YOUNG = 30_000;

/** What a provider says that cannot do with us as we come (RFC 6749 sections 4.1.2.1 and 5.2). */
const NOT_OUR_WAY = new Set([
  'invalid_client',
  'invalid_request',
  'invalid_scope',
  'unauthorized_client',
  'unsupported_grant_type',
  'unsupported_response_type'
]);

/**
 * Our own sign-in: authorization code with PKCE, tokens bound to a key that cannot be taken out of the browser, and a
 * refresh token kept beside it. So a reload, or another tab, goes on without leaving the page: with the access token
 * in the store while that is good, with one request to the provider otherwise.
 */
export class OwnSession extends SessionState implements Session {
  readonly #parts: OwnSessionParts;
  readonly #nonces: Nonces = new Map();
  readonly #clock: ServerClock;
  readonly #retries: Retries;
  #kept: KeptSignIn | undefined;
  #renewal: Renewal | undefined;
  #renewing: Promise<KeptSignIn> | undefined;
  #fetch: typeof fetch | undefined;

  constructor(parts: OwnSessionParts) {
    super({ state: 'restoring' });
    this.#parts = parts;
    this.#clock = new ServerClock(() => parts.page.clockSkew());
    this.#retries = new Retries(parts.page, () => this.#restore(false));
  }

  readonly fetch: typeof fetch = (input, init) =>
    this.state === 'in' && this.#fetch ? this.#fetch(input, init) : fetch(input, init);

  async start(): Promise<void> {
    const { page, origin } = this.#parts;
    const answer = answerIn(page.url(), origin);
    const question = questionOf(page.tab, answer);
    // A code is used once: neither a reload nor the history may bring it back.
    if (answer) page.replaceUrl(origin + CALLBACK);
    if (!answer || !question) return this.#restore(true);
    keepQuestion(page.tab, undefined);
    await this.#takeAnswer(answer, question);
  }

  /** Leaves the page, or says why not in `problem`. Throws NotOurWay. */
  async signIn({ issuer, returnTo }: SignInWish): Promise<void> {
    await this.#ask(issuer, returnPath(returnTo, this.#parts.origin), false);
  }

  /** Ends the sign-in in all tabs, and at the provider as far as it concerns this device. */
  async signOut(): Promise<void> {
    const kept = this.#kept;
    await this.forget();
    this.become({ state: 'out' });
    if (kept) await revoke(this.#parts.fetchFor(kept.issuer), kept, this.#clientId);
  }

  /** Leaves nothing on this device. */
  async forget(): Promise<void> {
    this.#retries.stop();
    this.#kept = undefined;
    this.#fetch = undefined;
    await this.#parts.keep.forget();
  }

  get #clientId(): string {
    return `${this.#parts.origin}/client.jsonld`;
  }

  async #ask(issuer: string, returnTo: string, silent: boolean): Promise<void> {
    const { origin, page, fetchFor } = this.#parts;
    try {
      const [provider, skew] = await Promise.all([
        providerSettings(fetchFor(issuer), issuer),
        page.clockSkew()
      ]);
      const key = await this.#key();
      const question = newQuestion({ issuer, provider, returnTo, skew: skew ?? 0, silent });
      keepQuestion(page.tab, question);
      const asked = { clientId: this.#clientId, redirectUrl: origin + CALLBACK };
      page.leave(await questionUrl(question, { ...asked, thumbprint: await thumbprint(key) }));
    } catch (error) {
      if (error instanceof NotOurWay) throw error;
      this.become({ state: 'out', problem: problemOfFailure(error, undefined) });
    }
  }

  /** A browser that keeps no keys cannot go our way. */
  async #key(): Promise<CryptoKeyPair> {
    const { keep } = this.#parts;
    try {
      const kept = await keep.key();
      if (kept) return kept;
      await keep.setKey(await makeProofKey());
      // As it was kept: another tab may have been quicker, and what does not survive keeping is of no use.
      const key = await keep.key();
      if (key) return key;
    } catch (error) {
      throw new NotOurWay('no key is kept here', { cause: error });
    }
    throw new NotOurWay('no key is kept here');
  }

  async #takeAnswer(answer: URLSearchParams, question: SignInQuestion): Promise<void> {
    const { issuer } = question;
    const returnTo = returnPath(question.returnTo, this.#parts.origin);
    this.become({ state: 'restoring', returnTo });
    try {
      const code = codeIn(answer, question);
      const kept = await this.#exchange(code, question);
      if (await issuerListed(this.#parts.fetchFor(issuer), kept.webId, issuer)) {
        await this.#parts.keep.write(kept);
        return this.#enter(kept, returnTo);
      }
      const detail = `${kept.webId} does not name ${issuer}`;
      this.become({ state: 'out', problem: { kind: 'issuer-not-listed', detail }, returnTo });
      await revoke(this.#parts.fetchFor(issuer), kept, this.#clientId);
    } catch (error) {
      const wish = { issuer, returnTo };
      if (error instanceof TokenRefusal && NOT_OUR_WAY.has(error.code)) return this.#parts.instead(wish);
      await this.#fail(error, returnTo);
    }
  }

  async #exchange(code: string, question: SignInQuestion): Promise<KeptSignIn> {
    const { provider, issuer, verifier, nonce, skew } = question;
    this.#clock.skew = skew;
    const desk = await this.#desk(issuer);
    const tokens = await desk.ask(provider.token, {
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
      redirect_uri: this.#parts.origin + CALLBACK,
      client_id: this.#clientId
    });
    const clientId = this.#clientId;
    const now = this.#clock.now();
    const webId = whoSigned(tokens.claims, { issuer: provider.issuer, clientId, nonce, now });
    return withTokens({ webId, issuer, provider, skew }, tokens, this.#clock.skew);
  }

  async #desk(issuer: string): Promise<TokenDesk> {
    const { fetchFor, keep, turn } = this.#parts;
    const key = await this.#key();
    const [clock, nonces] = [this.#clock, this.#nonces];
    const desk = new TokenDesk({ fetch: fetchFor(issuer), key, clock, nonces });
    this.#renewal = new Renewal({ keep, desk, clock, turn, clientId: this.#clientId });
    this.#fetch = tokenFetch({ key, clock, nonces, token: (refused) => this.#token(refused) });
    return desk;
  }

  /** Takes up what is kept. Only at the start (`may leave`) a provider without refresh tokens may be asked its way. */
  async #restore(mayLeave: boolean): Promise<void> {
    try {
      const kept = await this.#parts.keep.signIn();
      if (!kept) return this.become({ state: 'out' });
      this.#kept = kept;
      if (kept.ended) throw new TokenRefusal(kept.ended === 'revoked' ? 'invalid_grant' : 'login_required');
      this.#clock.skew = kept.skew;
      await this.#desk(kept.issuer);
      if (isFresh(kept)) return this.#enter(kept);
      if (kept.refresh !== undefined) return this.#enter(await this.#renew(kept.webId));
      if (mayLeave) await this.#ask(kept.issuer, pathOf(this.#parts.page.url()), true);
    } catch (error) {
      await this.#fail(error);
    }
  }

  #enter(kept: KeptSignIn, returnTo?: string): void {
    const { webId, issuer } = kept;
    this.#retries.stop();
    this.#kept = kept;
    this.become({ state: 'in', webId, issuer, ...(returnTo ? { returnTo } : {}) });
  }

  async #token(refused?: string): Promise<string> {
    const kept = this.#kept;
    if (!kept?.access) throw new SignInLeft();
    const { token, since } = kept.access;
    if (isFresh(kept) && token !== refused) return token;
    if (token === refused && Date.now() - since < YOUNG) return token;
    try {
      this.#kept = await this.#renew(kept.webId, refused);
      return this.#kept.access?.token ?? token;
    } catch (error) {
      await this.#fail(error);
      throw error;
    }
  }

  /** Once for all requests that wait for it. */
  #renew(webId: string, refused?: string): Promise<KeptSignIn> {
    if (!this.#renewal) throw new SignInLeft();
    this.#renewing ??= this.#renewal.renew(webId, refused).finally(() => (this.#renewing = undefined));
    return this.#renewing;
  }

  async #fail(error: unknown, returnTo?: string): Promise<void> {
    const to = returnTo ? { returnTo } : {};
    if (error instanceof SignInLeft) {
      this.#kept = undefined;
      return this.become({ state: 'out', ...to });
    }
    const problem: SessionProblem =
      error instanceof TokenRefusal
        ? problemOfCode(error.code, error.message)
        : problemOfFailure(error, undefined);
    const ended = problem.kind === 'revoked' || problem.kind === 'expired' ? problem.kind : undefined;
    const kept = this.#kept;
    if (ended && kept && !kept.ended) {
      // The reason stays, the secrets go: a reload says the same without asking again.
      await this.#parts.keep.replace(kept, { ...kept, ended, refresh: undefined, access: undefined });
    }
    // Another tab may sign in again, too.
    if (kept) this.#retries.start(!ended);
    this.become({ state: 'out', problem, ...to });
  }
}

/** The code, when the answer is the one that was waited for (RFC 6749 section 4.1.2, RFC 9207 section 2.4). */
function codeIn(answer: URLSearchParams, { provider }: SignInQuestion): string {
  const iss = answer.get('iss');
  if (iss === null ? provider.namesItself : iss !== provider.issuer) throw new Error(`an answer of ${iss}`);
  const error = answer.get('error');
  if (error !== null) throw new TokenRefusal(error, answer.get('error_description') ?? undefined);
  return answer.get('code') ?? '';
}

const pathOf = (address: string): string => {
  const { pathname, search, hash } = new URL(address);
  return pathname + search + hash;
};
