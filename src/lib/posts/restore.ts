import type { House } from '#lib/people/me.ts';
import type { Removed } from './remove.ts';
import { waitingAccess } from './waiting-access.ts';

/** Takes a deletion back: the same statements about the same post, as if nothing had been. Resolves with entries' ids. */
export async function restore(house: House, removed: Removed): Promise<string[]> {
  const outbox = await house.sync.outbox();
  return house.sync.change(
    removed.undo.map((write) => ({ ...write, after: waitingAccess(outbox, write.document) }))
  );
}
