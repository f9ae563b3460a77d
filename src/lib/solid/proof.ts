import { base64url, sha256 } from './base64url.ts';

/** A key that can sign here, and that no script can take away: its private half cannot be exported. */
export const makeProofKey = (): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);

export interface Proved {
  readonly method: string;
  readonly url: string;
  /** Milliseconds since 1970, by the server's clock. */
  readonly at: number;
  /** What the server last demanded (RFC 9449 section 8). */
  readonly nonce?: string | undefined;
  /** The access token it goes with (`ath`); none at the token endpoint. */
  readonly token?: string | undefined;
}

/** A DPoP proof (RFC 9449 section 4.2): this request is made by who holds the key, now. */
export async function proof(key: CryptoKeyPair, { method, url, at, nonce, token }: Proved): Promise<string> {
  // Section 4.2: htu is the address without query and fragment.
  const htu = url.split(/[?#]/, 1)[0];
  const header = { alg: 'ES256', typ: 'dpop+jwt', jwk: await publicJwk(key) };
  const claims = {
    htm: method,
    htu,
    jti: crypto.randomUUID(),
    iat: Math.floor(at / 1000),
    ...(nonce ? { nonce } : {}),
    ...(token ? { ath: await sha256(token) } : {})
  };
  const signed = `${base64url(JSON.stringify(header))}.${base64url(JSON.stringify(claims))}`;
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
  const signature = await crypto.subtle.sign(algorithm, key.privateKey, new TextEncoder().encode(signed));
  return `${signed}.${base64url(signature)}`;
}

/** The key's name (RFC 7638): a code asked for with it can be exchanged by its holder only (RFC 9449 section 10). */
export const thumbprint = async (key: CryptoKeyPair): Promise<string> =>
  sha256(JSON.stringify(await publicJwk(key)));

/** In the order that RFC 7638 section 3.3 wants. */
async function publicJwk(key: CryptoKeyPair): Promise<Record<'crv' | 'kty' | 'x' | 'y', string | undefined>> {
  const { crv, kty, x, y } = await crypto.subtle.exportKey('jwk', key.publicKey);
  return { crv, kty, x, y };
}
