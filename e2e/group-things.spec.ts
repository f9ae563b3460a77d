import { Person } from './support/person.ts';
import { joinIn, liveAsFriends, log, message, pane, say, SOON } from './support/talk.ts';
import { expect, test } from './support/world.ts';

/** A picture that a browser can read: 1 pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64'
);

test('a newcomer comes by a link, somebody leaves, and the chat is handed over', async ({
  browser,
  world
}) => {
  test.setTimeout(420_000);
  const ada = await Person.at(browser, 'Ada Ferry', world);
  const bo = await Person.at(browser, 'Bo Ferry', world);
  const cy = await Person.at(browser, 'Cy Ferry', world);
  let chat = '';
  let link = '';
  const index = () => new URLSearchParams(chat.split('?')[1]).get('c')!.split('#')[0]!;
  const about = (who: Person) => who.goTo(`${chat}&about=1`);

  await test.step('two friends have a chat', async () => {
    await liveAsFriends(bo, ada);
    await ada.goTo('/chats/new');
    await ada.page.getByRole('checkbox', { name: /Bo Ferry/ }).check();
    await ada.page.getByRole('button', { name: 'Start the chat' }).click();
    await expect(ada.page).toHaveURL(/\/chats\/view/);
    chat = new URL(ada.page.url()).pathname + new URL(ada.page.url()).search;
    await say(ada.page, 'All aboard');
    await ada.signedIn();
    await joinIn(bo);
    await expect(message(bo.page, 'All aboard')).toBeVisible(SOON);
    await bo.signedIn();
  });

  await test.step('it gets a name and a picture', async () => {
    await about(ada);
    await ada.page.getByRole('textbox', { name: /^Name/ }).fill('Ferry crew');
    await ada.page.getByRole('button', { name: 'Save', exact: true }).click();
    await ada.page
      .getByLabel('Picture', { exact: true })
      .setInputFiles({ name: 'ferry.png', mimeType: 'image/png', buffer: PNG });
    await expect(ada.page.getByRole('button', { name: 'Change the picture' })).toBeVisible(SOON);
    await ada.signedIn();
    await expect(bo.page.getByRole('heading', { name: 'Ferry crew' })).toBeVisible(SOON);
    await expect(pane(bo.page).locator('header img')).toBeVisible(SOON);
  });

  await test.step('she makes a link and closes her app', async () => {
    await ada.page.getByText('Invite by link').click();
    await ada.page.getByRole('button', { name: 'Make a link' }).click();
    const dialog = ada.page.getByRole('dialog');
    await expect(dialog.getByRole('img', { name: /QR code/ })).toBeVisible();
    link = await dialog.getByLabel('Link into this chat', { exact: true }).inputValue();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await ada.signedIn();
    await ada.page.goto('about:blank');
  });

  await test.step('a newcomer opens it, makes a space, and asks to be let in', async () => {
    await cy.page.goto(link);
    await expect(
      cy.page.getByRole('heading', { name: /Ada Ferry invites you to .*Ferry crew/ })
    ).toBeVisible();
    await cy.page.getByRole('link', { name: /Create my space/ }).click();
    await cy.signUp();
    await cy.prepare();
    await expect(cy.page).toHaveURL(/\/i/);
    await cy.page.getByRole('button', { name: 'Ask to be let in' }).click();
    await expect(
      cy.page.getByText('Ada Ferry’s app will let you in the next time it is open.')
    ).toBeVisible();
  });

  await test.step('her app lets him in when it is open, and his chat opens by itself', async () => {
    await ada.goHome();
    await expect(cy.page).toHaveURL(/\/chats\/view/, { timeout: 60_000 });
    await expect(message(cy.page, 'All aboard')).toBeVisible(SOON);
    await say(cy.page, 'Hello from the pier');
    await expect(message(bo.page, 'Hello from the pier')).toBeVisible(SOON);
  });

  await test.step('who leaves is taken out, and the others see it', async () => {
    await about(bo);
    await bo.page.getByRole('button', { name: 'Leave this chat' }).click();
    await bo.page.getByRole('dialog').getByRole('button', { name: 'Leave this chat' }).click();
    await expect(bo.page).toHaveURL(/\/chats$/);
    await expect(log(cy.page).getByText('Bo Ferry left.')).toBeVisible({ timeout: 60_000 });
    const own = await bo.ownFetch();
    await expect.poll(async () => (await own(index())).status).toBe(403);
  });

  await test.step('and does not come back by a link made before', async () => {
    await bo.page.goto(link);
    await bo.page.getByRole('button', { name: 'Ask to be let in' }).click();
    await expect(
      bo.page.getByText('This link is not good any more. Ask Ada Ferry for a new one.')
    ).toBeVisible({
      timeout: 60_000
    });
  });

  await test.step('a link that is taken back lets nobody in, and says so', async () => {
    await about(ada);
    await ada.page.getByText('Invite by link').click();
    await ada.page.getByRole('button', { name: 'Make a link' }).click();
    const dialog = ada.page.getByRole('dialog');
    const another = await dialog.getByLabel('Link into this chat', { exact: true }).inputValue();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await ada.page.getByRole('button', { name: 'Take back' }).first().click();
    await expect(
      ada.page.getByText('Taken back. Nobody is let in by that link any more.').first()
    ).toBeVisible();
    await ada.signedIn();
    // It was made after he had left, so it would have let him in.
    await bo.page.goto(another);
    const refused = bo.page.getByText('This link is not good any more. Ask Ada Ferry for a new one.');
    const ask = bo.page.getByRole('button', { name: 'Ask to be let in' });
    await expect(ask).toBeVisible();
    await expect(refused).toHaveCount(0);
    await ask.click();
    await expect(refused).toBeVisible({ timeout: 60_000 });
    expect((await (await bo.ownFetch())(index())).status).toBe(403);
  });

  await test.step('she hands the chat over and leaves; he decides now', async () => {
    await about(ada);
    await ada.page.getByRole('button', { name: 'Leave this chat' }).click();
    const dialog = ada.page.getByRole('dialog');
    await expect(dialog.getByText(/What is written stays in your space/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Make owner: Cy Ferry' }).click();
    await expect(ada.page.getByRole('button', { name: 'Become the owner again' })).toBeVisible();
    await ada.page.getByRole('button', { name: 'Leave this chat' }).click();
    await dialog.getByRole('button', { name: 'Leave this chat' }).click();
    await expect(ada.page).toHaveURL(/\/chats$/);
    await expect(log(cy.page).getByText('Ada Ferry left.')).toBeVisible({ timeout: 60_000 });
    await about(cy);
    await expect(cy.page.getByText('Invite by link')).toBeVisible();
    await say(await backToChat(cy), 'My watch');
  });
  for (const who of [ada, bo, cy]) await who.page.context().close();
});

async function backToChat(who: Person) {
  await who.page.getByRole('link', { name: 'Back to the chat' }).click();
  return who.page;
}
