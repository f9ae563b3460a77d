import type { GuardedFetch } from './guarded-fetch.ts';
import type { KeptSignIn } from './keep.ts';

/** How long somebody who leaves waits for a provider that does not answer. ms */
const PATIENCE = 3_000;

/**
 * Tells the provider that the refresh token is done with (RFC 7009). The key it was bound to is gone from this device
 * by now, so a provider that is down or has no place for this leaves nothing that could be used.
 */
export async function revoke(fetch: GuardedFetch, kept: KeptSignIn, clientId: string): Promise<void> {
  const { refresh, provider } = kept;
  if (refresh === undefined || provider.revocation === undefined) return;
  const form = { token: refresh, token_type_hint: 'refresh_token', client_id: clientId };
  try {
    await fetch(provider.revocation, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
      keepalive: true,
      total: PATIENCE,
      via: (input, init) => globalThis.fetch(input, init)
    });
  } catch {
    // Best effort, as said above.
  }
}
