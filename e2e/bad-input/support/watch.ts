import { expect, type BrowserContext } from '@playwright/test';

/** What must never happen while somebody reads, seen from outside the page. */
export interface Watch {
  /**
   * Nothing ran, nothing was asked of anybody else, and nothing even tried and was stopped by the browser's policy;
   * `except` what is known to be stopped there.
   */
  expectNothing(except?: RegExp): Promise<void>;
}

interface Marked extends Window {
  hacked?: unknown[];
}

/** Begins to look, at every page of a browser. `allowed`: origins that may be asked for something. */
export async function watch(context: BrowserContext, allowed: readonly string[]): Promise<Watch> {
  const origins = new Set(allowed.map((url) => new URL(url).origin));
  const dialogs: string[] = [];
  const foreign: string[] = [];
  context.on('dialog', (dialog) => {
    dialogs.push(`${dialog.type()}: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    // Drawings of the app's own style sheet and pictures that were read before: no network.
    if (protocol === 'blob:' || request.url().startsWith('data:image/svg+xml')) return;
    if (!origins.has(origin)) foreign.push(request.url());
  });
  await context.addInitScript(() => {
    const marked = window as Marked;
    const noted: unknown[] = (marked.hacked = []);
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'] as const)
      Object.defineProperty(window, name, {
        value: (...said: unknown[]) => void noted.push([name, ...said])
      });
    addEventListener('securitypolicyviolation', (event) =>
      noted.push(['the policy stopped', event.violatedDirective, event.blockedURI, event.sample])
    );
  });
  return {
    async expectNothing(except) {
      const rest = (all: readonly unknown[]) => all.filter((one) => !except?.test(JSON.stringify(one)));
      for (const page of context.pages()) {
        const noted = await page.evaluate(() => (window as Marked).hacked);
        expect(rest(noted ?? ['nobody looked']), page.url()).toEqual([]);
      }
      expect(dialogs).toEqual([]);
      expect(rest(foreign)).toEqual([]);
    }
  };
}
