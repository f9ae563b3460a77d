import { Buffer } from 'node:buffer';

/** Makes the proof that a request comes from the holder of a key (RFC 9449 §4.2): one fresh proof per request. */
export type Prove = (method: string, url: string) => Promise<string>;

/** A new ES256 key that lives as long as this function. */
export async function newProver(): Promise<Prove> {
  const { subtle } = globalThis.crypto;
  const pair = await subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  const { kty, crv, x, y } = await subtle.exportKey('jwk', pair.publicKey);
  const head = encode({ alg: 'ES256', typ: 'dpop+jwt', jwk: { kty, crv, x, y } });
  return async (method, url) => {
    const htu = new URL(url);
    htu.search = '';
    htu.hash = '';
    const claims = {
      htm: method,
      htu: htu.href,
      jti: crypto.randomUUID(),
      iat: Math.floor(Date.now() / 1000)
    };
    const text = `${head}.${encode(claims)}`;
    const signature = await subtle.sign(
      { name: 'ECDSA', hash: 'SHA-256' },
      pair.privateKey,
      Buffer.from(text)
    );
    return `${text}.${Buffer.from(signature).toString('base64url')}`;
  };
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
