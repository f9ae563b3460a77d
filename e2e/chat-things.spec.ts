import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ON_DEVICE, Person } from './support/person.ts';
import {
  act,
  box,
  goToPerson,
  joinIn,
  liveAsFriends,
  log,
  message,
  pane,
  say,
  SOON,
  texts
} from './support/talk.ts';
import { expect, root, test } from './support/world.ts';

test('pictures, files, threads, search, and words that are refused', async ({ browser, world }) => {
  test.setTimeout(240_000);
  const ida = await Person.at(browser, 'Ida Boxroom', world);
  const jon = await Person.at(browser, 'Jon Boxroom', world, ON_DEVICE);
  const attach = (person: Person, name: string, mimeType: string, buffer: Buffer) =>
    person.page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });

  await test.step('two friends in a chat of Ida’s', async () => {
    await liveAsFriends(ida, jon);
    await goToPerson(ida, jon);
    await ida.page.getByRole('button', { name: 'Message', exact: true }).click();
    await say(ida.page, 'What is in the boxroom?');
    await ida.signedIn();
    await joinIn(jon);
    await expect(message(jon.page, 'What is in the boxroom?')).toBeVisible(SOON);
  });

  await test.step('a picture he sends is shown to her, and can be seen whole', async () => {
    const picture = await readFile(join(root, 'static/icons/icon-192.png'));
    await attach(jon, 'The old lamp.png', 'image/png', picture);
    for (const { page } of [jon, ida]) {
      const shown = log(page).getByRole('img', { name: /lamp/i }).last();
      await expect(shown).toBeVisible(SOON);
      await expect
        .poll(
          () => shown.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)),
          SOON
        )
        .toBe(192);
    }
    await jon.signedIn();
  });

  await test.step('a file is a download', async () => {
    await attach(jon, 'List of things.txt', 'text/plain', Buffer.from('one lamp, two chairs'));
    const file = log(ida.page).getByRole('button', { name: /List/ });
    await expect(file).toBeVisible(SOON);
    await jon.signedIn();
    const [download] = await Promise.all([ida.page.waitForEvent('download'), file.click()]);
    expect(await readFile(await download.path(), 'utf8')).toBe('one lamp, two chairs');
  });

  await test.step('a web page is one too, and never opens here', async () => {
    await attach(jon, 'Our page.html', 'text/html', Buffer.from('<h1>Lamps</h1>'));
    const file = log(ida.page).getByRole('button', { name: /page\.html/ });
    await expect(file).toBeVisible(SOON);
    await jon.signedIn();
    const [download] = await Promise.all([ida.page.waitForEvent('download'), file.click()]);
    expect(await readFile(await download.path(), 'utf8')).toBe('<h1>Lamps</h1>');
  });

  await test.step('an answer in a thread reaches the other, there and beside the message', async () => {
    await act(ida.page, 'What is in the boxroom?', 'More');
    await ida.page.getByRole('menuitem', { name: 'Answer in a thread' }).click();
    await expect(ida.page.getByRole('heading', { name: 'Thread' })).toBeVisible();
    await say(ida.page, 'Only tell me here');
    const replies = message(jon.page, 'What is in the boxroom?').getByRole('button', {
      name: /1 answer|1 reply/
    });
    await expect(replies).toBeVisible(SOON);
    await replies.click();
    await expect(message(jon.page, 'Only tell me here')).toBeVisible(SOON);
    await say(jon.page, 'A bicycle');
    await expect(message(ida.page, 'A bicycle')).toBeVisible(SOON);
    for (const { page } of [ida, jon]) await page.getByRole('link', { name: 'Back to the chat' }).click();
  });

  await test.step('a search finds what was said, and leads there', async () => {
    await say(jon.page, 'A bicycle without wheels');
    await jon.page.getByRole('button', { name: 'Search in this chat' }).click();
    await jon.page.getByRole('searchbox', { name: 'Search in this chat' }).fill('boxroom');
    await expect(jon.page.getByText('1 message', { exact: true })).toBeVisible();
    await jon.page
      .getByRole('search')
      .getByRole('button', { name: /What is in the boxroom/ })
      .click();
    await expect(message(jon.page, 'What is in the boxroom?')).toBeInViewport();
    await jon.signedIn();
  });

  /** In the page about the chat, which she comes back from. */
  const makes = async (item: string, role: string) => {
    const { page } = ida;
    await pane(page)
      .getByRole('link', { name: /Jon Boxroom/ })
      .first()
      .click();
    await pane(page).getByRole('button', { name: 'More: Jon Boxroom' }).click();
    await page.getByRole('menuitem', { name: item }).click();
    await expect(pane(page).getByText(role, { exact: true })).toBeVisible();
    await ida.signedIn();
    await page.getByRole('link', { name: 'Back to the chat' }).click();
  };
  const keys = log(jon.page)
    .getByRole('article')
    .filter({ hasText: /Old.keys/ });
  await test.step('she lets him read only while he is away and writes: he is told, and his words are kept', async () => {
    await jon.page.context().setOffline(true);
    await say(jon.page, 'And a piano');
    await act(jon.page, 'What is in the boxroom?', 'React');
    await jon.page.getByRole('button', { name: 'React with 👍' }).click();
    await attach(jon, 'Old keys.txt', 'text/plain', Buffer.from('cellar, attic'));
    await expect(keys).toBeVisible();
    await makes('Let read only', 'Reads along');
    await jon.page.context().setOffline(false);
    await expect(
      message(jon.page, 'And a piano').getByText('Ida Boxroom’s space does not let you write here.')
    ).toBeVisible({ timeout: 45_000 });
    await expect(jon.page.getByText('You can read this chat, but not write in it.')).toBeVisible(SOON);
    await expect(box(jon.page)).toHaveCount(0);
    await message(jon.page, 'And a piano').getByRole('button', { name: 'Edit' }).click();
    await expect(message(jon.page, 'And a piano')).toHaveCount(0);
    await expect(jon.page.getByText('And a piano')).toBeVisible();
    await expect(message(ida.page, 'And a piano')).toHaveCount(0);
  });

  await test.step('what has no words to take back is given up when he is sure', async () => {
    const question = message(jon.page, 'What is in the boxroom?');
    const thumb = question.getByRole('button', { name: /👍/ });
    const sure = jon.page.getByRole('dialog', { name: 'Give it up?' });
    // It is refused by itself a moment after what held it up is gone; the button may be drawn anew under a press.
    const giveUp = (refused: typeof question) =>
      expect(async () => {
        await refused.getByRole('button', { name: 'Give up' }).click({ timeout: 5_000 });
        await expect(sure).toBeVisible({ timeout: 2_000 });
      }).toPass({ timeout: 30_000 });
    for (const [refused, gone] of [
      [question, thumb],
      [keys, keys]
    ] as const) {
      await giveUp(refused);
      await sure.getByRole('button', { name: 'Cancel' }).click();
      await expect(sure).toBeHidden();
      await expect(gone).toBeVisible();
      await giveUp(refused);
      await sure.getByRole('button', { name: 'Give up' }).click();
      await expect(gone).toHaveCount(0);
    }
    await expect(question.getByText(/does not let you write/)).toHaveCount(0);
    await jon.signedIn();
  });

  await test.step('when she lets him write again, they are in his box', async () => {
    await makes('Make member', 'Member');
    await expect(box(jon.page)).toHaveValue('And a piano', SOON);
    await box(jon.page).press('Enter');
    await expect(message(ida.page, 'And a piano')).toHaveCount(1, SOON);
  });

  await test.step('what she clears for herself comes back when she wants it, at once or later', async () => {
    const { page } = ida;
    const before = await texts(page);
    expect(before).toContain('And a piano');
    const clear = async () => {
      await pane(page).getByRole('button', { name: 'More: Jon Boxroom' }).click();
      await page.getByRole('menuitem', { name: 'Clear for me' }).click();
      await expect(log(page).getByRole('article')).toHaveCount(0);
    };
    await clear();
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => texts(page), SOON).toEqual(before);
    await clear();
    await ida.goTo(page.url());
    await expect(log(page).getByRole('article')).toHaveCount(0);
    await pane(page)
      .getByRole('link', { name: /Jon Boxroom/ })
      .first()
      .click();
    const back = page.getByRole('button', { name: 'Show what I cleared' });
    await back.click();
    await expect(back).toHaveCount(0);
    await ida.signedIn();
    await page.getByRole('link', { name: 'Back to the chat' }).click();
    await expect.poll(() => texts(page), SOON).toEqual(before);
  });
  for (const { page } of [ida, jon]) await page.context().close();
});
