import type { Shape } from '#lib/rdf/shape.ts';
import { write, type Given } from '#lib/rdf/shape.ts';
import { writeTurtle } from '#lib/rdf/turtle.ts';
import { documentOf } from '#lib/people/address.ts';
import { Cannot } from '#lib/people/cannot.ts';
import type { House } from '#lib/people/me.ts';
import { inboxFor, readProfile } from '#lib/people/profile.rules.ts';
import type { Write } from '#lib/sync/sync.ts';
import { publicKeyIn } from '../keys.question.ts';
import { sentences } from '../words.ts';

export interface Sending {
  /** What has to be there before. */
  readonly after?: Write['after'];
  /** What it is called while it waits. */
  readonly label: string;
}

/**
 * A letter to somebody's inbox (Linked Data Notifications 3.1), after my public key is where they look for it. Undefined
 * when they have no inbox of their own. Throws `Cannot` while their space was never read.
 */
export async function letterTo<S extends Shape>(
  house: House,
  person: string,
  shape: S,
  said: Omit<Given<S>, 'id'>,
  { after = [], label }: Sending
): Promise<Write | undefined> {
  const card = documentOf(person);
  if ((await house.asking.read(card)).document === undefined) await house.sync.refresh([card]);
  const profile = readProfile(await house.asking.read(card), person);
  if (!profile.known) throw new Cannot(sentences.unreachable(profile.name));
  const inbox = inboxFor(house.me, profile);
  if (inbox === undefined) return undefined;
  const key = publicKeyIn(house.me.storage);
  const keys = (await house.sync.outbox()).filter(({ document }) => document === key).map(({ id }) => id);
  const here = `${inbox}message`;
  const turtle = writeTurtle(write(shape, { ...said, id: here } as Given<S>), here);
  return { document: inbox, intent: { kind: 'send', turtle }, after: [...after, ...keys], label };
}
