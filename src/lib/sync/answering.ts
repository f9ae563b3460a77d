import type { Cache, OutboxEntry } from '#lib/cache/cache.ts';
import type { Clock } from './clock.ts';

/** A gateway's word for a server that is away (RFC 9110, 15.6.3 to 15.6.5). */
const AWAY: ReadonlySet<number | undefined> = new Set([502, 503, 504]);

/**
 * Called with an address that was just answered: what waits only because the same server gave no answer goes at once.
 * Without this somebody whose server was away for an evening waits for minutes after it is back.
 */
export function answering(cache: Cache, clock: Clock): (url: string) => Promise<void> {
  return async (url) => {
    const { origin } = new URL(url);
    const waits = ({ problem, trouble, nextAt, document }: OutboxEntry) =>
      !problem &&
      trouble &&
      nextAt > clock.now() &&
      (trouble.kind === 'offline' || trouble.kind === 'slow' || AWAY.has(trouble.status)) &&
      new URL(document).origin === origin;
    const now = (await cache.outbox()).filter(waits);
    if (now.length) await cache.commit({ update: now.map((entry) => ({ ...entry, nextAt: 0 })) });
  };
}
