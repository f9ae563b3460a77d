/** Something that could be fetched again. */
export interface Fetchable {
  readonly key: string;
  /** About how much room it takes, bytes. */
  readonly size: number;
  /** When it was last of use, milliseconds since 1970. */
  readonly used: number;
}

/** What has to go so that the rest fits into `room` bytes: what was of use longest ago first. */
export function leastUsed(all: readonly Fetchable[], room: number): string[] {
  let size = all.reduce((sum, one) => sum + one.size, 0);
  const gone: string[] = [];
  for (const one of [...all].sort((a, b) => a.used - b.used)) {
    if (size <= room) break;
    size -= one.size;
    gone.push(one.key);
  }
  return gone;
}
