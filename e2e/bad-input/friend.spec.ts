import type { Page } from '@playwright/test';
import { publish } from '#lib/posts/publish.ts';
import { article, expect, readingAs, test as base, type Reading } from './support/bad-input.ts';
import { post, PREFIXES, remembered, settleIn, somebodyIn, type Somebody } from './support/crowd.ts';
import { befriend } from '../../scripts/demo/befriend.ts';
import type { Neighbour } from '../../scripts/demo/neighbour.ts';
import { moveIn } from './support/neighbour.ts';
import { seek } from '../support/walk.ts';

const unread = (name: string) => `What ${name}’s space sends cannot be read.`;
const silent = (name: string) => `${name}’s space is not answering.`;
const unopened = (name: string) =>
  `What ${name} writes for friends opens to you when their app has seen your answer.`;
const none = () => undefined;

/** One friend each: their page of posts goes bad in this way, all else of theirs is honest. */
const CASES = [
  { key: 'large', title: 'a document of 50 MB', behaviour: '/large', says: unread },
  { key: 'announced', title: 'a document that says it has 50 MB', behaviour: '/announced', says: unread },
  { key: 'endless', title: 'an endless document', behaviour: '/endless', says: unread },
  { key: 'bomb', title: 'kilobytes that unpack to twenty megabytes', behaviour: '/bomb', says: unread },
  { key: 'malformed', title: 'malformed Turtle', behaviour: '/malformed', says: unread },
  { key: 'nested', title: 'four million brackets', behaviour: '/nested', says: unread },
  { key: 'crowded', title: 'sixty thousand statements', behaviour: '/crowded', says: unread },
  { key: 'webpage', title: 'a web page instead of a document', behaviour: '/page', says: unread },
  { key: 'loop', title: 'a redirect loop', behaviour: '/loop', says: unread },
  { key: 'inside', title: 'a redirect into a private network', behaviour: '/inside', says: unread },
  { key: 'cut', title: 'an answer that breaks off', behaviour: '/cut', says: unread },
  { key: 'reset', title: 'a connection that is cut', behaviour: '/reset', says: silent },
  { key: 'failing', title: 'a fault of their server (500)', behaviour: '/failing', says: silent },
  { key: 'forbidden', title: 'a refusal (403)', behaviour: '/forbidden', says: unopened },
  { key: 'missing', title: 'nothing there (404)', behaviour: '/missing', says: none },
  { key: 'silent', title: 'a server that never answers', behaviour: '/silent', says: silent },
  { key: 'drip', title: 'a document that drips and never ends', behaviour: '/drip', says: silent }
];
const NAMES: Record<string, string> = {
  later: 'Later Lee',
  forger: 'Forger Fay',
  card: 'Card Cox',
  gone: 'Gone Gil'
};
const nameOf = (key: string) => `${key[0]!.toUpperCase()}${key.slice(1)} Friend`;
const GRETA = 'The kettle is on, says Greta';

interface Street extends Reading {
  readonly mallory: Neighbour;
  readonly greta: Neighbour;
  readonly people: ReadonlyMap<string, Somebody>;
}

const test = base.extend<object, { street: Street }>({
  street: [
    async ({ browser, place }, use) => {
      const rita = await moveIn(place.pods, 'Rita Reed');
      const greta = await moveIn(place.pods, 'Greta Good');
      const mallory = await moveIn(place.pods, 'Mallory Moor');
      await befriend(greta.house, rita.house);
      await publish(greta.house, { text: GRETA, audience: 'friends' });
      await greta.house.allSent();
      for (const { house } of [rita, greta, mallory]) house.sync.close();
      const keys = [...CASES.map(({ key }) => key), ...Object.keys(NAMES)];
      const people = new Map(keys.map((key) => [key, somebodyIn(mallory, key, NAMES[key] ?? nameOf(key))]));
      await Promise.all([...people.values()].map((who) => settleIn(mallory, rita, who)));
      await remembered(rita, [...people.values()], 'friends');
      await forge(mallory, people.get('forger')!, greta);
      await pretend(mallory, rita, greta);
      for (const { key, behaviour } of CASES) place.gate.misbehave(people.get(key)!.recent, behaviour);
      place.gate.misbehave(people.get('card')!.webId, '/large');
      place.gate.misbehave(people.get('gone')!.storage, '/reset');
      const reading = await readingAs(browser, place, rita);
      await use({ ...reading, mallory, greta, people });
      await reading.page.context().close();
    },
    { scope: 'worker', timeout: 180_000 }
  ]
});

/** Mallory's page says that Greta wrote things, changes what she wrote, takes it back, and renames her. */
async function forge(mallory: Neighbour, forger: Somebody, greta: Neighbour): Promise<void> {
  const day = new Date().toISOString().slice(0, 10);
  const folder = `${greta.space.storage}social/friends/`;
  const page = await (await greta.fetch(greta.space.friendsRecent)).text();
  const id = new URL(/<([^>]*#p[^>]*)> a /.exec(page)?.[1] ?? '', greta.space.friendsRecent).href;
  expect(id, page).toContain(`${folder}${day.slice(0, 4)}/`);
  const me = forger.webId;
  await mallory.put(
    forger.recent,
    `${PREFIXES}
    ${post('#f1', greta.webId, 'FORGED in the forger’s space', 1)}
    ${post('#f2', me, 'FORGED by two', 1, `as:attributedTo <${greta.webId}>;`)}
    ${post(`${folder}${day.slice(0, 4)}/${day}.ttl#p01KAJFORGED0000000000000000`, greta.webId, 'FORGED in Greta’s folder', 1)}
    ${post(id, greta.webId, 'FORGED words for Greta’s post', 0)}
    ${post(`${id}x`, me, 'FORGED a post of mine in Greta’s space', 1)}
    <#d1> a as:Delete; as:actor <${me}>; as:object <${id}>; as:published "2099-01-01T00:00:00Z"^^xsd:dateTime.
    <#d2> a as:Delete; as:actor <${greta.webId}>; as:object <${id}>; as:published "2099-01-01T00:00:00Z"^^xsd:dateTime.
    <${id}> a as:Tombstone; as:deleted "2099-01-01T00:00:00Z"^^xsd:dateTime.
    <${greta.webId}> foaf:name "FORGED name"; vcard:fn "FORGED name"; owl:sameAs <${me}>.
    <#me> owl:sameAs <${greta.webId}>.`
  );
}

/** A letter in Rita's box that says it comes from Greta and ends the friendship. */
async function pretend(mallory: Neighbour, rita: Neighbour, greta: Neighbour): Promise<void> {
  const origin = `${mallory.space.publicTimeline}forger/undo.ttl#undo`;
  const body = `${PREFIXES}<> a as:Undo; as:actor <${greta.webId}>; as:target <${rita.webId}>;
    as:object <${origin}>; as:origin <${origin}>; as:published "2099-01-01T00:00:00Z"^^xsd:dateTime.`;
  const headers = { 'content-type': 'text/turtle' };
  const answer = await mallory.fetch(rita.space.inbox, { method: 'POST', headers, body });
  expect(answer.status).toBe(201);
}

const line = (page: Page, name: string) => page.locator('.note li').filter({ hasText: name });

test.describe.configure({ mode: 'default', timeout: 120_000 });

test('while many friends misbehave at once, all other posts are there, the page answers, and one note says so', async ({
  street: { page, people }
}) => {
  await seek(page, article(page, GRETA));
  await expect(page.getByText(/^\d+ friends cannot be read just now$/)).toHaveCount(1);
  await article(page, GRETA).getByRole('button', { name: /^More/ }).click({ timeout: 5_000 });
  await expect(page.getByRole('menuitem', { name: 'Look underneath' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'What do you want to say?' }).fill('I can still write');
  for (const { saying } of people.values())
    if (!/^(card|gone) /.test(saying)) await seek(page, article(page, saying));
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.getByText('Show who').click();
});

for (const { key, title, says } of CASES) {
  const sentence = says(nameOf(key));
  test(`${title}: ${sentence ? `“${sentence}”` : 'no note'}`, async ({ street: { page, people } }) => {
    const who = people.get(key)!;
    await seek(page, article(page, who.saying));
    await expect(article(page, `${key} says something first`)).toHaveCount(0);
    // A drip is given half a minute before it counts as no answer.
    if (sentence) await expect(line(page, who.name)).toHaveText(sentence, { timeout: 45_000 });
    else await expect(line(page, who.name)).toHaveCount(0);
  });
}

test('a forged author: nothing is shown, and what Greta wrote stays as she wrote it', async ({
  street: { page, people, greta }
}) => {
  await seek(page, article(page, people.get('forger')!.saying));
  await expect(page.getByText('FORGED')).toHaveCount(0);
  await seek(page, article(page, GRETA).getByRole('link', { name: greta.name }));
  await expect(line(page, 'Forger Fay')).toHaveCount(0);
});

test('a forged letter: one message that could not be checked, and Greta is still a friend', async ({
  street: { page }
}) => {
  await page.getByRole('link', { name: 'People', exact: true }).click();
  const main = page.getByRole('main');
  await expect(main.getByText('1 message could not be checked')).toBeVisible();
  await expect(main.getByRole('link', { name: /Greta Good/ })).toBeVisible();
  await expect(main.getByText('Earlier')).toHaveCount(0);
});

test('a whole space that does not answer, a card of 50 MB: dimmed rows under the names that are remembered', async ({
  street: { page }
}) => {
  const main = page.getByRole('main');
  for (const name of ['Gone Gil', 'Card Cox'])
    await expect(main.locator('.person').filter({ hasText: name })).toContainText('out of reach just now');
  await main.getByRole('link', { name: 'Gone Gil' }).click();
  await expect(main.getByText('Their space does not answer just now. Try again in a moment.')).toBeVisible();
  await page.getByRole('link', { name: 'Home', exact: true }).click();
});

test('malformed Turtle in what was read before: the last good post stays, and the note says from when', async ({
  street: { page, people, mallory }
}) => {
  const later = people.get('later')!;
  await seek(page, article(page, 'later says something first'));
  await mallory.put(later.recent, '@prefix : <#>. :a :b "never closed');
  // A minute later: what was read a moment ago would not be asked for again.
  await page.evaluate(() => {
    const now = Date.now;
    Date.now = () => now() + 60_000;
  });
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await expect(page.locator('.note details')).toBeVisible();
  await page.getByText('Show who').click();
  await expect(line(page, later.name)).toHaveText(
    /^What Later Lee’s space sends cannot be read; you see what was there at \d.*\.$/
  );
  await seek(page, article(page, 'later says something first'));
});

test('in all of this nothing ran, and nobody else was asked', async ({ street: { watch } }) =>
  // Browsers follow redirects unseen; the one into this machine is stopped by the page's policy.
  watch.expectNothing(/inside\/recent\.ttl|\[::1\]:9/));

test('a link to a forged post: “This is not what it says it is.”', async ({ street: { page, people } }) => {
  await page.goto(`/post?u=${encodeURIComponent(`${people.get('forger')!.recent}#f1`)}`);
  await expect(page.getByText('This is not what it says it is.')).toBeVisible();
  await expect(page.getByText('FORGED')).toHaveCount(0);
});
