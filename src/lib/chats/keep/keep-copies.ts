import type { House } from '#lib/people/me.ts';
import { walk } from '../days.ts';
import { keptDocument, keptOf } from '../mine.ts';
import { rootOf } from '../places.ts';
import { copiedOf } from './copied.ts';
import { copyingOf } from './copying.svelte.ts';

/** Milliseconds after the last news before it is copied: what is painted comes first, and news comes in bursts. */
const CALM_MS = 3_000;
/** How often a whole chat is looked through, milliseconds. */
const WHOLE_MS = 24 * 3_600_000;
/** A chat's newest documents, which may have changed while nobody listened. */
const NEWEST = 3;

/**
 * Keeps all my copies true while the app is open: what of a kept chat this device reads anew, in an open chat or not,
 * is copied a moment later. Answers the way to stop.
 */
export function keepCopies(house: House, calm = CALM_MS): () => void {
  const copying = copyingOf(house);
  let chats: readonly string[] = [];
  let fresh = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let begins = true;

  async function work(): Promise<void> {
    timer = undefined;
    const [urls, isBegin] = [fresh, begins];
    [fresh, begins] = [new Set(), false];
    if (isBegin || urls.has(keptDocument(house.me))) {
      const before = chats;
      const kept = await keptOf(house.me)(house.asking.read);
      chats = [...kept].filter(([, { isKept }]) => isKept).map(([chat]) => chat);
      for (const chat of chats.filter((each) => !before.includes(each))) await begin(chat);
    }
    for (const chat of chats) {
      const only = new Set([...urls].filter((url) => url.startsWith(rootOf(chat))));
      if (only.size) await copying.keepUp(chat, only);
    }
  }
  async function begin(chat: string): Promise<void> {
    const copied = await copiedOf(house, chat);
    if (!copied || copied.missing > 0 || house.now() - copied.at > WHOLE_MS) {
      await copying.keepUp(chat);
      return;
    }
    const now = new Date(house.now());
    const isEnough = (views: readonly unknown[]) => views.length >= NEWEST;
    const { views } = await walk(house.asking.read, chat, { found: [], now, isEnough });
    await copying.keepUp(chat, new Set(views.map(({ url }) => url)));
  }
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void work(), calm);
  };
  const unsubscribe = house.asking.subscribe((urls) => {
    const settings = keptDocument(house.me);
    const ours = [...urls].filter(
      (url) => url === settings || chats.some((chat) => url.startsWith(rootOf(chat)))
    );
    if (ours.length === 0) return;
    for (const url of ours) fresh.add(url);
    soon();
  });
  soon();
  return () => {
    unsubscribe();
    clearTimeout(timer);
  };
}
