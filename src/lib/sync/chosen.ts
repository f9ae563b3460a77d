/** Channels at the same time, and of those at one server. */
export const MOST = 24;
export const MOST_AT_ONE = 12;

/**
 * The documents that get a channel, the most wanted first. A short list is what a screen shows just now (an open
 * post), a long one is company: so short lists go before long ones, and within a list the order is the wish.
 */
export function chosen(lists: readonly (readonly string[])[]): string[] {
  const wanted = new Set([...lists].sort((a, b) => a.length - b.length).flat());
  const at = new Map<string, number>();
  const taken: string[] = [];
  for (const url of wanted) {
    if (taken.length === MOST) break;
    const { origin } = new URL(url);
    const there = at.get(origin) ?? 0;
    if (there === MOST_AT_ONE) continue;
    at.set(origin, there + 1);
    taken.push(url);
  }
  return taken;
}
