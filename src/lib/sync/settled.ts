import type { Cache } from '#lib/cache/cache.ts';
import { PodProblem, type Problem } from '#lib/solid/problem.ts';

/**
 * Resolves when all these entries have left the outbox, rejects when one stopped. `dropped` holds what was given up
 * on this device, which has left it too but has not arrived.
 */
export function settled(
  cache: Cache,
  ids: readonly string[],
  dropped: ReadonlyMap<string, string>
): Promise<void> {
  return new Promise((resolve, reject) => {
    const wanted = new Set(ids);
    const look = async () => {
      const here = (await cache.outbox()).filter((entry) => wanted.has(entry.id));
      const stopped = here.find((entry) => entry.problem);
      const lost = ids.find((id) => dropped.has(id));
      if (stopped?.problem) {
        end(() => reject(new PodProblem({ ...stopped.problem, url: stopped.document } as Problem)));
      } else if (lost !== undefined) {
        end(() =>
          reject(new PodProblem({ kind: 'gone', url: dropped.get(lost)!, detail: 'it was given up' }))
        );
      } else if (here.length === 0) {
        end(resolve);
      }
    };
    const end = (how: () => void) => {
      stop();
      how();
    };
    const stop = cache.subscribe(
      () => void look().catch((error: unknown) => end(() => reject(error as Error)))
    );
    look().catch((error: unknown) => end(() => reject(error as Error)));
  });
}
