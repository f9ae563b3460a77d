import type { Write } from '#lib/sync/sync.ts';
import { write } from '#lib/rdf/shape.ts';
import { writeTurtle } from '#lib/rdf/turtle.ts';
import type { Accept } from '../friend-activity.shape.ts';
import { accept, offer, reject, undo } from '../friend-activity.shape.ts';

export const activities = { offer, accept, reject, undo } as const;
export type ActivityKind = keyof typeof activities;

/**
 * A message to a person's inbox (Linked Data Notifications 3.1): it only points to the activity in my space
 * (`origin`), where the receiver reads and checks it. So it carries no token and proves nothing by itself.
 * `undefined` when the person has no inbox of their own.
 */
export function messageAbout(
  kind: ActivityKind,
  activity: Accept,
  inbox: string | undefined,
  after: Write['after'],
  label: string
): Write | undefined {
  if (inbox === undefined) return undefined;
  const { id: origin, actor, target, object, published } = activity;
  // Any address will do: the message gets its own where it arrives, and says `<>` until then.
  const here = `${inbox}message`;
  const turtle = writeTurtle(
    write(activities[kind], { id: here, actor, target, object, published, origin }),
    here
  );
  return { document: inbox, intent: { kind: 'send', turtle }, after: after ?? [], label };
}
