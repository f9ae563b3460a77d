import { PodProblem } from './problem.ts';
import type { SessionProblem, SessionProblemKind } from './session.ts';

/** Error codes a provider sends back (RFC 6749 section 4.1.2.1, OpenID Connect Core 3.1.2.6). */
const CODES: Readonly<Record<string, SessionProblemKind>> = {
  access_denied: 'cancelled',
  login_required: 'expired',
  interaction_required: 'expired',
  consent_required: 'expired',
  account_selection_required: 'expired',
  // RFC 6749 section 5.2: "invalid, expired, revoked, ... or was issued to another client": nobody says which.
  invalid_grant: 'revoked',
  // RFC 9449 section 5. Our proofs are right but for the time in them, and that was corrected where it could be.
  invalid_dpop_proof: 'clock',
  server_error: 'provider-down',
  temporarily_unavailable: 'provider-down'
};

export function problemOfCode(code: string, description: string | null): SessionProblem {
  return { kind: CODES[code] ?? 'other', detail: description ? `${code}: ${description}` : code };
}

/** Proofs and tokens are refused when they are older or newer than about two minutes. Milliseconds. */
const TOLERATED_SKEW = 100_000;

/**
 * What made a sign-in fail on our side. A wrong clock breaks it in many places and with many words, so it is
 * measured instead of guessed from them.
 * @param skew how far this device's clock is from the server's, ms; undefined when nobody could tell
 */
export function problemOfFailure(error: unknown, skew: number | undefined): SessionProblem {
  const detail = error instanceof Error ? error.message : String(error);
  if (skew !== undefined && Math.abs(skew) > TOLERATED_SKEW) {
    return { kind: 'clock', detail: `this clock is ${Math.round(skew / 1000)} s off (${detail})` };
  }
  // What fetch throws when nobody answers, and what `within` throws when nobody answers in time.
  const silent =
    error instanceof TypeError ||
    error instanceof PodProblem ||
    (error instanceof DOMException && error.name === 'TimeoutError');
  return { kind: silent ? 'provider-down' : 'other', detail };
}
