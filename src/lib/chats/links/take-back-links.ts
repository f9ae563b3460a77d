import { AS } from '#lib/rdf/vocab.ts';
import { dateTime, quad } from '#lib/rdf/terms.ts';
import type { Invite } from '#lib/people/invite.shape.ts';
import type { House } from '#lib/people/me.ts';
import { moment } from '#lib/people/moment.ts';
import { spaceOf } from '#lib/people/space.ts';
import type { Write } from '#lib/sync/sync.ts';
import { labels } from '../words.ts';

/** The write that takes links back: nobody is let in by them any more, and whoever comes is told so. */
export function takenBack(house: House, links: readonly Invite[], at: Date): Write[] {
  const insert = links
    .filter(({ deleted }) => deleted === undefined)
    .map(({ id }) => quad(id, AS.deleted, dateTime(at)));
  if (insert.length === 0) return [];
  const intent = { kind: 'patch' as const, insert, delete: [] };
  return [{ document: spaceOf(house.me).invites, intent, label: labels.unlink }];
}

export const takeBackLinks = (house: House, links: readonly Invite[], now = moment(house)) =>
  house.sync.change(takenBack(house, links, now.at));
