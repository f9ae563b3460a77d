import { Person } from '../support/person.ts';
import { expect, test } from '../support/world.ts';
import { atProvider, refreshToken, runOut } from './place.ts';

// What a person sees of it in the app: a reload shows no login and waits for nobody.
test('a reload: no trip to the provider, and the feed is there at once', async ({ browser, world }) => {
  const anna = await Person.at(browser, 'Rita Reload', world);
  await anna.live();
  await anna.post('Here before and after');
  const { page } = anna;
  const asked = atProvider(page);
  const left: string[] = [];
  page.on('framenavigated', (frame) => left.push(frame.url()));
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    await page.reload();
    await expect(anna.article('Here before and after')).toBeVisible();
    times.push(await page.evaluate(() => Math.round(performance.now())));
    await anna.signedIn();
  }
  console.log(`reload to the first post: ${times.join(', ')} ms`);
  expect(asked).toEqual([]);
  // The page writes its own address into the history, too.
  expect([...new Set(left)]).toEqual([`${world.app}home`]);

  await runOut(page);
  await page.reload();
  await expect(anna.article('Here before and after')).toBeVisible();
  await anna.signedIn();
  expect(asked).toEqual(['POST /.oidc/token']);

  const tab = await page.context().newPage();
  const askedThere = atProvider(tab);
  await tab.goto('/home');
  await expect(tab.getByRole('article').filter({ hasText: 'Here before and after' })).toBeVisible();
  await expect(tab.getByText('Up to date')).toBeVisible();
  expect(askedThere).toEqual([]);
});

test('a space that says 404 for a moment: what was read stays, and nobody is sent to prepare it', async ({
  browser,
  world
}) => {
  const nora = await Person.at(browser, 'Nora Notfound', world);
  await nora.live();
  await nora.post('Here all along');
  const { page } = nora;
  const answered: string[] = [];
  await page.route(`${nora.storage}**`, async (route) => {
    if (route.request().method() !== 'GET') return route.fallback();
    answered.push(route.request().url());
    await route.fulfill({ status: 404, headers: { 'access-control-allow-origin': '*' }, body: '' });
  });
  await page.reload();
  await expect.poll(() => answered.some((url) => url.endsWith('/profile/card'))).toBe(true);
  await expect.poll(() => answered.some((url) => url.endsWith('/subscriptions.ttl'))).toBe(true);
  await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/\/home/);
  await page.unrouteAll();
  await page.reload();
  await nora.signedIn();
  await expect(nora.article('Here all along')).toBeVisible();
});

test('the provider is down: reading and writing go on, and it comes back by itself', async ({
  browser,
  world
}) => {
  const dora = await Person.at(browser, 'Dora Down', world);
  await dora.live();
  await dora.post('Written before');
  const { page } = dora;
  await runOut(page);
  await page.route('**/.oidc/token', (route) => route.abort());
  await page.reload();
  await expect(dora.article('Written before')).toBeVisible();
  await expect(page.getByText('Your provider does not answer. Hearth goes on trying.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign in again' })).toHaveCount(0);
  await page.getByRole('textbox', { name: 'What do you want to say?' }).fill('Written meanwhile');
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  await expect(dora.article('Written meanwhile')).toBeVisible();
  await page.unroute('**/.oidc/token');
  // Nobody presses anything; the next try comes within seconds.
  await expect(page.getByText('Your provider does not answer.')).toHaveCount(0, { timeout: 30_000 });
  await dora.signedIn();
  await page.reload();
  await expect(dora.article('Written meanwhile')).toHaveCount(1);
});

test('the sign-in was ended at the provider: one sentence, and one press leads back', async ({
  browser,
  world
}) => {
  const eva = await Person.at(browser, 'Eva Ended', world);
  await eva.live();
  await eva.post('Still to be read');
  const { page } = eva;
  const { value } = await refreshToken(page);
  const answer = await fetch(`${world.pods}.oidc/token/revocation`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ token: value, client_id: `${world.app}client.jsonld` }).toString()
  });
  expect(answer.ok).toBe(true);
  await runOut(page);
  await page.reload();
  await expect(eva.article('Still to be read')).toBeVisible();
  await expect(page.getByText(/^Your provider no longer accepts the sign-in of this device/)).toBeVisible();
  await page.getByRole('button', { name: 'Sign in again' }).click();
  await eva.consent();
  await expect(page).toHaveURL(/\/home$/);
  await eva.signedIn();
  await expect(page.getByText(/no longer accepts/)).toHaveCount(0);
});
