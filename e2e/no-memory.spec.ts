import { Person } from './support/person.ts';
import { expect, test } from './support/world.ts';

test('a browser that refuses its memory: one sentence, and what is written arrives all the same', async ({
  browser,
  world
}) => {
  test.setTimeout(150_000);
  const petra = await Person.at(browser, 'Petra Private', world);
  const { page } = petra;
  const says = page.getByText('This browser keeps nothing for Hearth.');
  // As private windows of Firefox did: there is an IndexedDB, and it opens nothing.
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('A mutation operation was attempted on a database.', 'InvalidStateError');
    };
  });
  await petra.moveIn();
  await expect(says).toBeVisible();
  await petra.post('Written without a memory');
  await expect(page.getByText('Draft kept on this device')).toHaveCount(0);

  // Another page of the app, and a page load: nothing is remembered, and everything is read anew.
  await petra.goHome();
  await expect(petra.article('Written without a memory')).toHaveCount(1);
  await expect(says).toHaveCount(1);

  // What waits is not called kept.
  await page.context().setOffline(true);
  await page.getByRole('textbox', { name: 'What do you want to say?' }).fill('Written without a network');
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  await expect(petra.article('Written without a network')).toContainText('lost if you close this page');
  await expect(page.getByText('Kept on this device')).toHaveCount(0);
  await page.context().setOffline(false);
  await petra.signedIn();
  await expect(petra.article('Written without a network')).not.toContainText('lost if you close');

  // A second tab has a memory of its own, and sends by itself.
  const tab = await page.context().newPage();
  await tab.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('A mutation operation was attempted on a database.', 'InvalidStateError');
    };
  });
  await tab.goto('/home');
  await tab.getByRole('textbox', { name: 'What do you want to say?' }).fill('From the second tab');
  await tab.getByRole('button', { name: 'Post', exact: true }).click();
  await expect(tab.getByRole('article').filter({ hasText: 'From the second tab' })).toBeVisible();
  await expect(tab.getByText('Up to date')).toBeVisible();
  await petra.goHome();
  await expect(petra.article('From the second tab')).toHaveCount(1);
});

test('a page that is too old for what a newer one keeps: it says so, and nothing typed is lost', async ({
  browser,
  world
}) => {
  test.setTimeout(150_000);
  const olga = await Person.at(browser, 'Olga Outdated', world);
  const { page } = olga;
  const says = page.getByText('Another tab runs a newer Hearth');
  const box = page.getByRole('textbox', { name: 'What do you want to say?' });
  await olga.live();

  // Another tab, with a form of the database that is still to come.
  const tab = await page.context().newPage();
  await tab.goto('/client.jsonld');
  const name = `hearth ${olga.webId}`;
  await tab.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const asked = indexedDB.open(name, 1_000);
        asked.onerror = () => reject(asked.error!);
        asked.onsuccess = () => resolve(asked.result.close());
      }),
    name
  );
  await box.fill('Half a thought');
  await expect(says).toBeVisible();
  await page.getByRole('button', { name: 'Load it again' }).click();
  // It is the same old page again here: it says so from the start.
  await expect(box).toHaveCount(0);
  await expect(says).toBeVisible();

  await tab.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const asked = indexedDB.deleteDatabase(name);
        asked.onerror = () => reject(asked.error!);
        asked.onsuccess = () => resolve();
      }),
    name
  );
  await page.getByRole('button', { name: 'Load it again' }).click();
  await expect(box).toHaveValue('Half a thought');
  await expect(says).toHaveCount(0);
});

test('a browser that refuses this site all storage: what to allow is said, on every page', async ({
  page,
  world
}) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        }
      });
  });
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  for (const path of ['', 'home', 'login']) {
    await page.goto(`${world.app}${path}`);
    await expect(
      page.getByRole('heading', { name: 'This browser keeps nothing for Hearth' }),
      path
    ).toBeVisible();
    await expect(page.getByRole('button', { name: 'Load it again' })).toBeVisible();
  }
  expect(faults).toEqual([]);
});
