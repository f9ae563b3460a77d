import type { Graph } from '#lib/rdf/graph.ts';
import { readAll } from '#lib/rdf/shape.ts';
import type { Question } from '#lib/query/ask.ts';
import { invite, type Invite } from '../invite.shape.ts';
import type { Me } from '../me.ts';
import { spaceOf } from '../space.ts';

/** My invitations to friends that nobody has used yet, newest first. */
export function openInvites(me: Me): Question<Invite[]> {
  return async (read) => openIn((await read(spaceOf(me).invites)).graph, me.id, new Date());
}

export const openIn = (graph: Graph, me: string, now: Date): Invite[] =>
  readAll(invite, graph)
    .filter((each) => each.actor === me && each.result === undefined && each.object === undefined)
    .filter((each) => each.endTime === undefined || each.endTime > now)
    .sort((a, b) => b.published.getTime() - a.published.getTime());
