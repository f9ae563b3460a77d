/** Why somebody is not signed in although they wanted to be. */
export type SessionProblemKind =
  | 'cancelled' // they said no at the provider
  | 'provider-down' // the provider, or the card that must name it, does not answer
  | 'issuer-not-listed' // the address does not name the provider that vouches for it
  | 'expired' // the sign-in has ended; the provider wants to see the person again
  | 'revoked' // the provider does not accept the sign-in of this device any more: run out, or ended there
  | 'clock' // this device's clock is too far off for the provider
  | 'state-mismatch' // an answer to a sign-in that was not begun here
  | 'other';

export interface SessionProblem {
  readonly kind: SessionProblemKind;
  /** For "look underneath" and logs, in English; screens word a problem from its kind. */
  readonly detail: string;
}

export interface SignInWish {
  /** The provider, as discovery found it. */
  readonly issuer: string;
  /** Whom they said they are, if they did. */
  readonly webId?: string;
  /** Where to go afterwards: a path of our own origin; anything else becomes `/`. */
  readonly returnTo?: string;
}

/**
 * Who is signed in. It says nothing about what may be shown: cached and public data are read in every state.
 * Implementations: `person-session.ts` for people (over `own-session.ts` and `oidc-session.ts`), `key-session.ts` for
 * tests and tools.
 */
export interface Session {
  /** `restoring` also while the answer of a provider is being checked. */
  readonly state: 'restoring' | 'in' | 'out';
  /** Set exactly while `in`, and then checked: this address names `issuer`. */
  readonly webId?: string | undefined;
  readonly issuer?: string | undefined;
  /** Why it is `out`, where that was not the person's own wish. It may pass by itself: then it becomes `in` again. */
  readonly problem?: SessionProblem | undefined;
  /**
   * Set once a sign-in or a restore has come back to the callback page, with success or without: the path the person
   * came from. Going there is the page's business (a full load would lose the sign-in).
   */
  readonly returnTo?: string | undefined;
  /** Adds the person's token while `in`; plain otherwise. Bound: may be passed on. */
  readonly fetch: typeof fetch;
  /**
   * Takes up what was left: the provider's answer on the callback page, or an earlier sign-in on this device (which
   * may leave the page for a moment). Never rejects; may be called again after a problem.
   */
  start(): Promise<void>;
  /** Leaves the page for the provider. Resolves only when that did not work; `problem` then says why. */
  signIn(wish: SignInWish): Promise<void>;
  /** Ends the sign-in on this device. */
  signOut(): Promise<void>;
  /** Called after every change of the above; answers the way to stop. */
  subscribe(listener: () => void): () => void;
}
