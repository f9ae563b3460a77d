type Listener = (urls: ReadonlySet<string>, isOurs: boolean) => void;

/** Who wants to hear of changes on this tab. One listener that throws does not keep the others from hearing. */
export class Listeners {
  readonly #all = new Set<Listener>();

  add(listener: Listener): () => void {
    // A wrapper of its own: the same function may be added twice and taken away once.
    const own: Listener = (urls, isOurs) => listener(urls, isOurs);
    this.#all.add(own);
    return () => this.#all.delete(own);
  }

  tell(urls: ReadonlySet<string>, isOurs = false): void {
    if (urls.size === 0) return;
    for (const listener of [...this.#all]) {
      try {
        listener(urls, isOurs);
      } catch (error) {
        reportError(error);
      }
    }
  }
}

/** As an uncaught error of its own, so that it is seen. (Node has no global `reportError`.) */
function reportError(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
