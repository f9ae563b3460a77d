import { join } from 'node:path';
import { run } from '../scripts/set-up/run.mjs';
import { Person } from './support/person.ts';
import { expect, root, test } from './support/world.ts';

// The promise of the README: two people, two spaces, one feed, and nobody else.
test('Alice, Bob and Carol', async ({ browser, world }) => {
  test.setTimeout(240_000);
  const alice = await Person.at(browser, 'Alice Ember', world);
  const bob = await Person.at(browser, 'Bob Castillo', world);
  const carol = await Person.at(browser, 'Carol Winter', world);
  const secret = 'The choir meets at eight';
  const changed = 'The choir meets at nine';

  await test.step('Alice creates a space with one form and one consent', () => alice.moveIn());

  const link = await test.step('Alice makes an invitation', async () => {
    await alice.page.getByRole('link', { name: 'People' }).click();
    await alice.page.getByRole('button', { name: 'Invite a friend' }).first().click();
    const field = alice.page.getByLabel('Your invitation', { exact: true });
    await expect(field).toHaveValue(/\/i#/);
    await alice.signedIn();
    const value = await field.inputValue();
    await alice.page.keyboard.press('Escape');
    return value;
  });

  await test.step('Bob opens it, moves in, and becomes her friend', async () => {
    await bob.page.goto(link);
    await expect(bob.page.getByRole('heading', { name: 'Alice Ember invites you' })).toBeVisible();
    await bob.page.getByRole('link', { name: /Create my space/ }).click();
    await bob.signUp();
    await bob.prepare();
    await bob.page.getByRole('button', { name: 'Become friends with Alice Ember' }).click();
    await expect(bob.page.getByText(/^Done\. You are friends as soon as/)).toBeVisible();
    // "Up to date" only when the message has left.
    await bob.goHome();
  });

  await test.step('a known token is accepted without a second step', async () => {
    await alice.goTo('/people');
    await expect(alice.page.getByRole('link', { name: /Bob Castillo/ })).toBeVisible();
    await expect(alice.page.getByRole('button', { name: 'Say yes' })).toHaveCount(0);
    await alice.signedIn();
    await bob.goTo('/people');
    await expect(bob.page.getByRole('heading', { name: 'Friends' })).toBeVisible();
    await expect(bob.page.getByRole('link', { name: /Alice Ember/ })).toBeVisible();
  });

  await test.step('Carol moves in; nobody knows her', () => carol.moveIn());

  const document = await test.step('Alice posts to friends', async () => {
    await alice.goHome();
    await alice.post(secret);
    return (await alice.addressOf(secret)).split('#')[0] ?? '';
  });
  const page = `${alice.storage}social/friends/recent.ttl`;

  await test.step('Bob sees it', async () => {
    await bob.goHome();
    await expect(bob.article(secret)).toBeVisible();
    await expect(bob.article(secret).getByText('Alice Ember')).toBeVisible();
  });

  await test.step('the server refuses Carol and strangers', async () => {
    const carols = await carol.ownFetch();
    const bobs = await bob.ownFetch();
    for (const address of [document, page, `${alice.storage}social/friends/`]) {
      expect((await fetch(address)).status, `anonymous ${address}`).toBe(401);
      expect((await carols(address)).status, `carol ${address}`).toBe(403);
      expect((await bobs(address)).status, `bob ${address}`).toBe(200);
    }
  });

  await test.step('"Who can see this" answers with names', async () => {
    await alice.menu(secret, 'Who can see this');
    const dialog = alice.page.getByRole('dialog');
    await expect(dialog.getByText('Bob Castillo')).toBeVisible();
    await expect(dialog.getByText('Carol')).toHaveCount(0);
    await alice.page.keyboard.press('Escape');
  });

  await test.step('"Look underneath" shows what is stored', async () => {
    await alice.menu(secret, 'Look underneath');
    const dialog = alice.page.getByRole('dialog');
    await expect(dialog.getByRole('textbox', { name: 'Address of the document' })).toHaveValue(document);
    await expect(dialog.getByText('as:content').first()).toBeVisible();
    await alice.page.keyboard.press('Escape');
  });

  await test.step('Alice changes it, and Bob sees the change', async () => {
    await alice.menu(secret, 'Change');
    const box = alice.page.getByRole('dialog').getByRole('textbox');
    await box.fill(changed);
    await alice.page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(alice.article(changed)).toBeVisible();
    await alice.signedIn();
    await bob.goHome();
    await expect(bob.article(changed)).toBeVisible();
    await expect(bob.article(secret)).toHaveCount(0);
  });

  await test.step('Alice deletes it, undoes that, deletes it again; Bob sees it go', async () => {
    await alice.menu(changed, 'Delete');
    await expect(alice.article(changed)).toHaveCount(0);
    await alice.page.getByRole('button', { name: 'Undo' }).click();
    await expect(alice.article(changed)).toBeVisible();
    await alice.signedIn();
    await alice.menu(changed, 'Delete');
    await expect(alice.article(changed)).toHaveCount(0);
    await alice.signedIn();
    await bob.goHome();
    await expect(bob.article(changed)).toHaveCount(0);
  });

  await test.step('Bob ends the friendship', async () => {
    await bob.goTo(`/u?id=${encodeURIComponent(alice.webId)}`);
    await bob.page.getByRole('main').getByRole('button', { name: 'More' }).click();
    await bob.page.getByRole('menuitem', { name: 'End the friendship' }).click();
    await bob.page.getByRole('dialog').getByRole('button', { name: 'End the friendship' }).click();
    await expect(bob.page.getByText('You are no longer friends.')).toBeVisible();
    await bob.signedIn();
  });

  await test.step('and can no longer read what Alice posts', async () => {
    const bobs = await bob.ownFetch();
    await alice.goTo('/people');
    await alice.page.getByText('Earlier').click();
    await expect(alice.page.getByRole('group').getByRole('link', { name: 'Bob Castillo' })).toBeVisible();
    await expect(alice.page.getByRole('heading', { name: 'Friends' })).toHaveCount(0);
    await alice.signedIn();
    await alice.goHome();
    await alice.post('Bob is gone, sadly');
    expect((await bobs(page)).status).toBe(403);
    await bob.goHome();
    await expect(bob.article('Bob is gone, sadly')).toHaveCount(0);
  });

  await test.step('all three spaces hold to the published shapes', async () => {
    const { code, output } = await run(process.execPath, [
      join(root, 'scripts/shapes.mjs'),
      '--base',
      world.pods,
      world.data
    ]);
    expect(output).toContain('no fault');
    expect(code, output).toBe(0);
  });
});
