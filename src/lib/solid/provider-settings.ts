import type { GuardedFetch } from './guarded-fetch.ts';

/** What we must know of a provider (OpenID Connect Discovery 3, RFC 8414). */
export interface ProviderSettings {
  /** As the provider writes it: what its answers will name. */
  readonly issuer: string;
  readonly authorization: string;
  readonly token: string;
  readonly revocation?: string | undefined;
  /** Whether its answers always name it (RFC 9207). */
  readonly namesItself: boolean;
}

/** The own way in cannot be used with this provider; the library may know another. */
export class NotOurWay extends Error {}

type Said = Readonly<Record<string, unknown>>;

/** Throws NotOurWay, or what a network throws (TypeError, PodProblem). */
export async function providerSettings(fetch: GuardedFetch, issuer: string): Promise<ProviderSettings> {
  const address = `${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(address, { headers: { accept: 'application/json' } });
  if (response.status >= 500) throw new TypeError(`the provider answers ${response.status}`);
  const said: unknown = await response.json().catch(() => undefined);
  if (!response.ok || typeof said !== 'object' || said === null) throw new NotOurWay('no settings');
  return settingsOf(said as Said, issuer);
}

function settingsOf(said: Said, issuer: string): ProviderSettings {
  const text = (name: string) => (typeof said[name] === 'string' ? said[name] : undefined);
  const own = text('issuer');
  const authorization = text('authorization_endpoint');
  const token = text('token_endpoint');
  // Discovery 4.3: another name would let one provider speak for another. A slash at the end is no other name.
  if (own === undefined || bare(own) !== bare(issuer)) throw new NotOurWay(`it calls itself ${own}`);
  if (!authorization || !token) throw new NotOurWay('it does not say where to ask');
  // Solid-OIDC 5: `webid` among the scopes is how a provider says that it reads client identifier documents.
  demand(said, 'scopes_supported', ['webid', 'offline_access'], []);
  // Discovery 3: what it takes where it says nothing.
  demand(said, 'grant_types_supported', ['refresh_token'], ['refresh_token']);
  demand(said, 'code_challenge_methods_supported', ['S256'], ['S256']);
  demand(said, 'dpop_signing_alg_values_supported', ['ES256'], ['ES256']);
  return {
    issuer: own,
    authorization,
    token,
    revocation: text('revocation_endpoint'),
    namesItself: said['authorization_response_iss_parameter_supported'] === true
  };
}

function demand(said: Said, name: string, needed: string[], silent: string[]): void {
  const listed: unknown[] = Array.isArray(said[name]) ? said[name] : silent;
  const missing = needed.filter((value) => !listed.includes(value));
  if (missing.length > 0) throw new NotOurWay(`${name} lacks ${missing.join(', ')}`);
}

const bare = (issuer: string) => issuer.replace(/\/+$/, '');
