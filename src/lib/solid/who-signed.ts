import type { Claims } from './token-desk.ts';

export interface Expected {
  readonly issuer: string;
  readonly clientId: string;
  /** What was sent with the question; undefined when tokens are renewed (OpenID Connect Core 12.2). */
  readonly nonce?: string | undefined;
  /** Milliseconds since 1970, by the provider's clock. */
  readonly now: number;
}

/** Clocks of servers differ a little. ms */
const LEEWAY = 120_000;

/**
 * The person that an ID token speaks of. Throws an Error that says what is wrong with it.
 * Its signature is not checked: it came straight from the token endpoint over TLS, which stands for it (OpenID
 * Connect Core 3.1.3.7, 6).
 */
export function whoSigned(claims: Claims | undefined, expected: Expected): string {
  const wrong = (what: string): never => {
    throw new Error(`the ID token ${what}`);
  };
  if (!claims) return wrong('is missing');
  if (claims['iss'] !== expected.issuer) wrong(`is of ${String(claims['iss'])}`);
  const audience = [claims['aud']].flat();
  // Others may stand beside us, `solid` for one; then `azp` is us (Core 3.1.3.7, 3 to 5).
  if (!audience.includes(expected.clientId)) wrong(`is for ${audience.join(', ')}`);
  if (claims['azp'] !== undefined && claims['azp'] !== expected.clientId) wrong('is for another app');
  if (expected.nonce !== undefined && claims['nonce'] !== expected.nonce) wrong('answers another question');
  if (typeof claims['exp'] !== 'number' || claims['exp'] * 1000 < expected.now - LEEWAY) wrong('has run out');
  // Solid-OIDC 5.1: the claim `webid`; older providers put the address into `sub`.
  const webId = claims['webid'] ?? claims['sub'];
  if (typeof webId !== 'string' || !/^https?:\/\//.test(webId) || !URL.canParse(webId))
    return wrong('names nobody');
  return webId;
}
