import { Person } from './support/person.ts';
import { box, goToPerson, joinIn, liveAsFriends, log, message, say, SOON } from './support/talk.ts';
import { expect, test } from './support/world.ts';

test('who wants it shows how far they have read, and a name after an @ reaches its person', async ({
  browser,
  world
}) => {
  test.setTimeout(300_000);
  const host = await Person.at(browser, 'Nina Marker', world);
  const guest = await Person.at(browser, 'Timo Marker', world);
  let address = '';
  let chat = '';
  /** What lies in his space about his reading, by somebody's own fetch. */
  const markers = async (person: Person) => (await person.ownFetch())(`${guest.storage}chats/`);

  await test.step('two friends in a chat', async () => {
    await liveAsFriends(guest, host);
    await goToPerson(host, guest);
    await host.page.getByRole('button', { name: 'Message', exact: true }).click();
    await expect(host.page).toHaveURL(/\/chats\/view/);
    await say(host.page, 'Before');
    await host.signedIn();
    address = host.page.url().replace(world.app, '/');
    chat = new URL(host.page.url()).searchParams.get('c')!;
    await joinIn(guest);
    await expect(message(guest.page, 'Before')).toBeVisible(SOON);
    await guest.signedIn();
  });

  await test.step('off, nothing of his reading leaves the house', async () => {
    expect(await (await markers(guest)).text()).not.toContain('read-');
    await expect(host.page.getByText(/^Read by/)).toHaveCount(0);
  });

  await test.step('on, she sees his face under the newest he has read, and it moves on', async () => {
    await guest.goTo(`${address}&about=1`);
    const share = guest.page.getByRole('switch', { name: 'Show how far I have read' });
    await expect(share).not.toBeChecked();
    await share.click();
    await expect(share).toBeChecked();
    await guest.signedIn();
    await guest.goTo(address);
    // Whoever shows nothing is asked again only after minutes.
    await expect.poll(async () => (await markers(guest)).text(), SOON).toContain('read-');
    await guest.signedIn();
    await host.goTo(address);
    const row = (text: string) => log(host.page).locator('[data-row]').filter({ hasText: text });
    await expect(row('Before').getByText('Read by Timo Marker')).toBeAttached(SOON);
    await say(host.page, 'After');
    await expect(message(guest.page, 'After')).toBeVisible(SOON);
    // He writes it down at most every ten seconds.
    await expect(row('After').getByText('Read by Timo Marker')).toBeAttached({ timeout: 30_000 });
    await expect(row('Before').getByText(/Read by/)).toHaveCount(0);
  });

  await test.step('who is not in the chat cannot read it', async () => {
    const [, name] = /(read-[0-9a-f]+)/.exec(await (await markers(guest)).text())!;
    const marker = `${guest.storage}chats/${name}/now.ttl`;
    expect((await fetch(marker)).status).toBe(401);
    const stranger = await Person.at(browser, 'Ole Marker', world);
    const { house, fetch: strangers } = await stranger.settle();
    house.sync.close();
    expect((await strangers(marker)).status).toBe(403);
    expect((await (await host.ownFetch())(marker)).status).toBe(200);
    await stranger.page.context().close();
  });

  await test.step('off again, it is deleted', async () => {
    await guest.goTo(`${address}&about=1`);
    await guest.page.getByRole('switch', { name: 'Show how far I have read' }).click();
    await guest.signedIn();
    await expect(host.page.getByText(/^Read by/)).toHaveCount(0, { timeout: 30_000 });
    expect(await (await markers(guest)).text()).not.toContain('read-');
  });

  await test.step('an @ offers people; the name leads to them, and counts though muted', async () => {
    await guest.goTo(address);
    await guest.page
      .getByRole('button', { name: /^More: / })
      .first()
      .click();
    await guest.page.getByRole('menuitem', { name: 'Mute' }).click();
    await guest.signedIn();
    await guest.goTo('/chats');
    await host.page.setViewportSize({ width: 320, height: 640 });
    const writes: string[] = [];
    host.page.on('request', (request) => {
      if (!/GET|HEAD|OPTIONS/.test(request.method())) writes.push(request.url());
    });
    await box(host.page).pressSequentially('Soup, @ti');
    const option = host.page.getByRole('option', { name: /Timo Marker/ });
    await expect(option).toHaveAttribute('aria-selected', 'true');
    await expect(box(host.page)).toHaveAttribute('aria-activedescendant', /-0$/);
    const place = (await option.boundingBox())!;
    expect([place.x >= 0, place.x + place.width <= 320, place.height >= 24]).toEqual([true, true, true]);
    await host.page.keyboard.press('Enter');
    await expect(box(host.page)).toHaveValue('Soup, @Timo Marker ');
    // Typing is told to nobody.
    expect(writes.filter((url) => url.startsWith(chat.replace('index.ttl#this', '')))).toEqual([]);
    await box(host.page).pressSequentially('?');
    await host.page.keyboard.press('Enter');
    await expect(message(host.page, 'Soup, @Timo Marker ?').getByRole('link')).toHaveAttribute(
      'href',
      `/u?id=${encodeURIComponent(guest.webId)}`
    );
    await expect(guest.page.getByText(/you are named/)).toBeAttached(SOON);
    await expect(guest.page.getByRole('link', { name: /^Chats ?, 1 chat has something new/ })).toBeVisible();
    const day = await (
      await host.ownFetch()
    )(
      chat.replace('index.ttl#this', new Date().toISOString().slice(0, 10).replaceAll('-', '/') + '/chat.ttl')
    );
    expect(await day.text()).toContain('http://schema.org/mentions');
  });
  for (const person of [host, guest]) await person.page.context().close();
});
