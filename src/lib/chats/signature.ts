import { schnorr, utils } from '@noble/secp256k1';
import { Lru } from '#lib/cache/lru.ts';
import { fromHex, toHex } from './hex.ts';
import { isKey } from './is-key.ts';
import { nameOf, noteSignedHere } from './signed-here.ts';
import { signedText, type Signed } from './signed-text.ts';

// BIP 340 over SHA-256 of the text. The library takes its hash from WebCrypto: nothing else to load.
const digest = async (signed: Signed): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(signedText(signed))));

/** 128 hex digits. `key` is the private one, 64 hex digits. */
export async function sign(signed: Signed, key: string): Promise<string> {
  const proof = toHex(await schnorr.signAsync(await digest(signed), fromHex(key)));
  noteSignedHere(nameOf(signed, proof, publicKeyOf(key)));
  return proof;
}

/** Whether the owner of this public key (64 hex digits) signed exactly this. False for whatever is no signature. */
export async function isSignedBy(signed: Signed, proof: string, key: string): Promise<boolean> {
  if (!/^[0-9a-f]{128}$/i.test(proof) || !isKey(key)) return false;
  return schnorr.verifyAsync(fromHex(proof), await digest(signed), fromHex(key));
}

export const newPrivateKey = (): string => toHex(utils.randomSecretKey());

/** Multiplying points takes its time, and whoever writes has one key. */
const publicKeys = new Lru<string>(20);

export function publicKeyOf(key: string): string {
  const known = publicKeys.get(key) ?? toHex(schnorr.getPublicKey(fromHex(key)));
  publicKeys.set(key, known);
  return known;
}
