import type { View } from '#lib/cache/view.ts';
import type { Read } from '#lib/query/ask.ts';
import type { Checks } from './checks.ts';
import { keysOf } from './keys.question.ts';
import { toldIn } from './saying.ts';
import type { Judge } from './version.rules.ts';

/** The keys of these `people`, looked up once for each of them who signs. Of others no key is known. */
export async function judgeOf(
  read: Read,
  checks: Checks,
  views: readonly View[],
  index: string,
  people: ReadonlySet<string>
): Promise<Judge> {
  const signing = new Set(
    views.flatMap((view) =>
      [...toldIn(view, index).all.values()].flatMap(({ proofs, makers }) =>
        proofs.length ? makers.filter((maker) => people.has(maker)) : []
      )
    )
  );
  const keys = new Map(
    await Promise.all([...signing].map(async (person) => [person, await keysOf(read, person)] as const))
  );
  return {
    keys: (person) => keys.get(person),
    verdict: (signed, proof, key, document) => checks.verdict(signed, proof, key, document)
  };
}
