import { iri, quad } from '#lib/rdf/terms.ts';
import { AS } from '#lib/rdf/vocab.ts';
import { known } from '../known.ts';
import type { House } from '../me.ts';
import { spaceOf } from '../space.ts';
import { openIn } from './invites.question.ts';

/**
 * Whether this token is from an open invitation of mine; if so it is used up by this offer and never opens again.
 */
export async function takeInvite(
  house: House,
  token: string,
  offer: string,
  at = new Date(house.now())
): Promise<boolean> {
  const document = spaceOf(house.me).invites;
  const { graph } = await known(house, document);
  const invite = openIn(graph, house.me.id, at).find((each) => each.token === token);
  if (!invite) return false;
  const insert = [quad(invite.id, AS.result, iri(offer))];
  await house.sync.change([
    { document, intent: { kind: 'patch', insert, delete: [] }, label: 'Mark an invitation as used' }
  ]);
  return true;
}
