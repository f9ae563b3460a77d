import { bareSpace, signInAbroad, test } from './support/foreign.ts';
import { Person } from './support/person.ts';
import { everythingIn } from './support/strangers.ts';
import { expect } from './support/world.ts';

// Preparing a space on somebody else's server, when that server is not at its best.
test.describe.configure({ mode: 'serial' });
const LIST = 'What Hearth makes in your space';
const THERE = ['public/timeline/', 'social/friends/', 'inbox/', 'settings/invites.ttl', 'contacts/index.ttl'];

test('a server that goes away half way, twice: it goes on by itself, and from where it was', async ({
  browser,
  foreign
}) => {
  test.setTimeout(300_000);
  const greta = await Person.at(browser, 'Greta Holm', foreign.world);
  await bareSpace(greta);
  await signInAbroad(greta, greta.webId, 'That is greta-holm at');
  const first = greta.page;
  /** Gone at the very moment when the app asks for this. */
  const goneAt = (path: string): Promise<void> =>
    new Promise((done, fail) => {
      let gone = false;
      void first.route(`${greta.storage}${path}`, async (route) => {
        if (route.request().method() === 'PUT' && !gone) {
          gone = true;
          await foreign.stop().then(done, fail);
        }
        await route.continue();
      });
    });

  await test.step('while it is away, the app waits, and goes on when it is back', async () => {
    const gone = goneAt('settings/subscriptions.ttl');
    await first.getByLabel('Your name').fill(greta.name);
    await first.getByRole('button', { name: 'Prepare my space' }).click();
    await gone;
    await expect(first.getByText('Your space does not answer just now. It goes on by itself.')).toBeVisible();
  });

  await test.step('it goes away again, and this time Greta leaves too', async () => {
    const gone = goneAt('contacts/index.ttl');
    await foreign.startAgain();
    await gone;
    await first.close();
    await foreign.startAgain();
  });

  await test.step('when she comes back, what was made is there, and the rest is made', async () => {
    const page = await first.context().newPage();
    await page.goto('/home');
    const list = page.getByRole('list', { name: LIST });
    await expect(list.getByRole('listitem')).toHaveCount(7);
    // Four that were made, and the one that was begun: it waited on this device and goes on by itself.
    for (const line of await list
      .getByRole('listitem')
      .all()
      .then((lines) => lines.slice(0, 4)))
      await expect(line).toContainText('is there already');
    await expect(list.getByRole('listitem').last()).not.toContainText('is there already');
    await page.getByLabel('Your name').fill(greta.name);
    await page.getByRole('button', { name: 'Prepare my space' }).click();
    await expect(page).toHaveURL(/\/home$/, { timeout: 60_000 });
    await expect(page.getByText('Up to date')).toBeVisible();
    const gretas = await greta.ownFetch();
    for (const path of THERE) expect((await gretas(greta.storage + path)).status, path).toBe(200);
    const card = await (await fetch(greta.webId, { headers: { accept: 'application/n-triples' } })).text();
    for (const said of [greta.name, 'space#storage', 'ldp#inbox', 'terms#publicTypeIndex'])
      expect(card).toContain(said);
  });
});

test('a place that the server refuses: what happened is said, and one can go on without', async ({
  browser,
  foreign
}) => {
  test.setTimeout(180_000);
  const hanno = await Person.at(browser, 'Hanno Brandt', foreign.world);
  await bareSpace(hanno);
  const hannos = await hanno.ownFetch();
  const contacts = `${hanno.storage}contacts/`;

  await test.step('his contacts are closed to himself', async () => {
    const turtle = { 'content-type': 'text/turtle' };
    expect((await hannos(contacts, { method: 'PUT', headers: turtle })).status).toBe(201);
    const rule = `
      @prefix acl: <http://www.w3.org/ns/auth/acl#>.
      @prefix acp: <http://www.w3.org/ns/solid/acp#>.
      <#acr> a acp:AccessControlResource; acp:resource <./>;
        acp:accessControl <#closed>; acp:memberAccessControl <#closed>.
      <#closed> a acp:AccessControl; acp:apply <#policy>.
      <#policy> a acp:Policy; acp:deny acl:Write, acl:Append; acp:anyOf <#him>.
      <#him> a acp:Matcher; acp:agent <${hanno.webId}>.`;
    const written = await hannos(`${contacts}.acr`, { method: 'PUT', headers: turtle, body: rule });
    expect(written.status).toBe(201);
    expect((await hannos(`${contacts}x`, { method: 'PUT', headers: turtle })).status).toBe(403);
  });
  const before = await everythingIn(contacts, hannos);

  await signInAbroad(hanno, hanno.webId, 'That is hanno-brandt at');
  const { page } = hanno;
  await test.step('he is told, in a sentence, what happened and what stays', async () => {
    await page.getByLabel('Your name').fill(hanno.name);
    await page.getByRole('button', { name: 'Prepare my space' }).click();
    const alert = page.getByRole('alert');
    await expect(alert).toContainText('Your server does not allow this. What was made before stays.');
    await expect(alert).toContainText('Nothing you had was changed.');
    const list = page.getByRole('list', { name: LIST });
    await expect(list.getByRole('listitem').filter({ hasText: 'An address book' })).toHaveClass(/failed/);
  });

  await test.step('and goes on without it, to his first post', async () => {
    await page.getByRole('button', { name: 'Go on without it' }).click();
    await page.getByRole('button', { name: 'Go on', exact: true }).click();
    await expect(page).toHaveURL(/\/home$/, { timeout: 60_000 });
    await hanno.post('Without an address book, but here');
    expect(await everythingIn(contacts, hannos)).toEqual(before);
    await page.goto('/home');
    await expect(hanno.article('Without an address book, but here')).toBeVisible();
    await expect(page).toHaveURL(/\/home$/);
  });
});
