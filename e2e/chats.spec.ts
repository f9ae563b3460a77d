import { faultsIn } from './support/faults-in.ts';
import { ON_DEVICE, Person } from './support/person.ts';
import { act, goToPerson, liveAsFriends, log, message, say, SOON } from './support/talk.ts';
import { expect, test } from './support/world.ts';

test('two people chat live, and what is written offline arrives once', async ({ browser, world }) => {
  test.setTimeout(300_000);
  const alice = await Person.at(browser, 'Alice Parlour', world, ON_DEVICE);
  const bob = await Person.at(browser, 'Bob Parlour', world);

  await test.step('two friends', async () => {
    await liveAsFriends(bob, alice);
    await goToPerson(bob, alice);
  });

  await test.step('from a friend to the chat in one step', async () => {
    await bob.page.getByRole('button', { name: 'Message', exact: true }).click();
    await expect(bob.page).toHaveURL(/\/chats\/view/);
    await say(bob.page, 'Are you *there*?');
    await bob.signedIn();
  });

  await test.step('she is invited and joins', async () => {
    await alice.page.getByRole('link', { name: /^Chats/ }).click();
    await expect(alice.page.getByText('wants to chat with you')).toBeVisible(SOON);
    await alice.page.getByRole('button', { name: 'Join' }).click();
    await expect(message(alice.page, 'Are you there?')).toBeVisible(SOON);
    await expect(message(alice.page, 'Are you there?').locator('em')).toHaveText('there');
    await alice.signedIn();
  });

  await test.step('words go both ways by themselves', async () => {
    await say(alice.page, 'I am.');
    await expect(message(bob.page, 'I am.')).toBeVisible(SOON);
    await say(bob.page, 'Good');
    await expect(message(alice.page, 'Good')).toBeVisible(SOON);
    await expect(alice.page.getByRole('status').filter({ hasText: 'Bob Parlour: Good' })).toHaveCount(1);
  });

  await test.step('a reply leads to what it answers', async () => {
    await act(alice.page, 'Are you there?', 'Reply');
    await say(alice.page, 'Where else?');
    await expect(message(bob.page, 'Where else?').getByRole('button', { name: /Are you/ })).toBeVisible(SOON);
  });

  await test.step('a reaction comes and goes', async () => {
    await act(bob.page, 'I am.', 'React');
    await bob.page.getByRole('button', { name: 'React with ❤️' }).click();
    const heart = message(alice.page, 'I am.').getByRole('button', { name: /❤️/ });
    await expect(heart).toBeVisible(SOON);
    await message(bob.page, 'I am.').getByRole('button', { name: /❤️/ }).click();
    await expect(heart).toHaveCount(0, SOON);
  });

  await test.step('an edit and a deletion reach the other', async () => {
    await bob.page.getByRole('textbox', { name: /^Message to/ }).press('ArrowUp');
    await expect(bob.page.getByText('Edit your message')).toBeVisible();
    await say(bob.page, 'Very good');
    await expect(message(alice.page, 'Very good').getByText('edited')).toBeVisible(SOON);
    await act(alice.page, 'Where else?', 'More');
    await alice.page.getByRole('menuitem', { name: 'Delete' }).click();
    await expect(message(bob.page, 'Where else?')).toHaveCount(0, SOON);
    await expect(message(bob.page, 'Deleted.')).toHaveCount(1);
    await bob.signedIn();
  });

  const address = alice.page.url();
  const tab = await alice.page.context().newPage();
  await test.step('what is written without a network arrives once, also when the tab is killed', async () => {
    await alice.page.context().setOffline(true);
    await say(alice.page, 'From the tunnel');
    await expect(message(alice.page, 'From the tunnel').getByLabel(/waiting to be sent/)).toBeVisible();
    await alice.page.close({ runBeforeUnload: false });
    await tab.goto(address);
    await expect(message(tab, 'From the tunnel')).toHaveCount(1);
    await tab.context().setOffline(false);
    await expect(message(bob.page, 'From the tunnel')).toBeVisible({ timeout: 60_000 });
    await expect(tab.getByText('Up to date')).toBeVisible();
    await bob.goTo(bob.page.url());
    await expect(message(bob.page, 'From the tunnel')).toHaveCount(1);
  });

  await test.step('the list tells what is new', async () => {
    await bob.page.getByRole('link', { name: 'Home' }).click();
    await say(tab, 'One more thing');
    await expect(bob.page.getByRole('link', { name: /^Chats ?, 1 chat has something new/ })).toBeVisible(
      SOON
    );
    await bob.page.getByRole('link', { name: /^Chats/ }).click();
    await bob.page.getByRole('link', { name: /Alice Parlour/ }).click();
    await expect(log(bob.page).getByText('New', { exact: true })).toBeVisible();
    await expect(bob.page.getByRole('link', { name: /something new/ })).toHaveCount(0, SOON);
  });

  await test.step('both spaces hold to the published shapes', async () => {
    await expect(tab.getByText('Up to date')).toBeVisible();
    await bob.signedIn();
    for (const person of [alice, bob]) expect(await faultsIn(person)).toEqual([]);
  });
  await tab.context().close();
  await bob.page.context().close();
});
