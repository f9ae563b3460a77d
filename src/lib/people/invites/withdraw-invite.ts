import type { House } from '../me.ts';
import { spaceOf } from '../space.ts';

/** Takes an invitation back: a request that bears its token is an ordinary request from now on. */
export async function withdrawInvite(house: House, id: string): Promise<void> {
  const document = spaceOf(house.me).invites;
  const { graph } = await house.asking.read(document);
  const gone = [...graph.about(id)];
  if (gone.length === 0) return;
  await house.sync.change([
    { document, intent: { kind: 'patch', insert: [], delete: gone }, label: 'Take an invitation back' }
  ]);
}
