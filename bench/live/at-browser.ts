import type { Browser, Page } from '@playwright/test';
import type { Bench, SignedIn } from '../doors.ts';

/** Somebody at a browser of their own, with a space on the server. */
export interface AtBrowser {
  readonly page: Page;
  readonly storage: string;
  /** The same person without the browser. */
  readonly signed: SignedIn;
}

interface Place {
  readonly app: string;
  readonly pods: string;
}

/** Two people who are friends, each with their home open. */
export async function twoFriends(
  bench: Bench,
  browser: Browser,
  place: Place
): Promise<{ alice: AtBrowser; bob: AtBrowser }> {
  const open = async () => (await browser.newContext({ baseURL: place.app })).newPage();
  const [hers, his] = [await open(), await open()];
  await hers.goto('/');
  await hers.getByRole('link', { name: /Create my space/ }).click();
  const alice = await moveIn(bench, hers, place, 'alice');
  await hers.getByRole('link', { name: 'People' }).click();
  await hers.getByRole('button', { name: 'Invite a friend' }).first().click();
  const field = hers.getByLabel('Your invitation', { exact: true });
  await hers.waitForFunction(() =>
    [...document.querySelectorAll('input, textarea')].some((one) =>
      (one as HTMLInputElement).value.includes('/i#')
    )
  );
  await settled(hers);
  const link = await field.inputValue();
  await his.goto(link);
  await his.getByRole('link', { name: /Create my space/ }).click();
  const bob = await moveIn(bench, his, place, 'bob');
  await his.getByRole('button', { name: /^Become friends with/ }).click();
  await his.getByText(/^Done\. You are friends/).waitFor();
  await his.goto('/home');
  await settled(his);
  await hers.goto('/people');
  await hers.getByRole('link', { name: /bob/ }).waitFor();
  await settled(hers);
  await his.goto('/people');
  await his.getByRole('link', { name: /alice/ }).waitFor();
  await settled(his);
  return { alice, bob };
}

async function moveIn(bench: Bench, page: Page, { pods }: Place, handle: string): Promise<AtBrowser> {
  const who = { email: `${handle}@example.org`, password: 'a-password-at-home' };
  await page.getByLabel('Your name').fill(handle);
  await page.getByLabel('Address', { exact: true }).fill(handle);
  await page.getByLabel('E-mail').fill(who.email);
  await page.getByLabel('Password', { exact: true }).fill(who.password);
  await page.getByRole('button', { name: 'Create my space' }).click();
  await page.getByRole('button', { name: /authorize|allow/i }).click();
  await page.getByRole('button', { name: 'Prepare my space' }).click();
  await page.waitForURL((url) => !/\/(setup|auth)/.test(url.pathname));
  const storage = `${pods}${handle}/`;
  const signed = await bench.signIn(pods, { ...who, webId: `${storage}profile/card#me` });
  return { page, storage, signed };
}

/** Signed in, and everything has arrived. */
export async function settled(page: Page): Promise<void> {
  await page.getByText('Up to date').waitFor();
}
