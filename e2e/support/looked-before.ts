import type { Page } from '@playwright/test';

/** This device last saw them at Home ten minutes earlier than it did. On a page of the app's origin that is not Home. */
export const lookedBefore = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const MINUTES = 10 * 60_000;
    for (const { name } of await indexedDB.databases()) {
      await new Promise<void>((done, failed) => {
        const asked = indexedDB.open(name!);
        asked.onerror = () => failed(asked.error);
        asked.onsuccess = () => {
          const database = asked.result;
          if (!database.objectStoreNames.contains('notes')) return (database.close(), done());
          const transaction = database.transaction('notes', 'readwrite');
          const notes = transaction.objectStore('notes');
          const found = notes.get('home:looked');
          found.onsuccess = () =>
            found.result && notes.put({ ...found.result, at: found.result.at - MINUTES }, 'home:looked');
          transaction.oncomplete = () => (database.close(), done());
          transaction.onerror = () => failed(transaction.error);
        };
      });
    }
  });
