import { ON_DEVICE, Person } from './support/person.ts';
import { test } from './support/installation.ts';
import { onDevice, versionOf, versionsKept } from './support/on-device.ts';
import { expect } from './support/world.ts';

test('a new version: old tabs go on, the offer is quiet, and what is being written survives it', async ({
  browser,
  installation
}) => {
  test.setTimeout(150_000);
  const alice = await Person.at(browser, 'Alice Ember', installation.world, ON_DEVICE);
  const { page } = alice;
  const ready = page.getByText('A new Hearth is ready.');
  const box = page.getByRole('textbox', { name: 'What do you want to say?' });
  await alice.live();
  await onDevice(page);
  const old = await versionsKept(page);
  expect(old).toHaveLength(1);

  // A second tab, on a page that loads nothing of the app's other pages.
  const tab = await page.context().newPage();
  await tab.goto('/nowhere');
  await expect(tab.getByText('There is nothing here')).toBeVisible();

  await alice.goHome();
  const next = await installation.deploy();
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  await expect(ready).toBeVisible();

  await test.step('nothing has changed for anybody who did not ask', async () => {
    expect(await versionOf(page)).toBe('first');
    expect(await versionsKept(page)).toEqual([...old, next]);
    await page.reload();
    await expect(ready).toBeVisible();
    expect(await versionOf(page)).toBe('first');
  });

  await test.step('Use it now: the draft is there, in the new version', async () => {
    await box.fill('Half a thought');
    let loads = 0;
    page.on('load', () => loads++);
    // At once, before the pause that keeps a draft by itself.
    await page.getByRole('button', { name: 'Use it now' }).click();
    await expect.poll(() => versionOf(page).catch(() => 'between')).toBe('next');
    await expect(box).toHaveValue('Half a thought');
    await expect(ready).toHaveCount(0);
    await alice.signedIn();
    expect(loads).toBe(1);
  });

  await test.step('the old tab still finds its own files, though the server has them no more', async () => {
    expect(await versionOf(tab)).toBe('first');
    expect(await versionsKept(tab)).toEqual([...old, next]);
    await tab.evaluate(() => Object.assign(window, { same: true }));
    await tab.getByRole('link', { name: 'Go to the start' }).click();
    await expect(tab).toHaveURL(/\/home$/);
    await expect(tab.getByRole('textbox', { name: 'What do you want to say?' })).toHaveValue(
      'Half a thought'
    );
    expect(await tab.evaluate(() => Reflect.get(window, 'same'))).toBe(true);
    expect(await versionOf(tab)).toBe('first');
    await expect(tab.getByText('A new Hearth is ready.')).toBeVisible();
  });

  await test.step('when the last old tab is gone, so are its files', async () => {
    await tab.close();
    await page.reload();
    await expect.poll(() => versionsKept(page)).toEqual([next]);
  });
});

test('a new version that does not take over: the page goes on and says so, and another try works', async ({
  browser,
  installation
}) => {
  test.setTimeout(150_000);
  const cleo = await Person.at(browser, 'Cleo Stays', installation.world, ON_DEVICE);
  const { page } = cleo;
  await cleo.live();
  await onDevice(page);
  await installation.deploy();
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  const failed = page.getByText('The new Hearth did not start.');
  // A worker that hears nothing.
  await page.evaluate(() => {
    const say = Reflect.get(ServiceWorker.prototype, 'postMessage');
    const speak = (how: unknown) => Reflect.set(ServiceWorker.prototype, 'postMessage', how);
    speak(() => undefined);
    Object.assign(window, { hear: () => speak(say) });
  });
  await page.getByRole('button', { name: 'Use it now' }).click();
  await expect(failed).toBeVisible();
  expect(await versionOf(page)).toBe('first');
  // What is written now is sent: nothing stays held back.
  await cleo.post('Written after it');
  const own = await cleo.ownFetch();
  const listed = await (await own(`${await cleo.addressOf('Written after it')}`)).text();
  expect(listed).toContain('Written after it');

  await page.evaluate(() => (Reflect.get(window, 'hear') as () => void)());
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => versionOf(page).catch(() => 'between')).toBe('next');
  await expect(failed).toHaveCount(0);
  await expect(cleo.article('Written after it')).toBeVisible();
});

test('words in a form, which nothing keeps, are asked about first', async ({ browser, installation }) => {
  const page = await (await browser.newContext({ ...ON_DEVICE, baseURL: installation.world.app })).newPage();
  await page.goto('/signup');
  await page.getByLabel('Your name').fill('Alice');
  await onDevice(page);
  await installation.deploy();
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  await page.getByRole('button', { name: 'Use it now' }).click();
  await expect(page.getByText('What you are typing here is not saved yet.')).toBeVisible();
  await expect(page.getByLabel('Your name')).toHaveValue('Alice');
  await page.getByRole('button', { name: 'Use it all the same' }).click();
  await expect.poll(() => versionOf(page).catch(() => 'between')).toBe('next');
});
