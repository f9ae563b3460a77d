import type { Page } from '@playwright/test';

interface Marked extends Window {
  bench?: {
    /** When the home page was there. */
    home?: number;
    readonly seen: Map<string, number>;
    readonly tasks: { start: number; took: number }[];
  };
}

/**
 * Notes in the page, from its first moment: when each text first stood in an article, and every task of the main
 * thread of more than 50 ms (Long Tasks API). Ms since this page load began.
 */
export async function lookFrom(page: Page, texts: readonly string[]): Promise<void> {
  await page.addInitScript((wanted) => {
    const bench: NonNullable<Marked['bench']> = { seen: new Map(), tasks: [] };
    (window as Marked).bench = bench;
    const look = () => {
      if (location.pathname === '/home' && document.querySelector('textarea'))
        bench.home ??= performance.now();
      for (const article of document.querySelectorAll('article'))
        for (const text of wanted)
          if (!bench.seen.has(text) && article.textContent?.includes(text))
            bench.seen.set(text, performance.now());
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        bench.tasks.push({ start: startTime, took: duration });
    }).observe({ type: 'longtask', buffered: true });
  }, texts);
}

/** Waits until all texts were seen; answers when the last of them was, in ms since the home page was there. */
export async function allSeen(page: Page, count: number): Promise<number> {
  await page.waitForFunction((n) => ((window as Marked).bench?.seen.size ?? 0) >= n, count, {
    timeout: 60_000
  });
  return page.evaluate(() => {
    const { home = NaN, seen } = (window as Marked).bench!;
    return Math.max(...seen.values()) - home;
  });
}

/** All long tasks of this page load so far, the longest first. */
export function longTasks(page: Page): Promise<{ start: number; took: number }[]> {
  return page.evaluate(() => (window as Marked).bench!.tasks.sort((a, b) => b.took - a.took));
}
