/** How long to measure: so many rounds, and no new one after `milliseconds`. */
export interface Patience {
  readonly rounds: number;
  readonly milliseconds: number;
}

/** Does the work once and answers what it took, in any unit: only the work itself, without preparing it. */
export type Side = () => Promise<number>;

/**
 * Measures several sides in turn, round by round, so that whatever else the machine does meets them all. One round
 * before the first is not counted: programs are compiled and files are read while they are used. Who begins changes
 * from round to round. A side that fails is tried once more: a connection that breaks off (Node's fetch does not repeat a
request whose kept connection was just closed, as browsers do) spoils one try; what is really wrong fails again.
 */
export async function interleaved<Name extends string>(
  { rounds, milliseconds }: Patience,
  sides: Readonly<Record<Name, Side>>
): Promise<Record<Name, number[]>> {
  const names = Object.keys(sides) as Name[];
  const taken = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  const end = performance.now() + milliseconds;
  for (let round = 0; round <= rounds; round++) {
    if (round > 1 && performance.now() > end) break;
    const first = round % names.length;
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      const took = await sides[name]().catch(() => sides[name]());
      if (round > 0) taken[name].push(took);
    }
  }
  return taken;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) throw new RangeError('There is no median of nothing.');
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The median of each round's own ratio: a slow moment slows both sides of its round. */
export const ratioOf = (above: readonly number[], below: readonly number[]): number =>
  median(above.map((value, round) => value / below[round]!));
