import { newestDayIs } from '#lib/chats/statements.ts';
import { documentOf } from '#lib/people/address.ts';
import { n3Patch } from '#lib/rdf/patch.ts';
import type { Neighbour } from '../../scripts/demo/neighbour.ts';

/** Names the newest day in the chat's index, as whoever begins a day does. */
export async function tellNewest(owner: Neighbour, chat: string, day: string): Promise<void> {
  const told = await owner.fetch(documentOf(chat), {
    method: 'PATCH',
    headers: { 'content-type': 'text/n3' },
    body: n3Patch({ insert: [newestDayIs(chat, day)], delete: [] })
  });
  if (!told.ok) throw new Error(`The newest day could not be told: ${told.status}.`);
}
