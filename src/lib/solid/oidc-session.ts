import { localLeave } from './address-rule.ts';
import { guardedFetch, type GuardedFetch } from './guarded-fetch.ts';
import { issuerListed } from './issuer-listed.ts';
import { loadOidcLibrary, OidcTraces, type OidcLibrary, type OidcLibrarySession } from './oidc-library.ts';
import { returnPath } from './return-path.ts';
import { problemOfCode, problemOfFailure } from './session-problem.ts';
import { SessionState } from './session-state.ts';
import type { Session, SessionProblem, SignInWish } from './session.ts';
import { answerIn, CALLBACK } from './sign-in-question.ts';
import { windowPage, type SignInPage } from './sign-in-page.ts';
import { within } from './within.ts';

export interface OidcOptions {
  /** Origin of the app, without a slash at the end. It serves `/client.jsonld` and the page `/auth/callback`. */
  readonly origin: string;
  /** Reads the card that must name the provider. Unless told: a guarded fetch that may reach the provider's host. */
  readonly fetch?: GuardedFetch;
  /** What a page has; the window's own unless told. */
  readonly page?: SignInPage;
  readonly library?: () => Promise<OidcLibrary>;
  /** How long leaving for the provider, or its answer, may take. 20 s unless told. */
  readonly patience?: number;
}

interface Begun {
  readonly issuer: string;
  readonly returnTo: string;
}

/** What we remember while the person is at the provider's (tab), and while they are signed in (local). */
const BEGUN = 'hearth:sign-in';
const ISSUER = 'hearth:issuer';

/**
 * Signing in through the Inrupt library: with providers where our own way cannot be gone (see `person-session.ts`). A
 * reload leaves the page for the provider, silently, and comes back.
 */
export function oidcSession(options: OidcOptions): Session {
  return new OidcSession(options);
}

class OidcSession extends SessionState implements Session {
  readonly #options: OidcOptions;
  readonly #page: SignInPage;
  readonly #traces: OidcTraces;
  readonly #patience: number;
  #library: OidcLibrarySession | undefined;
  #starting: Promise<void> | undefined;

  constructor(options: OidcOptions) {
    super({ state: 'restoring' });
    this.#options = options;
    this.#page = options.page ?? windowPage(options.origin);
    this.#traces = new OidcTraces(this.#page.local);
    this.#patience = options.patience ?? 20_000;
  }

  readonly fetch: typeof fetch = (input, init) =>
    this.state === 'in' && this.#library ? this.#library.fetch(input, init) : fetch(input, init);

  start(): Promise<void> {
    this.#starting ??= this.#takeUp().finally(() => (this.#starting = undefined));
    return this.#starting;
  }

  async signIn({ issuer, returnTo }: SignInWish): Promise<void> {
    const { origin } = this.#options;
    this.#traces.forgetSession();
    const begun: Begun = { issuer, returnTo: returnPath(returnTo, origin) };
    this.#page.tab.setItem(BEGUN, JSON.stringify(begun));
    try {
      const library = await this.#open(() => undefined);
      const leaving = library.login({
        oidcIssuer: issuer,
        redirectUrl: origin + CALLBACK,
        clientId: `${origin}/client.jsonld`,
        clientName: 'Hearth'
      });
      // The library's promise never resolves: the page is left, or something went wrong in silence.
      await within(this.#patience, leaving);
    } catch (error) {
      this.#page.tab.removeItem(BEGUN);
      this.become({ state: 'out', problem: problemOfFailure(error, await this.#page.clockSkew()) });
    }
  }

  async signOut(): Promise<void> {
    await this.#leave();
    this.become({ state: 'out' });
  }

  async #takeUp(): Promise<void> {
    const url = new URL(this.#page.url());
    const answer = answerIn(url.href, this.#options.origin);
    if (answer) return this.#takeAnswer(url, answer);
    // An interrupted restore left this; the library would take the next sign-in for its end.
    this.#traces.forgetRestore();
    if (!this.#traces.hasSession) return this.become({ state: 'out' });
    this.become({ state: 'restoring' });
    await this.#complete(url.href, this.#page.local.getItem(ISSUER), undefined);
  }

  async #takeAnswer(url: URL, answer: URLSearchParams): Promise<void> {
    const begun = this.#takeBegun();
    const returnTo = returnPath(this.#traces.restoringFrom ?? begun?.returnTo, this.#options.origin);
    const code = answer.get('error');
    if (code !== null) {
      this.#traces.forgetSession();
      this.#page.replaceUrl(url.origin + url.pathname);
      return this.become({
        state: 'out',
        problem: problemOfCode(code, answer.get('error_description')),
        returnTo
      });
    }
    if (!this.#traces.began(answer.get('state'))) {
      this.#traces.forgetRestore();
      this.#page.replaceUrl(url.origin + url.pathname);
      const problem = {
        kind: 'state-mismatch',
        detail: 'this sign-in was not begun in this browser'
      } as const;
      return this.become({ state: 'out', problem, returnTo });
    }
    this.become({ state: 'restoring', returnTo });
    // RFC 9207: the answer names its provider; the library compares it with the one that was asked.
    const issuer = answer.get('iss') ?? begun?.issuer ?? this.#page.local.getItem(ISSUER);
    await this.#complete(url.href, issuer, returnTo);
  }

  /** Lets the library do its work, and believes the result only when the person's own card confirms it. */
  async #complete(url: string, issuer: string | null, returnTo: string | undefined): Promise<void> {
    let failure: unknown;
    try {
      const library = await this.#open((error) => (failure ??= error));
      const restorePreviousSession = returnTo === undefined;
      // Restoring leaves the page too, and comes back through the callback.
      await within(this.#patience, library.handleIncomingRedirect({ url, restorePreviousSession }));
      const { isLoggedIn, webId } = library.info;
      if (failure !== undefined) throw failure;
      if (!isLoggedIn || !webId || !issuer) return this.#fail(undefined, returnTo);
      if (!(await this.#confirmed(webId, issuer))) {
        await this.#leave();
        const detail = `${webId} does not name ${issuer}`;
        return this.become({ state: 'out', problem: { kind: 'issuer-not-listed', detail }, returnTo });
      }
      this.#page.local.setItem(ISSUER, issuer);
      this.become({ state: 'in', webId, issuer, returnTo });
    } catch (error) {
      this.#fail(problemOfFailure(error, await this.#page.clockSkew()), returnTo);
    }
  }

  #fail(problem: SessionProblem | undefined, returnTo: string | undefined): void {
    this.#library = undefined;
    this.#traces.forgetRestore();
    // A provider that is down will be back: then the earlier sign-in can still be restored.
    if (problem?.kind !== 'provider-down') this.#traces.forgetSession();
    this.become({ state: 'out', ...(problem ? { problem } : {}), returnTo });
  }

  async #confirmed(webId: string, issuer: string): Promise<boolean> {
    const { fetch = guardedFetch({ allowsLocal: localLeave(this.#options.origin, () => [issuer]) }) } =
      this.#options;
    try {
      return await issuerListed(fetch, webId, issuer);
    } catch (error) {
      // Not knowing is no; but it may be known soon.
      throw new TypeError(`the card at ${webId} could not be read: ${String(error)}`, { cause: error });
    }
  }

  async #open(onError: (error: unknown) => void): Promise<OidcLibrarySession> {
    const load = this.#options.library ?? loadOidcLibrary;
    const { Session } = await within(this.#patience, load());
    const library = new Session();
    const ended = () => {
      if (this.#library !== library || this.state !== 'in') return;
      this.#fail({ kind: 'expired', detail: 'the provider does not renew the sign-in' }, undefined);
    };
    library.events.on('sessionExpired', ended);
    // While signed in, an error means that renewing failed, and the library has signed out already.
    library.events.on('error', (code: unknown, description: unknown) => {
      onError(description ?? code);
      ended();
    });
    this.#library = library;
    return library;
  }

  async #leave(): Promise<void> {
    const library = this.#library;
    this.#library = undefined;
    this.#traces.forgetSession();
    this.#page.local.removeItem(ISSUER);
    await library?.logout({ logoutType: 'app' });
  }

  #takeBegun(): Begun | undefined {
    const text = this.#page.tab.getItem(BEGUN);
    this.#page.tab.removeItem(BEGUN);
    return text === null ? undefined : (JSON.parse(text) as Begun);
  }
}
