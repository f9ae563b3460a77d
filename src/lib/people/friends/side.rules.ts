import type { Graph } from '#lib/rdf/graph.ts';
import { time } from '#lib/rdf/shape.ts';
import { AS, DCT, FOAF, RDF } from '#lib/rdf/vocab.ts';
import { documentOf } from '../address.ts';

export type Saying = 'offer' | 'accept' | 'reject' | 'undo';

/** What one person's relationship document says to the other, once everything in it is taken together. */
export interface Side {
  readonly document: string;
  readonly says: Saying;
  /** The activity that counts; for `undo` the one that was undone. */
  readonly activity: string;
  /** The other's offer that an accept or reject answers, or that an undone accept had answered. */
  readonly answers?: string | undefined;
  readonly published?: Date | undefined;
  /** The one-time token of an invitation, on an offer. */
  readonly token?: string | undefined;
  /** Pages that the other may read from now on, as the document names them. */
  readonly streams: readonly string[];
}

/**
 * Reads a relationship document. `graph` must hold only what may be believed of it (provenance.ts); `from` wrote
 * it, `to` is the other person. A yes counts with its relationship only; an undo or a no counts over a yes.
 */
export function sideOf(graph: Graph, document: string, from: string, to: string): Side | undefined {
  const said = (type: string) =>
    graph.ofType(type).filter(
      (id) =>
        documentOf(id) === document &&
        only(graph, id, AS.actor, from) &&
        (only(graph, id, AS.target, to) || (type !== AS.Offer && !graph.has(id, AS.target))) &&
        // A thing of two kinds at once means nothing certain.
        graph.objects(id, RDF.type).filter((kind) => ANSWERS.includes(kind.value)).length === 1
    );
  const undone = said(AS.Undo).flatMap((id) => graph.iris(id, AS.object));
  const known = (ids: string[], says: Saying) => newest(graph, document, ids, says, from);
  const yes = [
    ...said(AS.Offer).filter((id) => graph.iris(id, AS.object).some((bond) => bonds(graph, bond, from, to))),
    ...(graph.ofType(AS.Relationship).some((bond) => bonds(graph, bond, from, to)) ? said(AS.Accept) : [])
  ];
  const gone = yes.filter((id) => undone.includes(id));
  const live = yes.filter((id) => !undone.includes(id));
  if (gone.length > 0) return known(gone, 'undo');
  const no = said(AS.Reject).filter((id) => !undone.includes(id));
  if (no.length > 0) return known(no, 'reject');
  const accepted = live.filter((id) => graph.has(id, RDF.type, AS.Accept));
  return accepted.length > 0 ? known(accepted, 'accept') : known(live, 'offer');
}

const ANSWERS = [AS.Offer, AS.Accept, AS.Reject, AS.Undo];

function only(graph: Graph, id: string, predicate: string, value: string): boolean {
  const values = graph.objects(id, predicate);
  return values.length === 1 && values[0]!.termType === 'NamedNode' && values[0]!.value === value;
}

function bonds(graph: Graph, bond: string, from: string, to: string): boolean {
  return (
    graph.has(bond, RDF.type, AS.Relationship) &&
    only(graph, bond, AS.subject, from) &&
    only(graph, bond, AS.object, to) &&
    graph.has(bond, AS.relationship, FOAF.knows)
  );
}

function newest(
  graph: Graph,
  document: string,
  ids: readonly string[],
  says: Saying,
  from: string
): Side | undefined {
  const sides = ids.map((activity): Side => {
    const published = graph.object(activity, AS.published);
    const answer = graph.has(activity, RDF.type, AS.Offer) ? undefined : graph.iris(activity, AS.object)[0];
    return {
      document,
      says,
      activity,
      answers: answer,
      published: published && time.read(published),
      token: says === 'offer' ? graph.text(activity, DCT.identifier) : undefined,
      streams: graph.iris(from, AS.streams)
    };
  });
  const when = (side: Side) => side.published?.getTime() ?? 0;
  return sides.sort((a, b) => when(b) - when(a) || (a.activity < b.activity ? 1 : -1))[0];
}

/** Whether it is a yes that stands. */
export const isYes = (side: Side | undefined): side is Side & { says: 'offer' | 'accept' } =>
  side !== undefined && (side.says === 'offer' || side.says === 'accept');
