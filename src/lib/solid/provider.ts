import type { GuardedFetch } from './guarded-fetch.ts';

/** Somewhere to sign in. */
export interface Provider {
  readonly kind: 'provider';
  readonly issuer: string;
  /** Its host, as people say it. */
  readonly name: string;
}

/**
 * The provider at an origin (OpenID Connect Discovery 4), or undefined when there is none that speaks Solid-OIDC.
 * Throws PodProblem when nobody answers.
 */
export async function providerAt(fetch: GuardedFetch, origin: string): Promise<Provider | undefined> {
  const response = await fetch(`${origin}/.well-known/openid-configuration`, {
    headers: { accept: 'application/json' }
  });
  if (!response.ok) return undefined;
  const text = await response.text();
  // Not every provider lists the webid scope, but a Solid one knows WebIDs or DPoP; the big general ones know neither.
  if (!/webid|dpop/i.test(text)) return undefined;
  const issuer = issuerIn(text);
  if (issuer === undefined || new URL(issuer).origin !== new URL(response.url).origin) return undefined;
  return { kind: 'provider', issuer, name: new URL(issuer).host };
}

function issuerIn(text: string): string | undefined {
  try {
    const { issuer } = JSON.parse(text) as { issuer?: unknown };
    return typeof issuer === 'string' && URL.canParse(issuer) ? issuer : undefined;
  } catch {
    // A web site that answers every address with a page.
    return undefined;
  }
}
