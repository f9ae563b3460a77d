import type { Keep, KeptSignIn } from './keep.ts';
import type { ServerClock } from './server-clock.ts';
import { TokenRefusal, type TokenDesk, type Tokens } from './token-desk.ts';
import type { Turn } from './turn.ts';
import { whoSigned } from './who-signed.ts';

/** Signed out meanwhile, or somebody else signed in: by the person, in this tab or another one. */
export class SignInLeft extends Error {}

const LOCK = 'hearth:session';

/** What an answer makes of a kept sign-in. A tenth of its life before its end a token is renewed. */
export function withTokens(kept: KeptSignIn, tokens: Tokens, skew: number): KeptSignIn {
  const since = Date.now();
  return {
    ...kept,
    access: { token: tokens.access, since, until: since + tokens.lasts * 0.9 },
    // Where it does not rotate, the one we have stays good (RFC 6749 section 6).
    refresh: tokens.refresh ?? kept.refresh,
    skew
  };
}

/** Whether its access token can be used without asking anybody. */
export const isFresh = ({ access }: KeptSignIn): boolean =>
  // A clock that was set back would make it live for ever.
  access !== undefined && access.since <= Date.now() && Date.now() < access.until;

/**
 * Gets a good access token: from the store, where another tab has put one, or from the provider. A refresh token is
 * used once (RFC 9700 section 4.14.2: using it again ends the sign-in), so all tabs take turns, and each looks into the
 * store anew when its turn comes.
 */
export class Renewal {
  readonly #parts: { keep: Keep; desk: TokenDesk; clock: ServerClock; turn: Turn; clientId: string };

  constructor(parts: { keep: Keep; desk: TokenDesk; clock: ServerClock; turn: Turn; clientId: string }) {
    this.#parts = parts;
  }

  /**
   * @param refused an access token that a space did not accept, so it is not good whatever its date says
   * Throws SignInLeft, TokenRefusal, or what a network throws.
   */
  renew(webId: string, refused?: string): Promise<KeptSignIn> {
    const { keep, turn } = this.#parts;
    return turn(LOCK, async () => {
      const kept = await keep.signIn();
      if (kept?.webId !== webId) throw new SignInLeft();
      if (isFresh(kept) && kept.access?.token !== refused) return kept;
      if (kept.refresh === undefined)
        throw new TokenRefusal('login_required', 'there is nothing to renew with');
      const next = await this.#ask(kept, kept.refresh);
      if (!(await keep.replace(kept, next))) throw new SignInLeft();
      return next;
    });
  }

  async #ask(kept: KeptSignIn, refresh: string): Promise<KeptSignIn> {
    const { desk, clock, clientId } = this.#parts;
    const form = { grant_type: 'refresh_token', refresh_token: refresh, client_id: clientId };
    const tokens = await desk.ask(kept.provider.token, form);
    const next = withTokens(kept, tokens, clock.skew);
    if (tokens.claims) {
      const { issuer } = kept.provider;
      const who = whoSigned(tokens.claims, { issuer, clientId, now: clock.now() });
      if (who !== kept.webId) throw new Error(`the provider renewed ${who} instead of ${kept.webId}`);
    }
    return next;
  }
}
