/** The faults that issue 3 names, as they are counted: when one strikes, not when a story draws it. */
export const KINDS = [
  'tab killed',
  'server killed',
  'server started again',
  'network cut',
  '5xx',
  'answer lost after the write happened',
  'duplicate tab',
  'disk full',
  'clock five minutes off'
] as const;

export type Kind = (typeof KINDS)[number];

/** How often what befell. A cut network cannot be cut again, and weather without a request strikes nobody. */
export class Befell {
  readonly times = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>;

  note(kind: Kind): void {
    this.times[kind]++;
  }

  add(other: Befell): void {
    for (const kind of KINDS) this.times[kind] += other.times[kind];
  }
}
