import { Cannot } from '#lib/people/cannot.ts';
import type { House } from '#lib/people/me.ts';
import { moment, type Moment } from '#lib/people/moment.ts';
import { waitingAccess } from '#lib/people/waiting-access.ts';
import type { Write } from '#lib/sync/sync.ts';
import { standsIn } from '#lib/people/storage.ts';
import { headFor } from './head.ts';
import { rootOf } from './places.ts';
import { describe } from './rename.ts';
import { labels, sentences } from './words.ts';

/**
 * Gives a chat a picture that is ready to be shown (people/scale-picture.ts): it goes into the chat's folder, where
 * exactly its people can read it, then the chat names it, then the one before goes if it lay there. `null` takes it
 * away. For who looks after the chat.
 */
export async function setPicture(
  house: House,
  id: string,
  picture: Blob | null,
  now = moment(house)
): Promise<string[]> {
  const head = await headFor(house, id);
  if (head.role !== 'owner' && head.role !== 'moderator') throw new Cannot(sentences.notLooking);
  const put = picture ? pictureIn(id, picture, now) : undefined;
  const outbox = await house.sync.outbox();
  const entries = put
    ? await house.sync.change([{ ...put, after: waitingAccess(outbox, put.document) }])
    : [];
  const named = await describe(house, id, { picture: put?.document ?? '' }, now, entries);
  const old = head.picture;
  const gone: Write[] =
    old !== undefined && standsIn(old, [rootOf(id)])
      ? [{ document: old, intent: { kind: 'remove' }, after: named, label: labels.picture }]
      : [];
  return [...entries, ...named, ...(await house.sync.change(gone, entries[0] ?? named[0]))];
}

/** The write that puts a picture into a chat's folder. */
export function pictureIn(chat: string, picture: Blob, now: Moment): Write {
  const ending = picture.type === 'image/webp' ? 'webp' : picture.type === 'image/png' ? 'png' : 'jpg';
  const document = `${rootOf(chat)}picture-${now.ulid.toLowerCase()}.${ending}`;
  return {
    document,
    intent: { kind: 'create', body: picture, contentType: picture.type },
    label: labels.picture
  };
}
