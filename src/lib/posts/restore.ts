import type { House } from '#lib/people/me.ts';
import type { Removed } from './remove.ts';
import { waitingAccess } from '#lib/people/waiting-access.ts';

/**
 * Takes a deletion back: the same statements about the same post, as if nothing had been. Resolves with entries' ids.
 * What of the deletion has not left yet need not leave: it would take away what another device wrote meanwhile. It may
 * be on its way just now, so it is taken back all the same.
 */
export async function restore(house: House, removed: Removed): Promise<string[]> {
  const outbox = await house.sync.outbox();
  const ids = await house.sync.change(
    removed.undo.map((write) => ({ ...write, after: waitingAccess(outbox, write.document) }))
  );
  const waiting = outbox.filter(({ id }) => removed.entries.includes(id));
  for (const { id } of waiting) await house.sync.discard(id);
  return ids;
}
