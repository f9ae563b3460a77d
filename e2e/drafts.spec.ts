import type { Page } from '@playwright/test';
import { Person } from './support/person.ts';
import { expect, test } from './support/world.ts';

const BOX = 'What do you want to say?';
const box = (page: Page) => page.getByRole('textbox', { name: BOX });

/** Types with the keyboard as far as the last key's event; nothing waits for anything to be written. */
async function type(page: Page, text: string): Promise<void> {
  await box(page).click();
  await page.keyboard.type(text);
}

/** The tab's process dies at once, as with `kill -9`: no pagehide, no unload, nothing more is done. */
async function crash(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const gone = page.waitForEvent('crash');
  // It never answers: the one that would is dead.
  devtools.send('Page.crash').catch(() => undefined);
  await gone;
  await page.close();
}

async function reopened(person: Person, page: Page, path = '/home'): Promise<Page> {
  const next = await page.context().newPage();
  await next.goto(`${person.world.app.slice(0, -1)}${path}`);
  return next;
}

test('a text typed a moment ago survives a closed, a reloaded and a killed tab, each at its own place', async ({
  browser,
  world
}) => {
  test.setTimeout(180_000);
  const dora = await Person.at(browser, 'Dora Draft', world);
  await dora.live();
  await dora.post('What was said before');
  let page = dora.page;

  await test.step('a killed tab', async () => {
    await type(page, 'Killed in mid-sen');
    await crash(page);
    page = await reopened(dora, page);
    await expect(box(page)).toHaveValue('Killed in mid-sen');
  });

  await test.step('a tab closed without asking', async () => {
    await type(page, 'Closed: ');
    const said = await box(page).inputValue();
    await page.close({ runBeforeUnload: false });
    page = await reopened(dora, page);
    await expect(box(page)).toHaveValue(said);
    expect(said).toContain('Closed: ');
  });

  await test.step('a reload with who may see it', async () => {
    await expect(page.getByText('Up to date')).toBeVisible();
    await page.getByRole('radio', { name: 'Everyone' }).check({ force: true });
    await box(page).fill('For all to see');
    await page.reload();
    await expect(box(page)).toHaveValue('For all to see');
    await expect(page.getByRole('radio', { name: 'Everyone' })).toBeChecked();
  });

  await test.step('the change of a post has a place of its own', async () => {
    const change = async () => {
      const post = page.getByRole('article').filter({ hasText: 'What was said before' });
      await post.getByRole('button', { name: /^More/ }).click();
      await page.getByRole('menuitem', { name: 'Change' }).click();
    };
    await change();
    await page.getByRole('textbox', { name: 'The text of your post' }).focus();
    await page.keyboard.press('End');
    await page.keyboard.type(', and what was not');
    await crash(page);
    page = await reopened(dora, page);
    await expect(box(page)).toHaveValue('For all to see');
    await change();
    await expect(page.getByRole('textbox', { name: 'The text of your post' })).toHaveValue(
      'What was said before, and what was not'
    );
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('What was said before, and what was not')).toBeVisible();
  });

  await test.step('words about oneself', async () => {
    const form = '/settings/profile';
    await page.close();
    page = await reopened(dora, page, form);
    await expect(page.getByText('Up to date')).toBeVisible();
    await page.getByRole('textbox', { name: 'A few words about you' }).click();
    await page.keyboard.type('I write dra');
    await crash(page);
    page = await reopened(dora, page, form);
    const about = page.getByRole('textbox', { name: 'A few words about you' });
    await expect(about).toHaveValue('I write dra');
    await expect(page.getByText('Up to date')).toBeVisible();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page).toHaveURL(/\/u\?id=/);
    await page.goto(`${world.app.slice(0, -1)}${form}`);
    await expect(about).toHaveValue('I write dra');
    await expect(page.getByText('Up to date')).toBeVisible();
    expect(
      await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft')))
    ).toEqual([]);
  });

  await test.step('what is sent is no draft any more, and two tabs keep both texts', async () => {
    await page.goto(`${world.app}home`);
    await expect(box(page)).toHaveValue('For all to see');
    const other = await reopened(dora, page);
    await expect(box(other)).toHaveValue('For all to see');
    await box(other).fill('From the other tab');
    await expect(other.getByText('Draft kept on this device')).toBeVisible();
    await box(page).fill('From this tab');
    await crash(page);
    await crash(other);
    page = await reopened(dora, page);
    await expect(box(page)).toHaveValue('From this tab');
    await expect(page.getByText('You began this in another tab')).toBeVisible();
    await page.getByRole('button', { name: 'Put it here' }).click();
    await expect(box(page)).toHaveValue('From this tab\n\nFrom the other tab');
    await page.getByRole('button', { name: 'Post', exact: true }).click();
    await expect(page.getByRole('article').filter({ hasText: 'From the other tab' })).toBeVisible();
    await crash(page);
    page = await reopened(dora, page);
    await expect(page.getByRole('article').filter({ hasText: 'From the other tab' })).toBeVisible();
    await expect(box(page)).toHaveValue('');
  });

  await test.step('what is sent in one tab is not in the box of another that shows it', async () => {
    await expect(page.getByText('Up to date')).toBeVisible();
    await box(page).fill('Shown in both');
    await expect(page.getByText('Draft kept on this device')).toBeVisible();
    const other = await reopened(dora, page);
    await expect(box(other)).toHaveValue('Shown in both');
    await page.getByRole('button', { name: 'Post', exact: true }).click();
    await expect(box(other)).toHaveValue('');
    await expect(other.getByRole('article').filter({ hasText: 'Shown in both' })).toHaveCount(1);
  });
  await page.context().close();
});
