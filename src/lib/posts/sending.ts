import type { OutboxEntry } from '#lib/cache/cache.ts';
import type { Notes } from '#lib/people/me.ts';
import { refusal as whyRefused, type Refusal } from '#lib/people/refusal.ts';
import { sendingOf as sendingAbout, speaksOf, type Sending } from '#lib/people/sending.ts';

export type { Sending };

/** What of the outbox concerns this post; nothing when all has arrived. */
export function sendingOf(outbox: readonly OutboxEntry[], post: string): Sending | undefined {
  return sendingAbout(outbox, (entry) => entry.intent.kind === 'patch' && speaksOf(entry, post));
}

/** Why it was not sent, in words. The text itself is safe on this device, unless that keeps nothing. */
export const refusal = (
  kind: string,
  { fleeting }: Pick<Notes, 'fleeting'> = {}
): Refusal & { safe?: string } => ({
  ...whyRefused(kind),
  ...(fleeting ? {} : { safe: 'Your text is safe on this device.' })
});
