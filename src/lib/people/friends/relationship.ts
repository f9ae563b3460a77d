import { write } from '#lib/rdf/shape.ts';
import { writeTurtle } from '#lib/rdf/turtle.ts';
import { FOAF } from '#lib/rdf/vocab.ts';
import type { Write } from '#lib/sync/sync.ts';
import type { Accept } from '../friend-activity.shape.ts';
import type { Me } from '../me.ts';
import type { Moment } from '../moment.ts';
import { relationship, streams } from '../relationship.shape.ts';
import { relationshipFolder, spaceOf } from '../space.ts';
import { activities } from './message.ts';

/** What I say in a new document that only the other person may read. */
export interface Said {
  readonly document: string;
  readonly activity: Accept;
  /** Access first, then the words. */
  readonly writes: readonly [Write, Write];
}

/** `answers` is the other's offer, for an accept or a reject; `token` comes from an invitation, for an offer. */
export function say(
  me: Me,
  kind: 'offer' | 'accept' | 'reject',
  to: string,
  { answers, token, label }: { answers?: string; token?: string | undefined; label: string },
  now: Moment
): Said {
  const folder = relationshipFolder(me.storage, now.ulid);
  const document = `${folder}relationship.ttl`;
  const bond = `${document}#relationship`;
  const activity = {
    id: `${document}#${kind}`,
    actor: me.id,
    target: to,
    object: answers ?? bond,
    published: now.at
  };
  const yes = [
    ...write(relationship, { id: bond, subject: me.id, relationship: FOAF.knows, object: to }),
    ...write(streams, { id: me.id, recent: [spaceOf(me).friendsRecent] })
  ];
  const words = [
    ...(kind === 'offer'
      ? write(activities.offer, { ...activity, token })
      : write(activities[kind], activity)),
    ...(kind === 'reject' ? [] : yes)
  ];
  const body = writeTurtle(words, document);
  return {
    document,
    activity,
    writes: [
      { document: folder, intent: { kind: 'access', access: onlyWith(me, to) }, label },
      { document, intent: { kind: 'create', body, contentType: 'text/turtle' }, after: [0], label }
    ]
  };
}

const onlyWith = (me: Me, other: string) => ({
  owner: [me.id],
  everyone: [],
  signedIn: [],
  people: { [other]: ['read' as const] }
});
