import { expect, type Page } from '@playwright/test';
import { befriend as befriendHouses } from '../../scripts/demo/befriend.ts';
import type { Person } from './person.ts';

/** What one does in a chat, in people's words. */

/** Far below the minute after which an open page asks by itself. */
export const SOON = { timeout: 15_000 };

/** Beside the list of chats. */
export const pane = (page: Page) => page.getByRole('region', { name: 'The open chat' });
export const log = (page: Page) => page.getByRole('log');
export const message = (page: Page, text: string) => log(page).getByRole('article').filter({ hasText: text });
export const box = (page: Page) => page.getByRole('textbox', { name: /^(Message to|Answer in)/ });

/** Writes and sends; resolves when it stands on the screen, which is before it is sent. */
export async function say(page: Page, text: string): Promise<void> {
  await box(page).fill(text);
  // On the box itself: a page that was just opened gives the focus to its beginning (SvelteKit).
  await box(page).press('Enter');
  await expect(message(page, text.replaceAll('*', ''))).toBeVisible();
}

/** Presses something over a message. */
export async function act(page: Page, text: string, button: string): Promise<void> {
  await message(page, text).hover();
  await message(page, text).getByRole('button', { name: button }).click();
}

/** The texts of a conversation as they stand on the screen, from the top. */
export const texts = (page: Page): Promise<string[]> =>
  log(page)
    .getByRole('article')
    .evaluateAll((all) => all.map((each) => each.querySelector('.rich')?.textContent?.trim() ?? ''));

/** Two who live on one server and are friends since another time; both have just signed in. */
export async function liveAsFriends(asker: Person, other: Person): Promise<void> {
  const [one, two] = [await asker.settle(), await other.settle()];
  await befriendHouses(one.house, two.house);
  for (const { house } of [one, two]) house.sync.close();
  await Promise.all([asker.signIn(), other.signIn()]);
}

/** The page of somebody, with what one may do there. */
export const goToPerson = (person: Person, other: Person) =>
  person.goTo(`/u?id=${encodeURIComponent(other.webId)}`);

/** `asker` asks, `other` says yes, both without a reload. Ends on each other's page and the list of people. */
export async function befriend(asker: Person, other: Person): Promise<void> {
  await goToPerson(asker, other);
  await asker.page.getByRole('button', { name: 'Ask to be friends' }).click();
  await asker.signedIn();
  await other.goTo('/people');
  await other.page.getByRole('button', { name: 'Say yes' }).click();
  await other.signedIn();
  await expect(asker.page.getByText(/^You are friends/)).toBeVisible(SOON);
}

/** Takes part in the chat that one was invited to, and opens it. */
export async function joinIn(person: Person): Promise<void> {
  const { page } = person;
  await page.getByRole('link', { name: /^Chats/ }).click();
  await page.getByRole('button', { name: 'Join' }).click({ timeout: SOON.timeout });
  await expect(page).toHaveURL(/\/chats\/view/);
  await person.signedIn();
}
