/**
 * One at a time over all tabs of a person. Two tabs that answered the same message at once would each say yes in a
 * document of its own. `name` is the person's address.
 */
export function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  // Absent outside of browsers and secure contexts: then there is this one only.
  const locks = (globalThis.navigator as Navigator | undefined)?.locks;
  return locks ? (locks.request(`people ${name}`, work) as Promise<T>) : work();
}
