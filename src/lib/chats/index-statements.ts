import { write } from '#lib/rdf/shape.ts';
import { dateTime, quad, iri, type Quad } from '#lib/rdf/terms.ts';
import { AS, CAL, WF } from '#lib/rdf/vocab.ts';
import { documentOf } from '#lib/people/address.ts';
import type { Graph } from '#lib/rdf/graph.ts';
import type { Moment } from '#lib/people/moment.ts';
import type { Role } from './chat.ts';
import { participation } from './long-chat.shape.ts';

/** SolidOS gives every person one of these; ours are all alike until somebody chooses. */
const COLOR = '#c1d0c8';

/** That somebody takes part. A member's role is not said: without one it is that. */
export function takesPart(chat: string, person: string, role: Role, since: Date, ulid: string): Quad[] {
  const id = `${documentOf(chat)}#p${ulid.toLowerCase()}`;
  const word = role === 'moderator' || role === 'reader' ? role : undefined;
  return [
    quad(chat, WF.participation, iri(id)),
    ...write(participation, { id, person, since, color: COLOR, role: word })
  ];
}

/** The things that say that somebody takes part. */
export function partsOf(graph: Graph, chat: string, person: string): string[] {
  return graph.iris(chat, WF.participation).filter((id) => graph.has(id, WF.participant, person));
}

/**
 * That somebody does not any more: the chat does not name their part, which stays and has an end, so that what they
 * wrote is not taken for a stranger's.
 */
export function leftAt(
  chat: string,
  parts: readonly string[],
  at: Date,
  left = false
): { insert: Quad[]; delete: Quad[] } {
  return {
    insert: parts.flatMap((id) => [
      quad(id, CAL.dtend, dateTime(at)),
      ...(left ? [quad(id, AS.result, iri(AS.Leave))] : [])
    ]),
    delete: parts.map((id) => quad(chat, WF.participation, iri(id)))
  };
}

/** A part that is over, which the chat does not name: until then they had this role, and took away these messages. */
export function hasBeen(
  chat: string,
  person: string,
  role: Role,
  now: Moment,
  deletions: readonly string[] = []
): Quad[] {
  const id = `${documentOf(chat)}#p${now.ulid.toLowerCase()}`;
  return write(participation, { id, person, until: now.at, role, deletions: [...deletions] });
}
