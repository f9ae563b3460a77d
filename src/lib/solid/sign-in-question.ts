import { base64url, sha256 } from './base64url.ts';
import type { ProviderSettings } from './provider-settings.ts';

/** A sign-in under way, as it waits in this tab for its answer. */
export interface SignInQuestion {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly issuer: string;
  readonly provider: ProviderSettings;
  readonly returnTo: string;
  /** How far this device's clock was ahead, ms. */
  readonly skew: number;
  /** Nobody is asked: the provider lets in whom it still knows. */
  readonly silent: boolean;
}

const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

export const newQuestion = (
  about: Pick<SignInQuestion, 'issuer' | 'provider' | 'returnTo' | 'skew' | 'silent'>
): SignInQuestion => ({ ...about, state: random(), nonce: random(), verifier: random() });

/**
 * Where the person is sent (RFC 6749 section 4.1.1, PKCE: RFC 7636). `prompt=consent` because a provider may give
 * `offline_access` only to who was asked (OpenID Connect Core 11).
 */
export async function questionUrl(
  { state, nonce, verifier, provider, silent }: SignInQuestion,
  asked: { clientId: string; redirectUrl: string; thumbprint: string }
): Promise<string> {
  const url = new URL(provider.authorization);
  const parameters = {
    response_type: 'code',
    client_id: asked.clientId,
    redirect_uri: asked.redirectUrl,
    scope: 'openid offline_access webid',
    state,
    nonce,
    code_challenge: await sha256(verifier),
    code_challenge_method: 'S256',
    dpop_jkt: asked.thumbprint,
    prompt: silent ? 'none' : 'consent'
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

/** In the tab, because the answer comes back to it; gone with it. */
const KEY = 'hearth:question';

export function keepQuestion(tab: Storage, question: SignInQuestion | undefined): void {
  if (question) tab.setItem(KEY, JSON.stringify(question));
  else tab.removeItem(KEY);
}

/** Where providers send people back to: one fixed page of ours. */
export const CALLBACK = '/auth/callback';

/** What a provider answered, when this is the address it sent somebody back to. */
export function answerIn(address: string, origin: string): URLSearchParams | undefined {
  const url = new URL(address);
  if (url.origin + url.pathname !== origin + CALLBACK) return undefined;
  return url.searchParams.has('code') || url.searchParams.has('error') ? url.searchParams : undefined;
}

/** The question that this answers, if it was asked in this tab. Some leave the state out when they refuse. */
export function questionOf(tab: Storage, answer: URLSearchParams | undefined): SignInQuestion | undefined {
  const kept = tab.getItem(KEY);
  if (kept === null || !answer) return undefined;
  const question = JSON.parse(kept) as SignInQuestion;
  const ours = answer.get('state') === question.state || (answer.has('error') && !answer.has('state'));
  return ours ? question : undefined;
}
