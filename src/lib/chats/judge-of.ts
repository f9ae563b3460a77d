import type { View } from '#lib/cache/view.ts';
import type { Read } from '#lib/query/ask.ts';
import type { Checks } from './checks.ts';
import { keysOf } from './keys.question.ts';
import { toldIn } from './saying.ts';
import type { Judge } from './version.rules.ts';

/** Who may write in the documents' names is looked up once for each person, and only those who sign. */
export async function judgeOf(
  read: Read,
  checks: Checks,
  views: readonly View[],
  index: string
): Promise<Judge> {
  const people = new Set(
    views.flatMap((view) =>
      [...toldIn(view, index).all.values()].flatMap(({ proofs, makers }) => (proofs.length ? makers : []))
    )
  );
  const keys = new Map(
    await Promise.all([...people].map(async (person) => [person, await keysOf(read, person)] as const))
  );
  return {
    keys: (person) => keys.get(person),
    verdict: (signed, proof, key, document) => checks.verdict(signed, proof, key, document)
  };
}
