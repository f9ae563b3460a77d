import type { Graph } from '#lib/rdf/graph.ts';
import { MEETING, RDF, RDFS } from '#lib/rdf/vocab.ts';

/** SolidOS writes it, though the vocabulary has no such word. */
const SEE_ALSO = RDF.type.replace('#type', '#seeAlso');

/** The chat that a message of my inbox invites to. */
export function invitedTo(graph: Graph): string | undefined {
  const [subject] = graph.ofType(MEETING.LongChatInvite);
  return subject && [SEE_ALSO, RDFS.seeAlso].flatMap((word) => graph.iris(subject, word))[0];
}
