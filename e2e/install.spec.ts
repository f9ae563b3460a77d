import { ON_DEVICE, Person } from './support/person.ts';
import { onDevice } from './support/on-device.ts';
import { expect, test } from './support/world.ts';

test('a browser would install it: the manifest is whole, its pictures load, it works on its own', async ({
  browser,
  world
}) => {
  const page = await browser.newPage(ON_DEVICE);
  await page.goto(world.app);
  await onDevice(page);
  const devTools = await page.context().newCDPSession(page);
  const { errors, data } = await devTools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const manifest = JSON.parse(data ?? '') as Manifest;
  expect(manifest).toMatchObject({ name: 'Hearth', start_url: '/home', display: 'standalone' });
  expect(manifest.icons.map(({ sizes, purpose = 'any' }) => `${sizes} ${purpose}`)).toEqual(
    expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable'])
  );
  for (const { src, sizes } of [...manifest.icons, ...manifest.shortcuts.flatMap(({ icons }) => icons)]) {
    const size = await page.evaluate(async (address) => {
      const picture = new Image();
      picture.src = address;
      await picture.decode();
      return `${picture.naturalWidth}x${picture.naturalHeight}`;
    }, src);
    if (sizes !== 'any') expect(size, src).toBe(sizes);
  }
  const { installabilityErrors } = await devTools.send('Page.getInstallabilityErrors');
  // A private window installs nothing, whatever the app is like; Playwright's contexts are private.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual(
    []
  );
  await page.close();
});

test('shared from another app: it waits for who is not in yet, and becomes a draft, never a post', async ({
  browser,
  world
}) => {
  test.setTimeout(240_000);
  const alice = await Person.at(browser, 'Ines Install', world);
  const { page } = alice;
  await page.goto('/share?title=Apricots&text=They%20are%20ripe&url=https%3A%2F%2Fexample.org%2F');
  await expect(page).toHaveURL(/\/login\?next=/);
  await page.getByRole('link', { name: 'Create one here' }).click();
  await alice.signUp();
  await alice.prepare();
  await expect(page).toHaveURL(/\/home/);
  const box = page.getByRole('textbox', { name: 'What do you want to say?' });
  await expect(box).toHaveValue('Apricots\n\nThey are ripe\n\nhttps://example.org/');
  await expect(page.getByRole('article')).toHaveCount(0);

  await test.step('a second one is added, the same one is not', async () => {
    await page.goto('/share?text=Bring%20a%20basket');
    await expect(box).toHaveValue(/ripe[^]*Bring a basket$/);
    const both = await box.inputValue();
    await page.goto('/share?text=Bring%20a%20basket');
    await expect(page).toHaveURL(/\/home/);
    await expect(box).toHaveValue(both);
    await expect(page.getByRole('article')).toHaveCount(0);
  });

  await test.step('the line in the settings', async () => {
    await page.goto('/settings');
    await alice.signedIn();
    await expect(page.getByRole('button', { name: 'Install Hearth' })).toHaveCount(0);
    const asked = await page.evaluateHandle(() => {
      const offer = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
        asked: 0,
        async prompt() {
          this.asked++;
          return { outcome: 'accepted' };
        }
      });
      window.dispatchEvent(offer);
      return offer;
    });
    expect(await asked.evaluate((offer) => offer.defaultPrevented)).toBe(true);
    await page.getByRole('button', { name: 'Install Hearth' }).click();
    expect(await asked.evaluate((offer) => offer.asked)).toBe(1);
    await expect(page.getByRole('button', { name: 'Install Hearth' })).toHaveCount(0);
  });
});

interface Icon {
  readonly src: string;
  readonly sizes: string;
  readonly purpose?: string;
}
interface Manifest {
  readonly icons: readonly Icon[];
  readonly shortcuts: readonly { readonly icons: readonly Icon[] }[];
}
