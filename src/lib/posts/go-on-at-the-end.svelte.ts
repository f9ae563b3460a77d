import { untrack } from 'svelte';
import { keptWithEntry } from '#lib/ui/kept/entry.ts';
import type { LongFeed } from './long-feed.svelte.ts';

/**
 * A list that goes on while somebody is near its end, and goes as far back again when the same page is opened again:
 * the place to return to may be there. Call while a component is made; `near` says whether the end is near.
 */
export function goOnAtTheEnd(name: string, feed: () => LongFeed): { near: (is: boolean) => void } {
  let near = $state(false);
  const kept = keptWithEntry<number>(`${name}:reach`, () => {
    const { reach } = feed();
    return reach === Infinity ? undefined : reach;
  });
  $effect(() => kept.stop);
  $effect(() => {
    const wanted = kept.value;
    if (wanted !== undefined) untrack(() => feed().reachTo(wanted));
  });
  $effect(() => {
    const list = feed();
    // With nothing to show, nobody could come near.
    if (near || list.current?.posts.length === 0) if (list.current?.complete) untrack(() => list.further());
  });
  return { near: (is) => void (near = is) };
}
