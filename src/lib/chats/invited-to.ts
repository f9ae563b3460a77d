import type { Graph } from '#lib/rdf/graph.ts';
import { read } from '#lib/rdf/shape.ts';
import { MEETING } from '#lib/rdf/vocab.ts';
import { longChatInvite, type LongChatInvite } from './long-chat.shape.ts';

/** What a message of my inbox invites to. Nothing of it is believed. */
export function invitedTo(graph: Graph): LongChatInvite | undefined {
  const [subject] = graph.ofType(MEETING.LongChatInvite);
  return subject === undefined ? undefined : read(longChatInvite, graph, subject);
}
