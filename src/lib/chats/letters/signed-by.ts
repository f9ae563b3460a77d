import { documentOf } from '#lib/people/address.ts';
import type { House } from '#lib/people/me.ts';
import { storagesIn } from '#lib/people/storage.ts';
import { keysOf, publicKeyIn } from '../keys.question.ts';
import { isSignedBy } from '../signature.ts';
import type { Signed } from '../signed-text.ts';

/**
 * Whether somebody signed this, as the key in their own space tells, which is asked for now. `unknown` while that space
 * does not answer or has no key (yet).
 */
export async function signedBy(
  house: House,
  signed: Signed,
  proof: string
): Promise<'true' | 'forged' | 'unknown'> {
  const { asking, sync } = house;
  const card = documentOf(signed.maker);
  const check = async (): Promise<'true' | 'forged' | 'unknown'> => {
    const keys = await keysOf(asking.read, signed.maker);
    if (keys === undefined || keys.length === 0) return 'unknown';
    const verdicts = await Promise.all(keys.map((key) => isSignedBy(signed, proof, key)));
    return verdicts.includes(true) ? 'true' : 'forged';
  };
  // What is known may be old: a new key, a first one.
  if ((await check()) === 'true') return 'true';
  await sync.refresh([card]);
  const storages = storagesIn((await asking.read(card)).graph, signed.maker).slice(0, 2);
  await sync.refresh(storages.map(publicKeyIn));
  return check();
}
