/**
 * Does a piece of writing; when the browser says that there is no room for it, makes some and tries again, as often as
 * there is a way to make some (each answers how many things it threw away). Rejects with the browser's own
 * QuotaExceededError when nothing helped.
 */
export async function withRoom<T>(
  work: () => Promise<T>,
  ways: readonly (() => Promise<number>)[]
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const [way, ...others] = ways;
    if (!isFull(error) || !way) throw error;
    if ((await way()) > 0 || others.length > 0) return withRoom(work, others);
    throw error;
  }
}

/** Its class is changing from DOMException to one of its own (WHATWG Web IDL, 2.8.2); the name stays. */
const isFull = (error: unknown): boolean => error instanceof Error && error.name === 'QuotaExceededError';
