import type { Page, Request } from '@playwright/test';
import { settled, type AtBrowser } from './at-browser.ts';

/** One post on its way, in ms after its writing to the rolling page began. */
export interface Journey {
  /** Until the writer had the answer. */
  readonly written: number;
  /** Until the reader asked for the page. */
  readonly asked: number;
  /** Until the reader had it. */
  readonly had: number;
  /** Until it stood in the reader's document. */
  readonly seen: number;
}

const LONGEST = 20_000;

/**
 * Bob says something in his browser; when each thing happened is what the two browsers themselves noted (they share
 * one clock). `page` is the address of the rolling page.
 */
export async function journey(
  alice: AtBrowser,
  bob: AtBrowser,
  page: string,
  text: string
): Promise<Journey> {
  const seen = alice.page.evaluate(appearance, { text, longest: LONGEST });
  const reading = finished(alice.page, (request) => request.method() === 'GET' && request.url() === page);
  const writing = finished(bob.page, (request) => request.method() === 'PATCH' && request.url() === page);
  await bob.page.getByRole('textbox', { name: 'What do you want to say?' }).fill(text);
  await bob.page.getByRole('button', { name: 'Post', exact: true }).click();
  const [write, read, at] = await Promise.all([writing, reading, seen]);
  await settled(bob.page);
  const { startTime, responseEnd } = write.timing();
  const reader = read.timing();
  return {
    written: responseEnd,
    asked: reader.startTime - startTime,
    had: reader.startTime + reader.responseEnd - startTime,
    seen: at - startTime
  };
}

/** The first such request whose answer came whole. */
function finished(page: Page, which: (request: Request) => boolean): Promise<Request> {
  return page.waitForEvent('requestfinished', { predicate: which, timeout: LONGEST });
}

/** Runs in the page: when an article with this text came into the document, ms since 1970. */
function appearance({ text, longest }: { text: string; longest: number }): Promise<number> {
  return new Promise((done, fail) => {
    const late = setTimeout(() => fail(new Error(`"${text}" did not arrive.`)), longest);
    const look = () => {
      if (![...document.querySelectorAll('article')].some((one) => one.textContent?.includes(text))) return;
      clearTimeout(late);
      watching.disconnect();
      done(performance.timeOrigin + performance.now());
    };
    const watching = new MutationObserver(look);
    watching.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}
