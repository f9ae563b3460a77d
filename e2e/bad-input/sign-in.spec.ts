import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { createPerson, signIn as fetchAs } from '../../pod-server/dist/account.js';
import { expect, logIn, signIn, test as base } from './support/bad-input.ts';

interface Account {
  readonly webId: string;
  readonly email: string;
  readonly password: string;
}
/** A person on the real server, whose card then names `issuers` as its providers. */
async function person(pods: string, handle: string, issuers?: readonly string[]): Promise<Account> {
  const account = { email: `${handle}@example.org`, password: 'a-password-at-home' };
  const { webId } = await createPerson(pods, { name: `${handle} Test`, handle, ...account });
  if (issuers) {
    const own = await fetchAs(pods, { ...account, webId });
    const named = issuers.map((issuer) => `<#me> <http://www.w3.org/ns/solid/terms#oidcIssuer> <${issuer}>.`);
    const body = `<#me> a <http://xmlns.com/foaf/0.1/Person>; <http://xmlns.com/foaf/0.1/name> "${handle} Test".\n${named.join('\n')}`;
    const headers = { 'content-type': 'text/turtle' };
    const answer = await own(webId.split('#')[0]!, { method: 'PUT', headers, body });
    expect(answer.ok).toBe(true);
  }
  return { webId, ...account };
}

interface Accounts {
  readonly ines: Account;
  readonly without: Account;
  readonly other: Account;
  readonly down: Account;
  /** An origin where nobody listens. */
  readonly nobody: string;
}
const test = base.extend<{ page: Page }, { accounts: Accounts }>({
  accounts: [
    async ({ place }, use) => {
      const nobody = await deadOrigin();
      await use({
        nobody,
        ines: await person(place.pods, 'ines'),
        without: await person(place.pods, 'without', []),
        other: await person(place.pods, 'other', ['https://other.example/']),
        down: await person(place.pods, 'down', [nobody])
      });
    },
    { scope: 'worker', timeout: 60_000 }
  ],
  page: async ({ browser, place }, use) => {
    const context = await browser.newContext({ baseURL: place.app });
    await use(await context.newPage());
    await context.close();
  }
});

async function deadOrigin(): Promise<string> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return `http://localhost:${port}/`;
}

async function type(page: Page, address: string): Promise<void> {
  if (!page.url().endsWith('/login')) await page.goto('/login');
  await page.getByLabel('Your address').fill(address);
}
const bare = (url: string) => url.replace(/^http:\/\//, '').replace(/\/$/, '');

test('a slip in the address: the sentence, a suggestion, and one press takes it', async ({ page, place }) => {
  for (const [typed, meant] of [
    ['solidweb,me/anna', 'solidweb.me/anna'],
    ['htps:/solidweb.me/anna', 'https://solidweb.me/anna'],
    ['solidwebme', 'solidweb.me']
  ] as const) {
    await type(page, typed);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByText('That does not look like an address. It has a dot in it')).toBeVisible();
    await expect(page.getByRole('button', { name: meant, exact: true })).toBeVisible();
  }
  await type(page, `anna@${bare(place.pods)}`);
  await page.getByRole('button', { name: bare(place.pods), exact: true }).click();
  await expect(page.getByText(`You will sign in at ${bare(place.pods)}.`)).toBeVisible();
  await expect(page.getByText('That does not look like')).toHaveCount(0);
});

test('an address that is no web address: the sentence, and nothing is opened', async ({ page }) => {
  for (const typed of [
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '....',
    'http://[::g]/'
  ]) {
    await type(page, typed);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByText('That does not look like an address.'), typed).toBeVisible();
  }
  expect(page.url()).toMatch(/\/login$/);
});

test('nobody listens there: “Nobody answers there.”', async ({ page, accounts }) => {
  await type(page, `${bare(accounts.nobody)}/anna`);
  await expect(
    page.getByText('Nobody answers there. Check the spelling, or your network, and try again.')
  ).toBeVisible();
});

test('a server with spaces, but nobody of that name: says so, and offers the provider', async ({
  page,
  place
}) => {
  await type(page, `${bare(place.pods)}/nobody-here`);
  await expect(page.getByText('There is a server, but nobody lives at this address.')).toBeVisible();
  await expect(page.getByRole('button', { name: bare(place.pods), exact: true })).toBeVisible();
});

test('a web site without spaces: says so', async ({ page, place }) => {
  await type(page, bare(place.app));
  await expect(page.getByText('There is a web site, but no spaces are kept there.')).toBeVisible();
});

test('a card that names no provider: says so, and what to type instead', async ({ page, accounts }) => {
  await type(page, accounts.without.webId);
  await expect(
    page.getByText(
      'This is somebody’s address, but it does not say where to sign in. Type your provider instead.'
    )
  ).toBeVisible();
});

test('a provider that is down: “Your provider does not answer.”, and Ask again', async ({
  page,
  accounts
}) => {
  await type(page, accounts.down.webId);
  await expect(page.getByText(/^That is down Test at/)).toBeVisible();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText(
    'Your provider does not answer. Try again in a moment.'
  );
  await expect(page.getByRole('button', { name: 'Ask again' })).toBeVisible();
});

test('a provider that the card does not name: not let in, with the sentence', async ({
  page,
  place,
  accounts
}) => {
  await page.goto('/login');
  await signIn(page, bare(place.pods), accounts.other);
  await expect(page).toHaveURL(/\/login/);
  await expect(page.getByRole('alert')).toContainText(
    'The provider you came from is not the one your address names, so Hearth did not let it speak for you.'
  );
  await page.goto('/home');
  await expect(page.getByRole('textbox', { name: 'What do you want to say?' })).toHaveCount(0);
  await expect(
    page.getByRole('link', { name: /I already have one/ }).or(page.getByLabel('Your address'))
  ).toBeVisible();
});

test('consent refused: “You did not finish signing in.”, and Ask again leads in', async ({
  page,
  accounts
}) => {
  await type(page, accounts.ines.webId);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await logIn(page, accounts.ines);
  // The page before has a Cancel too.
  await expect(page.getByRole('button', { name: /authorize|allow/i })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(
    page.getByText('You did not finish signing in. Nothing has changed; you can try again.')
  ).toBeVisible();
  await page.getByRole('button', { name: 'Ask again' }).click();
  await page.getByRole('button', { name: /authorize|allow/i }).click();
  await expect(page).toHaveURL(/\/(home|setup)/);
  await expect(page.getByRole('heading', { name: 'Prepare your space' })).toBeVisible();
});

test('a sign-in that was begun elsewhere: not let in, with the sentence', async ({ page }) => {
  await page.goto('/auth/callback?code=stolen&state=foreign');
  await expect(page.getByRole('alert')).toContainText(
    'This sign-in was begun somewhere else. Begin it here again.'
  );
});

test('a way back that leads elsewhere: signing in ends at home', async ({ page, place, accounts }) => {
  await page.goto(`/login?next=${encodeURIComponent('//evil.example/')}`);
  await signIn(page, accounts.ines.webId, accounts.ines);
  await expect(page).toHaveURL(new RegExp(`^${place.app}(home|setup)`));
});
