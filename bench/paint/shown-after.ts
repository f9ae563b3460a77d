import type { Page } from '@playwright/test';

/** Ms since what the person did. */
export interface Shown {
  /** Until it stood in the page's document. */
  readonly there: number;
  /** Until the frame with it was handed to the screen. */
  readonly painted: number;
}

interface Noted extends Window {
  shown?: Promise<Shown>;
}

/** How long it takes from a click or a key until a conversation holds this text: `act` does the one or the other. */
export async function shownAfter(
  page: Page,
  event: 'click' | 'keydown',
  text: string,
  act: () => Promise<void>
): Promise<Shown> {
  await page.evaluate(
    ([kind, wanted]) => {
      (window as Noted).shown = new Promise((done) => {
        let begun = 0;
        addEventListener(kind, (one) => (begun = one.timeStamp), { capture: true, once: true });
        const watching = new MutationObserver(() => {
          const log = document.querySelector('[role=log]');
          if (begun === 0 || !log?.textContent?.includes(wanted)) return;
          watching.disconnect();
          const there = performance.now() - begun;
          // A task that is put behind the frame's own work begins when the frame is done.
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => done({ there, painted: performance.now() - begun });
            port2.postMessage(null);
          });
        });
        watching.observe(document, { childList: true, subtree: true, characterData: true });
      });
    },
    [event, text] as const
  );
  await act();
  return page.evaluate(() => (window as Noted).shown as Promise<Shown>);
}
