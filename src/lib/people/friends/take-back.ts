import { write } from '#lib/rdf/shape.ts';
import type { Write } from '#lib/sync/sync.ts';
import { undo, type Undo } from '../friend-activity.shape.ts';
import type { Me } from '../me.ts';
import type { Moment } from '../moment.ts';
import type { Side } from './side.rules.ts';

/**
 * Takes my offer or acceptance back, in the document where I made it: the other may still read there that it is
 * over. An undo counts over the relationship.
 */
export function takeBack(me: Me, mine: Side, to: string, label: string, now: Moment): [Undo, Write] {
  const activity: Undo = {
    id: `${mine.document}#undo`,
    actor: me.id,
    target: to,
    object: mine.activity,
    published: now.at
  };
  const insert = write(undo, activity);
  return [activity, { document: mine.document, intent: { kind: 'patch', insert, delete: [] }, label }];
}
