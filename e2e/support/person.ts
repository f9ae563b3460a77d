import { join } from 'node:path';
import {
  expect,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page
} from '@playwright/test';
import { moveIn, type Neighbour } from '../../scripts/demo/neighbour.ts';
import { root, type World } from './world.ts';

/** For whoever goes on without a network: their device takes the whole client in, a third of what a story costs. */
export const ON_DEVICE = { serviceWorkers: 'allow' } as const;

/** Somebody at their own browser, with verbs in people's words. */
export class Person {
  readonly handle: string;
  readonly email: string;
  readonly password = 'a-password-at-home';
  readonly name: string;
  readonly page: Page;
  readonly world: World;

  private constructor(name: string, page: Page, world: World) {
    this.name = name;
    this.handle = name.toLowerCase().replace(/[^a-z]+/g, '-');
    this.email = `${this.handle}@example.org`;
    this.page = page;
    this.world = world;
  }

  static async at(
    browser: Browser,
    name: string,
    world: World,
    options: BrowserContextOptions = {}
  ): Promise<Person> {
    const context = await browser.newContext({
      baseURL: world.app,
      viewport: { width: 1280, height: 800 },
      ...options
    });
    return new Person(name, await context.newPage(), world);
  }

  /** In a browser that was opened already. */
  static async in(context: BrowserContext, name: string, world: World): Promise<Person> {
    return new Person(name, context.pages()[0] ?? (await context.newPage()), world);
  }

  get webId(): string {
    return `${this.world.pods}${this.handle}/profile/card#me`;
  }

  get storage(): string {
    return `${this.world.pods}${this.handle}/`;
  }

  async signUp(): Promise<void> {
    const { page } = this;
    await page.getByLabel('Your name').fill(this.name);
    await page.getByLabel('Address', { exact: true }).fill(this.handle);
    await page.getByLabel('E-mail').fill(this.email);
    await page.getByLabel('Password', { exact: true }).fill(this.password);
    await page.getByRole('button', { name: 'Create my space' }).click();
    await this.consent();
  }

  /** The provider's own page: one press. */
  async consent(): Promise<void> {
    await this.page.getByRole('button', { name: /authorize|allow/i }).click();
  }

  async prepare(): Promise<void> {
    await this.page.getByRole('button', { name: 'Prepare my space' }).click();
    await expect(this.page).not.toHaveURL(/\/setup/, { timeout: 40_000 });
  }

  /** From nothing to one's own home. */
  async moveIn(): Promise<void> {
    await this.page.goto('/');
    await this.page.getByRole('link', { name: /Create my space/ }).click();
    await this.signUp();
    await this.prepare();
    await expect(this.page).toHaveURL(/\/home$/);
  }

  /**
   * Moved in at another time, without a browser: the same documents, by the app's own verbs on the same server. For
   * stories about something else; e2e/friends and others move in by hand.
   */
  async settle(): Promise<Neighbour> {
    const accounts = await import(join(root, 'pod-server/dist/account.js'));
    const { name, handle, email, password } = this;
    return moveIn(accounts, this.world.pods, { name, handle, email, password });
  }

  /** Moved in at another time, and just signed in. Ends at home. */
  async live(): Promise<void> {
    (await this.settle()).house.sync.close();
    await this.signIn();
  }

  /** From the sign-in page through the provider's own pages to one's home. */
  async signIn(): Promise<void> {
    const { page } = this;
    await page.goto('/login');
    await page.getByLabel('Your address').fill(this.webId);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByLabel('Email').fill(this.email);
    await page.getByLabel('Password').fill(this.password);
    await page.getByRole('button', { name: 'Log in' }).click();
    await this.consent();
    await expect(page).toHaveURL(/\/home$/);
    await this.signedIn();
  }

  /** From the front door to the pages of one's own server, where one is known by e-mail and password. */
  async knock(typed: string, answer: string): Promise<void> {
    const { page } = this;
    await page.goto('/');
    await page.getByRole('link', { name: /I already have one/ }).click();
    await page.getByLabel('Your address').fill(typed);
    await expect(page.getByText(answer)).toBeVisible();
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(`${this.world.pods}**`);
    await page.getByLabel('Email').fill(this.email);
    await page.getByLabel('Password').fill(this.password);
    await page.getByRole('button', { name: 'Log in' }).click();
  }

  /** Somebody who has moved in, at one more browser. */
  async comeHome(): Promise<void> {
    await this.knock(this.webId, `That is ${this.name}`);
    await this.consent();
    await expect(this.page).toHaveURL(/\/home$/);
    await this.signedIn();
  }

  async goHome(): Promise<void> {
    await this.page.goto('/home');
    await expect(this.page.getByRole('textbox', { name: 'What do you want to say?' })).toBeVisible();
    await this.signedIn();
  }

  /** A page load, until nothing of it moves any more: what is pressed before might be gone with the page. */
  async goTo(path: string): Promise<void> {
    await this.page.goto(path);
    await this.signedIn();
  }

  /** Until the sign-in is restored (a reload asks the provider) and everything has arrived. */
  async signedIn(): Promise<void> {
    // What a busy server answered too late is sent once more, after a pause.
    await expect(this.page.getByText('Up to date')).toBeVisible({ timeout: 30_000 });
  }

  async post(text: string, audience: 'Friends' | 'Everyone' = 'Friends'): Promise<void> {
    const { page } = this;
    await page.getByRole('radio', { name: audience }).check({ force: true });
    await page.getByRole('textbox', { name: 'What do you want to say?' }).fill(text);
    await page.getByRole('button', { name: 'Post', exact: true }).click();
    await expect(this.article(text)).toBeVisible();
    await this.signedIn();
  }

  article(text: string) {
    return this.page.getByRole('article').filter({ hasText: text });
  }

  async menu(text: string, item: string): Promise<void> {
    await this.article(text).getByRole('button', { name: /^More/ }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  /** The post's own address, as its card carries it. */
  async addressOf(text: string): Promise<string> {
    const address = await this.article(text).getAttribute('data-post');
    expect(address).toContain('#');
    return address ?? '';
  }

  /** A fetch of this person's own without the browser, to ask the server what it really allows. */
  async ownFetch(): Promise<typeof fetch> {
    const { signIn } = await import(join(root, 'pod-server/dist/account.js'));
    return signIn(this.world.pods, { email: this.email, password: this.password, webId: this.webId });
  }
}
