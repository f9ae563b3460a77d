import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { Parser } from 'n3';
import { ON_DEVICE, Person } from './support/person.ts';
import { liveAsFriends } from './support/talk.ts';
import { expect, test } from './support/world.ts';

const SOON = { timeout: 20_000 };
const HOSTILE = '<img src=x onerror="document.title=1"><script>document.title=2</script>';

const message = (page: Page, text: string) =>
  page.getByRole('log').getByRole('article').filter({ hasText: text });

async function say(page: Page, text: string): Promise<void> {
  const box = page.getByRole('textbox', { name: /^Message to/ });
  await box.fill(text);
  await box.press('Enter');
  await expect(message(page, text)).toBeVisible();
}

async function saved(page: Page, form: RegExp): Promise<{ name: string; text: string }> {
  await page.getByRole('button', { name: 'Save this chat' }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: form }).click();
  const file = await coming;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

test('a chat is saved as a file, and my copy outlives it', async ({ browser, world }) => {
  test.setTimeout(300_000);
  const owner = await Person.at(browser, 'Olga Archive', world);
  const guest = await Person.at(browser, 'Gus Archive', world, ON_DEVICE);
  let address = '';
  let chat = '';

  await test.step('two friends and a group of hers', async () => {
    await liveAsFriends(guest, owner);
    await owner.goTo('/chats/new');
    await owner.page.getByRole('checkbox', { name: /Gus Archive/ }).check();
    await owner.page.getByRole('button', { name: 'Start the chat' }).click();
    await expect(owner.page).toHaveURL(/\/chats\/view/);
    await say(owner.page, 'The first word');
    await say(owner.page, HOSTILE);
    await owner.signedIn();
    address = owner.page.url().replace(world.app, '/');
    await owner.goTo(`${address}&about=1`);
    await owner.page.getByRole('textbox', { name: /^Name/ }).fill('Letters & <b>more</b>');
    await owner.page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(owner.page.getByRole('heading', { name: 'Letters & <b>more</b>' })).toBeVisible();
    await owner.signedIn();
    await owner.goTo(address);
    chat = new URL(owner.page.url()).searchParams.get('c')!;
  });

  await test.step('he takes part and keeps a copy', async () => {
    await guest.page.getByRole('link', { name: /^Chats/ }).click();
    await guest.page.getByRole('button', { name: 'Join' }).click();
    await expect(message(guest.page, 'The first word')).toBeVisible(SOON);
    await say(guest.page, 'A word of mine');
    await guest.signedIn();
    await guest.goTo(`${address}&about=1`);
    const keep = guest.page.getByRole('switch', { name: 'Keep my copy' });
    await expect(keep).not.toBeChecked();
    await keep.click();
    await expect(keep).toBeChecked();
    await expect(guest.page.getByText(/Complete\. Last looked through/)).toBeVisible(SOON);
    await guest.signedIn();
  });

  await test.step('what is said later reaches the copy while another page is open', async () => {
    await guest.page.goto('/home');
    await guest.signedIn();
    const own = await guest.ownFetch();
    await say(owner.page, 'A late word');
    await expect(async () => {
      const folder = await (await own(`${guest.storage}chats/`)).text();
      const copy = /copy-[0-9a-f]+/.exec(folder)![0];
      const days = await kept(own, `${guest.storage}chats/${copy}/`);
      expect(days).toContain('A late word');
    }).toPass({ timeout: 60_000 });
  });

  await test.step('he saves it in each form', async () => {
    await guest.goTo(`${address}&about=1`);
    const text = await saved(guest.page, /Plain text/);
    expect(text.name).toMatch(/^chat-Letters-b-more-b-\d{4}-\d\d-\d\d\.txt$/);
    expect(text.text).toMatch(/\d\d:\d\d {2}Gus Archive: A word of mine\n/);
    await expect(guest.page.getByText(`Saved as ${text.name}.`)).toBeVisible();

    const html = await saved(guest.page, /HTML/);
    const page = await guest.page.context().newPage();
    await page.setContent(html.text);
    await expect(page.locator('article')).toHaveCount(4);
    await expect(page.getByText(HOSTILE)).toBeVisible();
    await expect(page).toHaveTitle('Letters & <b>more</b>');
    expect(await page.locator('img, script, iframe, object').count()).toBe(0);
    await page.close();

    const turtle = await saved(guest.page, /Turtle/);
    const quads = new Parser().parse(turtle.text);
    const said = quads.filter(({ predicate }) => predicate.value === 'http://rdfs.org/sioc/ns#content');
    expect(said.map(({ object }) => object.value).sort()).toEqual(
      [HOSTILE, 'A late word', 'A word of mine', 'The first word'].sort()
    );
    const root = chat.replace('index.ttl#this', '');
    for (const { subject } of said) expect(subject.value.startsWith(root)).toBe(true);
  });

  await test.step('without a network it says that it is not sure to be all', async () => {
    await guest.page.context().setOffline(true);
    const text = await saved(guest.page, /Plain text/);
    expect(text.text).toContain('Gus Archive: A word of mine');
    expect(text.text).toContain('Not all of it could be read');
    await expect(guest.page.getByText(/but not all of it/)).toBeVisible();
    await guest.page.context().setOffline(false);
  });

  const device = await Person.at(browser, 'Gus Archive', world);
  await test.step('she deletes the chat; on a new device he reads it all', async () => {
    await owner.goTo(`${address}&about=1`);
    await owner.page.getByRole('button', { name: 'Delete for everybody' }).click();
    await owner.page.getByRole('dialog').getByRole('button', { name: 'Delete for everybody' }).click();
    await expect(owner.page).toHaveURL(/\/chats$/);
    await owner.signedIn();
    await device.comeHome();
    await device.page.getByRole('link', { name: /^Chats/ }).click();
    await expect(device.page.getByText('Your copy', { exact: true })).toBeVisible(SOON);
    await device.page.getByRole('link', { name: /Letters & <b>more/ }).click();
    for (const text of ['The first word', HOSTILE, 'A word of mine', 'A late word'])
      await expect(message(device.page, text)).toBeVisible(SOON);
    await expect(device.page.getByText('Nothing can be added to a copy.')).toBeVisible();
    await expect(device.page.getByRole('textbox', { name: /^Message to/ })).toHaveCount(0);
    await device.page.reload();
    await device.signedIn();
    await expect(message(device.page, 'A word of mine')).toBeVisible(SOON);
  });

  await test.step('the copy goes when he says so', async () => {
    await device.goTo(`${address}&about=1`);
    await device.page.getByRole('switch', { name: 'Keep my copy' }).click();
    await device.page.getByRole('button', { name: 'Delete my copy' }).click();
    await expect(device.page.getByRole('switch', { name: 'Keep my copy' })).not.toBeChecked();
    await device.signedIn();
    const own = await device.ownFetch();
    expect(await (await own(`${device.storage}chats/`)).text()).not.toContain('copy-');
  });
  for (const person of [owner, guest, device]) await person.page.context().close();
});

/** Everything in a folder, as it lies there. */
async function kept(own: typeof fetch, folder: string): Promise<string> {
  const listing = await (await own(folder, { headers: { accept: 'text/turtle' } })).text();
  const children = new Parser({ baseIRI: folder })
    .parse(listing)
    .filter(({ predicate }) => predicate.value === 'http://www.w3.org/ns/ldp#contains')
    .map(({ object }) => object.value);
  const texts = await Promise.all(
    children.map(async (url) => (url.endsWith('/') ? kept(own, url) : (await own(url)).text()))
  );
  return texts.join('\n');
}
