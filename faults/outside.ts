import type { Line } from './ledger.ts';

/** What a line of the ledger does not allow. */
export function outside({ key, allowed }: Line, stands: readonly string[]): string[] {
  if (stands.length > 1) return [`${key}: stands there ${stands.length} times`];
  return allowed.includes(stands[0] ?? null)
    ? []
    : [`${key}: "${stands[0] ?? 'nothing'}" stands there, not "${allowed.map(String).join('" or "')}"`];
}
