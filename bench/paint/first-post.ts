import type { Page } from '@playwright/test';

/** Ms since the page load began. */
export interface FirstPost {
  /** When the app's code first asked the device's memory (IndexedDB). */
  asked?: number;
  /** When the first post stood in the document. */
  there?: number;
  /** When the frame with the first post in it was handed to the screen. */
  painted?: number;
}

interface Marked extends Window {
  firstPost?: FirstPost;
}

/** Notes these in every page load from now on. */
export async function noteFirstPost(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const noted: FirstPost = {};
    (window as Marked).firstPost = noted;
    const open = indexedDB.open.bind(indexedDB);
    indexedDB.open = (name: string, version?: number) => {
      noted.asked ??= performance.now();
      return open(name, version);
    };
    const watching = new MutationObserver(() => {
      if (!document.querySelector('article')) return;
      watching.disconnect();
      noted.there = performance.now();
      // A task that is put behind the frame's own work begins when the frame is done.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => (noted.painted = performance.now());
        port2.postMessage(null);
      });
    });
    watching.observe(document, { childList: true, subtree: true });
  });
}

/** Waits for the first post of this page load. */
export async function whenPainted(page: Page): Promise<Required<FirstPost>> {
  await page.waitForFunction(() => (window as Marked).firstPost?.painted !== undefined);
  return page.evaluate(() => (window as Marked).firstPost as Required<FirstPost>);
}

/** Runs in the page: whether the device remembers so many posts, counted in the documents that it keeps. */
export async function postsRemembered(count: number): Promise<boolean> {
  const known = (await indexedDB.databases()).find(({ name }) => name?.startsWith('hearth '));
  if (known?.name === undefined) return false;
  const database = await new Promise<IDBDatabase>((done, fail) => {
    const asked = indexedDB.open(known.name!);
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(new Error('The memory cannot be opened.'));
  });
  try {
    const documents = await new Promise<{ turtle: string }[]>((done, fail) => {
      const asked = database.transaction('documents').objectStore('documents').getAll();
      asked.onsuccess = () => done(asked.result as { turtle: string }[]);
      asked.onerror = () => fail(new Error('The memory cannot be read.'));
    });
    const posts = documents.reduce((sum, { turtle }) => sum + turtle.split('as:Note').length - 1, 0);
    return posts >= count;
  } finally {
    database.close();
  }
}
