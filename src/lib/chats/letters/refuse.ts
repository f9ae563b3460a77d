import { present } from '#lib/people/friends/present.ts';
import type { House } from '#lib/people/me.ts';
import type { Moment } from '#lib/people/moment.ts';
import { sign } from '../signature.ts';
import { signingKey } from '../signing-key.ts';
import { labels } from '../words.ts';
import { refusalLetter } from './letter.shape.ts';
import { signedLetter } from './letter-signature.ts';
import { letterTo } from './letter-to.ts';

/** Tells somebody that the link they came with is not good any more. Throws `Cannot`. */
export async function refuse(house: House, chat: string, person: string, now: Moment): Promise<void> {
  const { id: actor } = house.me;
  const signed = signedLetter({ kind: 'refusal', actor, chat, published: now.at, to: person });
  const proof = await sign(signed, await signingKey(house));
  const said = { actor, chat, person, published: now.at, proof };
  const label = labels.refuse;
  await house.sync.change(present([await letterTo(house, person, refusalLetter, said, { label })]));
}
