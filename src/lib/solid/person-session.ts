import { localLeave } from './address-rule.ts';
import { guardedFetch, type GuardedFetch } from './guarded-fetch.ts';
import { indexedDbKeep, type Keep } from './keep.ts';
import { OidcTraces, type OidcLibrary } from './oidc-library.ts';
import { problemOfFailure } from './session-problem.ts';
import { SessionState } from './session-state.ts';
import type { Session, SignInWish } from './session.ts';
import { answerIn, questionOf } from './sign-in-question.ts';
import { windowPage, type SignInPage } from './sign-in-page.ts';
import { lockTurn, type Turn } from './turn.ts';
import type { OwnSession } from './own-session.ts';

export interface PersonSessionOptions {
  /** Origin of the app, without a slash at the end. It serves `/client.jsonld` and the page `/auth/callback`. */
  readonly origin: string;
  /** Reads the card that must name the provider, and asks the provider. A guarded fetch that may reach it, unless told. */
  readonly fetch?: GuardedFetch;
  /** What a page has; the window's own unless told. */
  readonly page?: SignInPage;
  readonly keep?: Keep;
  readonly turn?: Turn;
  readonly library?: () => Promise<OidcLibrary>;
  /** How long the library may take to leave for the provider, or to look at its answer. 20 s unless told. */
  readonly patience?: number;
}

/** Says, without opening anything, that our own way was taken on this device. No secret. */
const OWN = 'hearth:own-sign-in';

/**
 * Signing in with any Solid provider: our own way (`own-session.ts`), or the Inrupt library (`oidc-session.ts`) where
 * that cannot be gone: a provider that reads no client identifier documents or gives no refresh tokens, a browser
 * that keeps no keys. Neither is loaded for somebody who is not signed in.
 */
export function personSession(options: PersonSessionOptions): Session {
  return new PersonSession(options);
}

class PersonSession extends SessionState implements Session {
  readonly #options: PersonSessionOptions;
  readonly #page: SignInPage;
  readonly #traces: OidcTraces;
  #ownWay: OwnSession | undefined;
  #library: Session | undefined;
  /** The one that is followed. */
  #way: Session | undefined;
  #unfollow: () => void = () => undefined;
  #starting: Promise<void> | undefined;

  constructor(options: PersonSessionOptions) {
    super({ state: 'restoring' });
    this.#options = options;
    this.#page = options.page ?? windowPage(options.origin);
    this.#traces = new OidcTraces(this.#page.local);
  }

  readonly fetch: typeof fetch = (input, init) => (this.#way ? this.#way.fetch : fetch)(input, init);

  start(): Promise<void> {
    this.#starting ??= this.#takeUp().finally(() => (this.#starting = undefined));
    return this.#starting;
  }

  async signIn(wish: SignInWish): Promise<void> {
    this.#traces.forgetSession();
    try {
      await (await this.#goOwnWay()).signIn(wish);
    } catch (error) {
      const { NotOurWay } = await import('./provider-settings.ts');
      if (error instanceof NotOurWay) await this.#instead(wish);
      else this.become({ state: 'out', problem: problemOfFailure(error, undefined) });
    }
  }

  async signOut(): Promise<void> {
    // Whichever way it was: somebody who leaves a shared computer leaves all of it.
    const library = this.#library;
    const own = this.#wentOwnWay || this.#ownWay ? await this.#goOwnWay() : undefined;
    this.#traces.forgetSession();
    this.#page.local.removeItem(OWN);
    await library?.signOut();
    await own?.signOut();
    this.become({ state: 'out' });
  }

  get #wentOwnWay(): boolean {
    return this.#page.local.getItem(OWN) !== null;
  }

  async #takeUp(): Promise<void> {
    const answer = answerIn(this.#page.url(), this.#options.origin);
    try {
      // Somebody signed in stays so, whatever address a stranger made them open.
      if (questionOf(this.#page.tab, answer) || this.#wentOwnWay) await (await this.#goOwnWay()).start();
      else if (answer || this.#traces.hasSession) await (await this.#goWithLibrary()).start();
      else this.become({ state: 'out' });
    } catch (error) {
      // The ways themselves never reject; their code may fail to load.
      this.become({ state: 'out', problem: problemOfFailure(error, undefined) });
    }
  }

  async #instead(wish: SignInWish): Promise<void> {
    await this.#ownWay?.forget().catch(() => undefined); // a browser that keeps nothing is why we are here
    this.#page.local.removeItem(OWN);
    await (await this.#goWithLibrary()).signIn(wish);
  }

  async #goOwnWay(): Promise<OwnSession> {
    const { OwnSession } = await import('./own-session.ts');
    const { origin, fetch, keep, turn } = this.#options;
    this.#ownWay ??= new OwnSession({
      origin,
      page: this.#page,
      keep: keep ?? indexedDbKeep(),
      turn: turn ?? lockTurn,
      fetchFor: (issuer) => fetch ?? guardedFetch({ allowsLocal: localLeave(origin, () => [issuer]) }),
      instead: (wish) => this.#instead(wish)
    });
    this.#follow(this.#ownWay);
    return this.#ownWay;
  }

  async #goWithLibrary(): Promise<Session> {
    const { oidcSession } = await import('./oidc-session.ts');
    this.#library ??= oidcSession({ ...this.#options, page: this.#page });
    this.#follow(this.#library);
    return this.#library;
  }

  #follow(way: Session): void {
    this.#unfollow();
    this.#way = way;
    this.#unfollow = way.subscribe(() => {
      const { state, webId, issuer, problem, returnTo } = way;
      if (state === 'in' && way === this.#ownWay) this.#page.local.setItem(OWN, 'yes');
      this.become({ state, webId, issuer, problem, returnTo });
    });
  }
}
