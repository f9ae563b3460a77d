import { ServerClock } from '#lib/solid/server-clock.ts';
import { aheadBy } from '#lib/ui/clock.svelte.ts';

const KEY = 'hearth:ahead';

/** The clock of my space's server; how far this device is ahead of it is kept here, for a page without a network. */
export function keptClock(
  storage: Pick<Storage, 'getItem' | 'setItem'> = localStorage
): Pick<ServerClock, 'hear' | 'now'> {
  const clock = new ServerClock(async () => undefined, Number(storage.getItem(KEY)) || 0);
  aheadBy(clock.skew);
  return {
    hear(response, asked) {
      const before = clock.skew;
      clock.hear(response, asked);
      if (clock.skew === before) return;
      storage.setItem(KEY, String(clock.skew));
      aheadBy(clock.skew);
    },
    now: () => clock.now()
  };
}
