/** What a ratio has to be: one number and the direction. */
export type Goal = `<= ${number}` | `>= ${number}`;

/** One line of the result. `ratio` has no unit; what is divided by what stands in docs/benchmarks.md. */
export interface Row {
  readonly id: string;
  readonly case: string;
  readonly ratio: number;
  readonly goal: Goal;
  readonly pass: boolean;
}

/** The ratio is judged as it is told, with three digits after the point. */
export function row(id: string, what: string, measured: number, goal: Goal): Row {
  const ratio = Math.round(measured * 1000) / 1000;
  const [direction, limit] = goal.split(' ');
  const pass = direction === '<=' ? ratio <= Number(limit) : ratio >= Number(limit);
  return { id, case: what, ratio, goal, pass };
}
