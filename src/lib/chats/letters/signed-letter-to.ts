import type { Given, Shape } from '#lib/rdf/shape.ts';
import type { House } from '#lib/people/me.ts';
import type { Write } from '#lib/sync/sync.ts';
import { publicKeyIn } from '../keys.question.ts';
import { letterTo, type Sending } from './letter-to.ts';

/** A letter, after my public key is where they look for it: whoever reads it wants to know that it is mine. */
export async function signedLetterTo<S extends Shape>(
  house: House,
  person: string,
  shape: S,
  said: Omit<Given<S>, 'id'>,
  { after = [], label }: Sending
): Promise<Write | undefined> {
  const key = publicKeyIn(house.me.storage);
  const keys = (await house.sync.outbox()).filter(({ document }) => document === key).map(({ id }) => id);
  return letterTo(house, person, shape, said, { after: [...after, ...keys], label });
}
