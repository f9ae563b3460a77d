import { documentOf } from '#lib/people/address.ts';
import { Cannot } from '#lib/people/cannot.ts';
import { isKnown } from '#lib/people/known.ts';
import type { House } from '#lib/people/me.ts';
import { moment, type Moment } from '#lib/people/moment.ts';
import type { Write } from '#lib/sync/sync.ts';
import type { Chat } from './chat.ts';
import { headFor } from './head.ts';
import { forgotten } from './kept.ts';
import { leaveLetter } from './letters/letter.shape.ts';
import { signedLetter } from './letters/letter-signature.ts';
import { letterTo } from './letters/letter-to.ts';
import { unregistered } from './register.ts';
import { sign } from './signature.ts';
import { signingKey } from './signing-key.ts';
import { labels, sentences } from './words.ts';

/**
 * Leaves a chat: it is not in my list any more, what I kept of it is forgotten, and its owner is told by a letter; their
 * app then takes me out of those who may read it. Throws `Cannot` for its owner, who must hand it over first.
 */
export async function leave(house: House, id: string, now = moment(house)): Promise<string[]> {
  const head = await headFor(house, id);
  if (head.role === 'owner') throw new Cannot(sentences.owner);
  return house.sync.change([
    ...(await unregistered(house, id, labels.leave)),
    ...(await forgotten(house, id, labels.leave)),
    ...(await toldOwner(house, head, now))
  ]);
}

/** Nobody is told of a chat that I am not in. An owner whose space was never read and does not answer is not waited for. */
async function toldOwner(house: House, { id: chat, owner, role }: Chat, now: Moment): Promise<Write[]> {
  if (role === undefined || owner === undefined) return [];
  const card = documentOf(owner);
  const isSeen = async () => isKnown(await house.asking.read(card));
  if (!(await isSeen())) await house.sync.refresh([card]);
  if (!(await isSeen())) return [];
  const actor = house.me.id;
  const key = await signingKey(house);
  const proof = await sign(signedLetter({ kind: 'leave', actor, chat, published: now.at }), key);
  const said = { actor, chat, published: now.at, proof };
  // Who handed it over a moment ago is not heard before that has arrived.
  const index = documentOf(chat);
  const after = (await house.sync.outbox()).flatMap(({ id, document, problem }) =>
    document === index && !problem ? [id] : []
  );
  const letter = await letterTo(house, owner, leaveLetter, said, { after, label: labels.leave });
  return letter ? [letter] : [];
}
