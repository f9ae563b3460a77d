import type { Graph } from '#lib/rdf/graph.ts';
import { isIri } from '#lib/rdf/terms.ts';
import { AS } from '#lib/rdf/vocab.ts';
import { activities, type ActivityKind } from '../friends/message.ts';
import { standsIn } from '../storage.ts';

/** What a message says of itself. Nothing of it is believed: it only tells where to look. */
export interface Hint {
  readonly kind: ActivityKind;
  /** Who it says it comes from. */
  readonly actor: string;
  /** Where it says the activity stands in their space. */
  readonly origin: string;
}

/**
 * The hint in a message of my inbox: `other` when it is not about friendship at all (other features look at those),
 * `unclear` when it is, but says too little or too much to be looked into.
 */
export function hintIn(graph: Graph, inbox: string, me: string): Hint | 'other' | 'unclear' {
  const kinds = Object.keys(activities) as ActivityKind[];
  const found = kinds.flatMap((kind) => graph.ofType(activities[kind].types[0]!).map((id) => ({ kind, id })));
  if (found.length === 0) return 'other';
  const [first] = found;
  if (found.length > 1 || !first) return 'unclear';
  const { kind, id } = first;
  const actors = graph.iris(id, AS.actor);
  const targets = graph.iris(id, AS.target);
  const origins = graph.iris(id, AS.origin);
  const [actor] = actors;
  // Others may send the activity's own address as the message's subject.
  const origin = origins[0] ?? (isIri(id) && !standsIn(id, [inbox]) ? id : undefined);
  if (actors.length !== 1 || origins.length > 1 || targets.length > 1) return 'unclear';
  if (actor === undefined || actor === me || origin === undefined) return 'unclear';
  if (targets[0] !== undefined && targets[0] !== me) return 'unclear';
  return { kind, actor, origin };
}
