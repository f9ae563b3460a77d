import { ON_DEVICE, Person } from './support/person.ts';
import { test } from './support/installation.ts';
import { onDevice } from './support/on-device.ts';
import { expect } from './support/world.ts';

// No network at all, and both servers gone: one reads, writes and comes back, and nothing is lost or doubled.
test('reload, read, write and change without a network; everything arrives once and in order', async ({
  browser,
  installation
}) => {
  test.setTimeout(120_000);
  const alice = await Person.at(browser, 'Alice Ember', installation.world, ON_DEVICE);
  const { page } = alice;
  await alice.live();
  await alice.post('Before the tunnel', 'Everyone');
  await onDevice(page);

  const addresses: string[] = [];
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) addresses.push(frame.url());
  });
  const away = async () => {
    await page.context().setOffline(true);
    await installation.stopApp();
    await installation.stopPods();
  };
  const box = page.getByRole('textbox', { name: 'What do you want to say?' });
  const write = async (text: string) => {
    await page.getByRole('radio', { name: 'Everyone' }).check({ force: true });
    await box.fill(text);
    await page.getByRole('button', { name: 'Post', exact: true }).click();
    await expect(alice.article(text)).toBeVisible();
    await expect(box).toHaveValue('');
  };

  await test.step('the network and both servers are gone; a reload shows the feed', async () => {
    await away();
    await page.reload();
    await expect(alice.article('Before the tunnel')).toBeVisible();
    await expect(box).toBeVisible();
  });

  await test.step('two posts and a change', async () => {
    await write('First from the tunnel');
    await write('Second from the tunnel');
    await alice.menu('First from the tunnel', 'Change');
    const field = page.getByRole('dialog').getByRole('textbox');
    await field.fill('First from the tunnel, with a lamp');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(alice.article('First from the tunnel, with a lamp')).toBeVisible();
  });

  await test.step('two reloads, and everything is still there', async () => {
    for (const _ of [1, 2]) {
      await page.reload();
      await expect(alice.article('First from the tunnel, with a lamp')).toHaveCount(1);
      await expect(alice.article('Second from the tunnel')).toHaveCount(1);
      await expect(alice.article('Before the tunnel')).toHaveCount(1);
    }
  });

  await test.step('every other page opens too', async () => {
    for (const [link, heading] of [
      ['People', 'People'],
      ['You', 'You']
    ] as const) {
      await page.getByRole('link', { name: link }).first().click();
      await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
    }
    await page.goto('/people');
    await expect(page.getByRole('heading', { name: 'People', level: 1 })).toBeVisible();
  });

  // A sign-in that is being restored must not take the page away from somebody without a network.
  expect(addresses.filter((address) => !address.startsWith(installation.world.app))).toEqual([]);

  await test.step('back: everything goes out, once and in order', async () => {
    await page.goto('/home');
    await installation.startPods();
    await installation.startApp();
    await page.context().setOffline(false);
    // Whoever asks while the server is still starting asks again after a while (sync/backoff.ts), not at once.
    await expect(page.getByText('Up to date')).toBeVisible({ timeout: 45_000 });
    const own = await alice.ownFetch();
    const text = await (await own(`${alice.storage}public/timeline/recent.ttl`)).text();
    const texts = [...text.matchAll(/activitystreams#content>\s+"([^"]*)"/g)].map(([, said]) => said);
    for (const said of ['First from the tunnel, with a lamp', 'Second from the tunnel', 'Before the tunnel'])
      expect(
        texts.filter((each) => each === said),
        `${said} in ${text}`
      ).toHaveLength(1);
    expect(texts.filter((each) => each === 'First from the tunnel')).toEqual([]);
  });

  await test.step('Bob, who was not there, reads them in order', async () => {
    const bob = await Person.at(browser, 'Bob Castillo', installation.world);
    await bob.live();
    await bob.page.goto(`/u?id=${encodeURIComponent(alice.webId)}`);
    const articles = bob.page.getByRole('article');
    await expect(articles).toHaveCount(3);
    await expect(articles.nth(0)).toContainText('Second from the tunnel');
    await expect(articles.nth(1)).toContainText('First from the tunnel, with a lamp');
    await expect(articles.nth(2)).toContainText('Before the tunnel');
  });
});
