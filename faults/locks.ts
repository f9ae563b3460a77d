/** Locks as a browser has them (Web Locks, 3): one holder a name, the others in line. Node 20 has none. */
export class Locks {
  readonly #lines = new Map<string, Place[]>();
  readonly #dead = new Set<unknown>();
  /** Who asks now; a tab that dies loses its place. */
  asking: unknown;

  readonly request = <T>(
    name: string,
    ...given: [() => Promise<T>] | [{ signal?: AbortSignal }, () => Promise<T>]
  ): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      // What was between two steps when its tab died goes on here; it would hold the lock for ever.
      if (this.#dead.has(this.asking)) return;
      const [{ signal }, work] = given.length === 1 ? [{}, given[0]] : given;
      const line = this.#lines.get(name) ?? [];
      this.#lines.set(name, line);
      const leave = () => this.#leave(line, place);
      const place: Place = {
        who: this.asking,
        enter: () => void work().finally(leave).then(resolve, reject)
      };
      line.push(place);
      if (line.length === 1) queueMicrotask(place.enter);
      signal?.addEventListener('abort', () => {
        // Whoever is in keeps it until the work is done.
        if (line[0] !== place) leave();
        reject(new DOMException('called off', 'AbortError'));
      });
    });

  /** As when a tab is closed or crashes: what it held is free at once (Web Locks, 2.5). */
  died(who: unknown): void {
    this.#dead.add(who);
    for (const line of this.#lines.values()) {
      for (const place of line.filter((one) => one.who === who)) this.#leave(line, place);
    }
  }

  #leave(line: Place[], place: Place): void {
    const at = line.indexOf(place);
    if (at < 0) return;
    line.splice(at, 1);
    if (at === 0) line[0]?.enter();
  }
}

interface Place {
  readonly who: unknown;
  readonly enter: () => void;
}
