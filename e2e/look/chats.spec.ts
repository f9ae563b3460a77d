import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { chats } from '../../src/lib/chats/chats.question.ts';
import { checksOf } from '../../src/lib/chats/checks.ts';
import { deleteMessage } from '../../src/lib/chats/delete-message.ts';
import { editMessage } from '../../src/lib/chats/edit-message.ts';
import { invitations } from '../../src/lib/chats/invitations.question.ts';
import { join as joinChat } from '../../src/lib/chats/join.ts';
import { listed } from '../../src/lib/chats/statements.ts';
import { react } from '../../src/lib/chats/react.ts';
import { shareReading } from '../../src/lib/chats/reading/share-reading.ts';
import { showRead } from '../../src/lib/chats/reading/show-read.ts';
import { replyIn } from '../../src/lib/chats/reply-in.ts';
import { send } from '../../src/lib/chats/send.ts';
import { sendFile } from '../../src/lib/chats/send-file.ts';
import { startChat } from '../../src/lib/chats/start-chat.ts';
import { processInbox } from '../../src/lib/people/inbox/process-inbox.ts';
import { momentAt } from '../../src/lib/people/moment.ts';
import { plan } from '../../src/lib/people/setup/plan.ts';
import { prepare } from '../../src/lib/people/setup/prepare.ts';
import { dateTime, iri, quad, text } from '../../src/lib/rdf/terms.ts';
import { DCT, FOAF, SIOC } from '../../src/lib/rdf/vocab.ts';
import { befriend } from '../../scripts/demo/befriend.ts';
import { demoHouse, type DemoHouse } from '../../scripts/demo/demo-house.ts';
import { expect, root, test, type World } from '../support/world.ts';
import { look } from './look.ts';

// The screens of chats with nothing in them, with much, and with names and words as long as they come (look.ts).
const LONG = 'Dr. Wilhelmina-Charlotte von und zu Hohenstaufen-Württemberg-Sigmaringen';
const PASSWORD = 'a-password-at-home';

async function moveIn(world: World, name: string, handle: string): Promise<DemoHouse> {
  const { createPerson, signIn } = await import(join(root, 'pod-server/dist/account.js'));
  const person = { name, handle, email: `${handle}@example.org`, password: PASSWORD };
  const { webId, storage } = await createPerson(world.pods, person);
  const own = await signIn(world.pods, { ...person, webId });
  const house = demoHouse(world.pods, { id: webId, storage, issuer: world.pods }, own);
  await prepare(house, await plan(house, { name }), () => undefined);
  await house.allSent();
  return house;
}

/** Alice, Wilhelmina and Omar talk; Omar invites Alice to more. Answers Alice's chats. */
async function talk(world: World, alice: DemoHouse) {
  const long = await moveIn(world, LONG, 'wilhelmina-talks');
  const omar = await moveIn(world, 'عمر الخطيب', 'omar-talks');
  await befriend(alice, long);
  await befriend(alice, omar);
  await befriend(omar, long);
  let minutes = 3 * 24 * 60;
  const next = (by = 7) => momentAt(new Date(Date.now() - (minutes -= by) * 60_000));

  const { chat: group } = await startChat(
    alice,
    { people: [long.me.id, omar.me.id], title: 'Choir', rules: 'Be kind. Say early when you cannot come.' },
    next()
  );
  await alice.allSent();
  for (const house of [long, omar]) {
    await processInbox(house);
    for (const invitation of await invitations(house)(house.asking.read)) await joinChat(house, invitation);
    await house.allSent();
  }
  const say = async (house: DemoHouse, text: string, more: { replyTo?: string } = {}) => {
    const { message } = await send(house, group, { text, ...more }, next(minutes > 300 ? 90 : 3));
    await house.allSent();
    return message;
  };
  const first = await say(alice, 'Who brings the **big** pot on Friday?');
  await say(long, 'I cannot.');
  await say(long, `The programme: https://example.org/${'choir/'.repeat(20)}`);
  await say(omar, 'سأحضر القدر الكبير والخبز أيضاً', { replyTo: first });
  await react(omar, first, '👍', next(1));
  await react(long, first, '👍', next(1));
  await omar.allSent();
  await long.allSent();
  for (let note = 1; note <= 24; note++) await say([alice, long, omar][note % 3]!, `Note ${note}`);
  const wrong = await say(alice, 'At seven.');
  await editMessage(alice, wrong, 'At *half past* seven.', next(1));
  const gone = await say(alice, 'Never mind.');
  await deleteMessage(alice, gone, next(1));
  await replyIn(alice, first, { text: 'Mine is too small.' }, next(1));
  await alice.allSent();
  const portrait = new Blob([await readFile(join(root, 'scripts/demo/portraits/carol.png'))], {
    type: 'image/png'
  });
  await sendFile(omar, group, { file: portrait, name: 'the pot.png' }, next(1));
  const sheet = new Blob(['Soprano, alto, tenor, bass'], { type: 'text/plain' });
  await sendFile(omar, group, { file: sheet, name: `${'Programme of the evening '.repeat(3)}.txt` }, next(1));
  await omar.allSent();
  // In Wilhelmina's name, and signed by nobody; and one that says nothing.
  const day = first.split('#')[0]!;
  const unsigned = (id: string, words: string) => [
    listed(group, id),
    quad(id, SIOC.content, text(words)),
    quad(id, DCT.created, dateTime(next(1).at)),
    quad(id, FOAF.maker, iri(long.me.id))
  ];
  const insert = [...unsigned(`${day}#Msg901`, 'I owe you five hundred.'), ...unsigned(`${day}#Msg902`, ' ')];
  await omar.sync.change([{ document: day, intent: { kind: 'patch', insert, delete: [] }, label: 'Odd' }]);
  await omar.allSent();
  await say(long, `${'Donaudampfschifffahrt'.repeat(8)} and **that** is all`);
  for (const house of [long, omar]) {
    await shareReading(house, group, true);
    await showRead(house, group, new Date(), 0);
    await house.allSent();
  }

  const { chat: pair } = await startChat(alice, { people: [long.me.id] }, next(1));
  await send(alice, pair, { text: 'Only we two can read this.' }, next(1));
  await alice.allSent();
  for (const title of ['The boat club of the lower river and all its many friends', 'Chess']) {
    const { chat } = await startChat(omar, { people: [alice.me.id, long.me.id], title }, next(1));
    await send(omar, chat, { text: 'Who can come on Sunday?' }, next(1));
    await omar.allSent();
  }
  await startChat(omar, { people: [alice.me.id], title: 'A walk along the river' }, next(1));
  await omar.allSent();
  for (const house of [long, omar]) house.sync.close();
  return { pair, group };
}

async function arrive(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByText('Up to date')).toBeVisible();
}

test('chats', async ({ browser, world }) => {
  test.setTimeout(600_000);
  await mkdir(join(world.data, '.internal'), { recursive: true });
  const alice = await moveIn(world, 'Alice Ember', 'alice-talks');
  const page = await (await browser.newContext({ baseURL: world.app })).newPage();
  await page.goto('/login');
  await page.getByLabel('Your address').fill(`${new URL(world.pods).host}/alice-talks`);
  await expect(page.getByText(/^That is Alice Ember at/)).toBeVisible();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('Email').fill('alice-talks@example.org');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('button', { name: /authorize|allow/i }).click();
  await expect(page.getByText('Up to date')).toBeVisible();

  await arrive(page, '/chats');
  await expect(page.getByRole('heading', { name: 'No chats yet' })).toBeVisible();
  await look(page, 'chats-none');

  const { group, pair } = await talk(world, alice);
  expect(await chats(alice, checksOf(alice))(alice.asking.read)).toHaveLength(2);
  alice.sync.close();
  const at = (chat: string) => `/chats/view?c=${encodeURIComponent(chat)}`;
  const choose = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await arrive(page, '/chats');
  await expect(page.getByText(/invites you to .A walk along the river/)).toBeVisible();
  await expect(page.getByRole('link', { name: /Choir/ })).toBeVisible();
  await look(page, 'chats');
  for (const name of ['boat club', 'Chess']) {
    await page.locator('.person').filter({ hasText: name }).getByRole('button', { name: 'Join' }).click();
    await expect(page.getByRole('log', { name: new RegExp(name) })).toBeVisible();
    await page.getByRole('link', { name: /^Chats/ }).click();
  }
  await expect(page.getByRole('link', { name: /Chess/ })).toBeVisible();
  await expect(page.getByText('Up to date')).toBeVisible();

  const log = page.getByRole('log', { name: /Choir/ });
  await arrive(page, at(group));
  // It opens at the oldest that is new, and only what is near is drawn.
  await page.getByRole('button', { name: /^To the newest/ }).click();
  await expect(log.getByText(/Donaudampfschifffahrt/)).toBeVisible();
  await expect(log.getByText(/^Read by /)).toBeAttached();
  await expect(log.getByRole('img', { name: /the-pot/ })).toBeVisible();
  await log
    .getByRole('button', { name: /^Not signed/ })
    .first()
    .click();
  await expect(log.getByText(/^Not signed/)).toBeVisible();
  await expect(log.getByText('A message without words.')).toBeVisible();
  await page.getByRole('article').filter({ hasText: 'half past seven' }).hover();
  await expect(log.getByRole('button', { name: 'Reply', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'More: Choir' }).last()).toBeVisible();
  await look(page, 'chat');
  await page.getByRole('textbox', { name: /^Message to/ }).fill('Soup, @');
  await expect(page.getByRole('option', { name: /Wilhelmina/ })).toBeVisible();
  await look(page, 'chat-names');
  await page.getByRole('textbox', { name: /^Message to/ }).fill('');
  await choose('Search in this chat');
  await page.getByRole('searchbox', { name: 'Search in this chat' }).fill('pot');
  await page.getByRole('search').getByRole('button', { name: /big/ }).click();
  await expect(log.getByText('Who brings the').first()).toBeInViewport();
  await look(page, 'chat-search');
  await page.getByRole('button', { name: '1 answer' }).first().click();
  await expect(page.getByRole('log', { name: 'Thread' }).getByText('Mine is too small.')).toBeVisible();
  await look(page, 'chat-thread');

  await arrive(page, `${at(group)}&about=1`);
  await expect(page.getByRole('heading', { name: 'People' })).toBeVisible();
  await look(page, 'chat-about', 2400);
  await page.getByText('Invite by link', { exact: true }).click();
  await choose('Make a link');
  await expect(page.getByRole('dialog').getByRole('img', { name: /QR code/ })).toBeVisible();
  await look(page, 'chat-link');
  await page.keyboard.press('Escape');
  await choose('Leave this chat');
  await look(page, 'chat-hand-over');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Leave this chat' })).toBeFocused();
  await choose('Delete for everybody');
  await look(page, 'chat-delete');
  await page.keyboard.press('Escape');

  await arrive(page, at(pair));
  await expect(page.getByRole('log').getByText('Only we two can read this.')).toBeVisible();
  await look(page, 'chat-pair');

  await arrive(page, '/chats/new');
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await look(page, 'chat-new');
});
