import type { House } from '#lib/people/me.ts';
import { keepDrafts } from '#lib/people/drafts/under-way.ts';

/** Before the page is loaded anew: what is being written is kept, and what is being sent is seen to its end. */
export async function saveFirst(house: House | undefined): Promise<void> {
  await keepDrafts();
  await house?.sync.pause();
}
