import { bareSpace, signInAbroad, test } from './support/foreign.ts';
import { Person } from './support/person.ts';
import { everythingIn, watch } from './support/strangers.ts';
import { joinIn, message, say, SOON } from './support/talk.ts';
import { expect } from './support/world.ts';

const PLACES = 7;
const OPEN = 'public/timeline/';
const PRIVATE = [
  'social/',
  'social/friends/',
  'settings/',
  'settings/prefs.ttl',
  'settings/subscriptions.ttl',
  'settings/invites.ttl',
  'settings/privateTypeIndex.ttl',
  'contacts/',
  'contacts/index.ttl',
  'contacts/groups.ttl',
  'contacts/Group/Friends.ttl',
  'inbox/'
];

/** Messages are on their way for a moment: looks again until the other one is there. */
const meets = (person: Person, friend: Person) =>
  expect(async () => {
    await person.page.goto('/people');
    await expect(person.page.getByRole('link', { name: friend.name })).toBeVisible({ timeout: 10_000 });
  }).toPass({ timeout: 60_000 });

// A space on a server that is not ours: another program's settings, another access language, nothing but a card.
test('Dora keeps her space on another server, and Emil his on the bundled one', async ({
  browser,
  world,
  foreign
}) => {
  test.setTimeout(420_000);
  const dora = await Person.at(browser, 'Dora Lindt', foreign.world);
  const emil = await Person.at(browser, 'Emil Vogt', world);
  const near = await Person.at(browser, 'Nosy Near', world);
  const far = await Person.at(browser, 'Nosy Far', foreign.world);
  for (const person of [dora, near, far]) await bareSpace(person);
  const doras = await dora.ownFetch();
  const nosy = [await near.ownFetch(), await far.ownFetch()];

  await test.step('she types her address, is told what was found, and signs in at her own server', async () => {
    expect(await (await fetch(dora.webId)).text()).not.toMatch(/inbox|storage|TypeIndex|name/);
    const { host } = new URL(foreign.world.pods);
    await signInAbroad(dora, `${host}/dora-lindt`, `That is dora-lindt at ${host}.`);
    await expect(dora.page.getByRole('heading', { name: 'Prepare your space' })).toBeVisible();
  });

  const list = dora.page.getByRole('list', { name: 'What Hearth makes in your space' });
  await test.step('the app says what it will make, and has made nothing yet', async () => {
    await expect(list.getByRole('listitem')).toHaveCount(PLACES);
    await expect(list.getByText('is there already')).toHaveCount(0);
    expect([...(await everythingIn(dora.storage, doras)).keys()].sort()).toEqual(
      ['', 'README', 'profile/', 'profile/card'].map((path) => dora.storage + path)
    );
  });

  await test.step('while it is prepared, nobody else reads anything private for a moment', async () => {
    const addresses = [OPEN, ...PRIVATE].map((path) => dora.storage + path);
    const strangers = watch(addresses, [fetch, ...nosy.slice(1)]);
    await dora.page.getByLabel('Your name').fill(dora.name);
    await dora.page.getByRole('button', { name: 'Prepare my space' }).click();
    // They keep the server busy, so it takes longer than for somebody who is alone there.
    await expect(dora.page).toHaveURL(/\/home$/, { timeout: 90_000 });
    await dora.signedIn();
    const rounds = await strangers.stop();
    // What everyone may read was seen to open, so they looked at the right time and in the right place.
    expect(strangers.seen).toContain(`401 ${dora.storage}${OPEN}`);
    const read = [...strangers.seen].filter((line) => !/^40[134] /.test(line));
    expect(read).toEqual([`200 ${dora.storage}${OPEN}`]);
    for (const path of PRIVATE) expect((await doras(dora.storage + path)).status, path).toBe(200);
    test.info().annotations.push({ type: 'strangers asked', description: `${rounds} rounds` });
  });

  const link = await test.step('she makes an invitation', async () => {
    await dora.page.getByRole('link', { name: 'People' }).click();
    await dora.page.getByRole('button', { name: 'Invite a friend' }).first().click();
    const field = dora.page.getByLabel('Your invitation', { exact: true });
    await expect(field).toHaveValue(/\/i#/);
    await dora.signedIn();
    return field.inputValue();
  });

  await test.step('Emil opens it, moves in next door, and they are friends', async () => {
    await emil.page.goto(link);
    await expect(emil.page.getByRole('heading', { name: 'Dora Lindt invites you' })).toBeVisible();
    await emil.page.getByRole('link', { name: /Create my space/ }).click();
    await emil.signUp();
    await emil.prepare();
    await emil.page.getByRole('button', { name: 'Become friends with Dora Lindt' }).click();
    await expect(emil.page.getByText(/^Done\. You are friends as soon as/)).toBeVisible();
    await meets(dora, emil);
    await dora.signedIn();
    await meets(emil, dora);
    await expect(emil.page.getByRole('heading', { name: 'Friends' })).toBeVisible();
  });

  const forFriends = { dora: 'The boat is tarred', emil: 'The attic is swept' };
  await test.step('both post, for everyone and for friends', async () => {
    for (const [person, text] of [
      [dora, forFriends.dora],
      [emil, forFriends.emil]
    ] as const) {
      await person.goHome();
      await person.post(text);
      await person.post(`${person.name} says good morning`, 'Everyone');
    }
  });

  await test.step('each reads the other’s, across the two servers', async () => {
    for (const [reader, author, text] of [
      [emil, dora, forFriends.dora],
      [dora, emil, forFriends.emil]
    ] as const) {
      await reader.goHome();
      await expect(reader.article(text).getByText(author.name)).toBeVisible();
      await expect(reader.article(`${author.name} says good morning`)).toBeVisible();
    }
  });

  await test.step('both servers refuse everybody else', async () => {
    const emils = await emil.ownFetch();
    for (const [author, text, friend] of [
      [dora, forFriends.dora, emils],
      [emil, forFriends.emil, doras]
    ] as const) {
      const [day = ''] = (await author.addressOf(text)).split('#');
      const folder = `${author.storage}social/friends/`;
      for (const address of [day, folder, `${folder}recent.ttl`]) {
        expect((await friend(address)).status, `the friend ${address}`).toBe(200);
        expect((await fetch(address)).status, `anybody ${address}`).toBe(401);
        for (const third of nosy) expect((await third(address)).status, `a third ${address}`).toBe(403);
      }
      const open = `${author.storage}public/timeline/recent.ttl`;
      expect(await (await fetch(open)).text()).toContain('good morning');
      expect(await (await fetch(open)).text()).not.toContain(text);
    }
  });

  await test.step('they chat in her space, on the other server, and nobody else reads a word', async () => {
    await dora.goTo(`/u?id=${encodeURIComponent(emil.webId)}`);
    await dora.page.getByRole('button', { name: 'Message', exact: true }).click();
    await expect(dora.page).toHaveURL(/\/chats\/view/);
    await dora.signedIn();
    await say(dora.page, 'Is the attic dry?');
    await dora.signedIn();
    await emil.signedIn();
    await joinIn(emil);
    await expect(message(emil.page, 'Is the attic dry?')).toBeVisible(SOON);
    await say(emil.page, 'Dry as tinder');
    await emil.signedIn();
    await expect(message(dora.page, 'Dry as tinder')).toBeVisible(SOON);
    await expect(dora.page.getByText(/^Not signed|The signature is wrong/)).toHaveCount(0);

    const index = (new URL(dora.page.url()).searchParams.get('c') ?? '').split('#')[0]!;
    const root = index.replace('index.ttl', '');
    expect(root).toContain(dora.storage);
    const day = `${root}${new Date().toISOString().slice(0, 10).replaceAll('-', '/')}/chat.ttl`;
    const emils = await emil.ownFetch();
    for (const address of [root, index, day]) {
      expect((await emils(address)).status, `Emil ${address}`).toBe(200);
      expect((await fetch(address)).status, `anybody ${address}`).toBe(401);
      for (const third of nosy) expect((await third(address)).status, `a third ${address}`).toBe(403);
    }
    // Rules add up there; all the same, who only takes part does not write in the index.
    const adds = await emils(index, {
      method: 'PATCH',
      headers: { 'content-type': 'text/n3' },
      body: `<#c> a <http://www.w3.org/ns/solid/terms#InsertDeletePatch>; <http://www.w3.org/ns/solid/terms#inserts> { <#me> <http://www.w3.org/2006/vcard/ns#role> "moderator". }.`
    });
    expect(adds.status).toBe(403);
  });

  await test.step('at another device there is nothing to prepare, and preparing again changes nothing', async () => {
    const settings = `${dora.storage}settings/prefs.ttl`;
    const other = `${dora.storage}contacts/index.ttl`;
    for (const address of [settings, other]) {
      const changed = await doras(address, {
        method: 'PATCH',
        headers: { 'content-type': 'text/n3' },
        body: `<#c> a <http://www.w3.org/ns/solid/terms#InsertDeletePatch>; <http://www.w3.org/ns/solid/terms#inserts> { <#mine> <https://example.org/colour> "teal". }.`
      });
      expect(changed.status).toBe(205);
    }
    const before = await everythingIn(dora.storage, doras);
    expect(before.get(settings)).toContain('teal');

    const again = await Person.at(browser, dora.name, foreign.world);
    await signInAbroad(again, dora.webId, 'That is Dora Lindt');
    await expect(again.page).toHaveURL(/\/home$/);
    await expect(again.article(forFriends.emil)).toBeVisible();
    await again.signedIn();
    await again.goTo('/setup');
    const places = again.page.getByRole('list', { name: 'What Hearth makes in your space' });
    await expect(places.getByText('is there already')).toHaveCount(PLACES);
    await again.prepare();
    await again.signedIn();
    expect(Object.fromEntries(await everythingIn(dora.storage, doras))).toEqual(Object.fromEntries(before));
  });
});
