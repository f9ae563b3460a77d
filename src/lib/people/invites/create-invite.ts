import type { Graph } from '#lib/rdf/graph.ts';
import { readAll, write } from '#lib/rdf/shape.ts';
import type { Quad } from '#lib/rdf/terms.ts';
import { invite, type Invite } from '../invite.shape.ts';
import type { House } from '../me.ts';
import { moment } from '../moment.ts';
import { spaceOf } from '../space.ts';
import { newToken } from './invitation.rules.ts';

const DAYS_OPEN = 30;

/**
 * Makes an invitation: a token in my private settings. The link is made from it (invitation.rules.ts). With `object` it
 * lets in to that, as many as come; without it is for one friend, one time.
 */
export async function createInvite(
  house: House,
  now = moment(house),
  token = newToken(),
  object?: string
): Promise<Invite> {
  const document = spaceOf(house.me).invites;
  const made: Invite = {
    id: `${document}#i${now.ulid.toLowerCase()}`,
    actor: house.me.id,
    token,
    published: now.at,
    endTime: new Date(now.at.getTime() + DAYS_OPEN * 86_400_000),
    object
  };
  const { graph } = await house.asking.read(document);
  const change = { insert: write(invite, made), delete: past(graph, now.at) };
  await house.sync.change([{ document, intent: { kind: 'patch', ...change }, label: 'Make an invitation' }]);
  return made;
}

/** Used up or out of date: the page stays short. */
const past = (graph: Graph, now: Date): Quad[] =>
  readAll(invite, graph)
    .filter((each) => each.result !== undefined || (each.endTime !== undefined && each.endTime <= now))
    .flatMap((each) => [...graph.about(each.id)]);
