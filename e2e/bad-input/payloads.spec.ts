import { payloads } from '#lib/ui/payloads.fixture.ts';
import { article, expect, readingAs, test as base, type Reading } from './support/bad-input.ts';
import { expectClean } from './support/clean.ts';
import {
  at,
  card,
  literal,
  offer,
  PREFIXES,
  remembered,
  settleIn,
  somebodyIn,
  type Somebody
} from './support/crowd.ts';
import { IRIS, isPublicPlace } from './support/iris.ts';
import type { Neighbour } from '../../scripts/demo/neighbour.ts';
import { moveIn } from './support/neighbour.ts';
import { watch } from './support/watch.ts';
import { walk } from '../support/walk.ts';

// Half a pair of code units is no text that Turtle can hold.
// Longer ones are markdown.test.ts's business: a page of them is more than one document may have.
const TEXTS = payloads.filter((text) => text.isWellFormed() && text.length < 25_000);
const SHORT = TEXTS.filter((text) => text.length > 0 && text.length < 300);
const pick = <T>(all: readonly T[], n: number): T => all[n % all.length]!;
/** How many people ask to be friends, each with other payloads in every field. */
const ASKING = 99;
const NAME = '<img src=x onerror=alert(1)>';

interface Trap extends Reading {
  readonly letters: number;
  /** An address where nobody lives. */
  readonly nobody: string;
}
const test = base.extend<object, { trap: Trap }>({
  trap: [
    async ({ browser, place }, use) => {
      const paula = await moveIn(place.pods, 'Paula Page');
      const mallory = await moveIn(place.pods, 'Mallory Moor');
      for (const { house } of [paula, mallory]) house.sync.close();
      const pia = somebodyIn(mallory, 'pia', NAME);
      await settleIn(mallory, paula, pia);
      await mallory.put(pia.recent, wall(pia));
      await remembered(paula, [pia], 'friends');
      const people = Array.from({ length: ASKING }, (_, n) =>
        somebodyIn(mallory, `ask${n}`, pick(SHORT, n * 3))
      );
      for (let n = 0; n < ASKING; n += 8)
        await Promise.all(people.slice(n, n + 8).map((who, i) => dress(mallory, paula, who, n + i)));
      await remembered(paula, people, 'asking', (who) => literal(who.name));
      const letters = await Promise.all(Array.from({ length: 20 }, (_, n) => letter(mallory, paula, n * 7)));
      const reading = await readingAs(browser, place, paula);
      const nobody = `${mallory.space.publicTimeline}nobody.ttl#me`;
      await use({ ...reading, nobody, letters: letters.filter((posted) => posted).length });
      await reading.page.context().close();
    },
    { scope: 'worker', timeout: 180_000 }
  ]
});

/** A page of posts with a payload in every field of the page and of each post. */
function wall(who: Somebody): string {
  const posts = TEXTS.map((text, n) => {
    const iri = (k: number) => `<${pick(IRIS, n + k)}>`;
    const other = literal(pick(SHORT, n + 1));
    return `<#${n % 9 === 0 ? 'javascript:alert(1)-' : 'p'}${n}> a as:Note; as:content ${literal(text)}; as:mediaType ${n % 2 ? '"text/html"' : other};
      as:name ${other}; ${n % 5 === 0 ? `as:summary ${other};` : ''} as:tag ${iri(1)}; as:attachment ${iri(2)}; foaf:img ${iri(3)};
      as:to ${iri(5)}; as:url ${iri(6)}; as:icon ${iri(7)}; as:published ${at(n + 60)}; as:attributedTo <${who.webId}>.`;
  });
  // Answers are not in the feed; what they answer is an address like any other.
  const answers = IRIS.map(
    (iri, n) =>
      `<#a${n}> a as:Note; as:content "an answer"; as:inReplyTo <${iri}>; as:published ${at(n)}; as:attributedTo <${who.webId}>.`
  );
  const about = IRIS.slice(0, 100).map(
    (iri) => `<> as:items <${iri}>; as:partOf <${iri}>; as:next <${iri}>; as:url <${iri}>.`
  );
  const names = SHORT.slice(0, 100).map(
    (text) => `<> as:name ${literal(text)}; as:summary ${literal(text)}.`
  );
  return [PREFIXES, '<> a as:OrderedCollectionPage.', ...about, ...names, ...answers, ...posts].join('\n');
}

/** A card and a friend request with other payloads in every field. */
async function dress(host: Neighbour, reader: Neighbour, who: Somebody, n: number): Promise<void> {
  const iri = (k: number) => `<${pick(IRIS, n + k)}>`;
  const text = (k: number) => literal(pick(SHORT, n * 3 + k));
  const about = Array.from({ length: 12 }, (_, k) => pick(SHORT, n * 12 + k)).join('\n\n');
  const more = `vcard:note ${literal(about)}; vcard:hasPhoto ${iri(0)}; foaf:img ${iri(1)}; ldp:inbox ${iri(2)};
    pim:storage ${iri(3)}; solid:oidcIssuer ${iri(4)}; solid:publicTypeIndex ${iri(5)}; pim:preferencesFile ${iri(6)};
    solid:timeline ${iri(7)}; as:streams ${iri(8)}; foaf:knows ${iri(9)}; owl:sameAs ${iri(10)}; foaf:homepage ${iri(11)};
    foaf:nick ${text(1)}; schema:name ${text(2)}; vcard:role ${text(3)};`;
  await host.put(who.webId.split('#')[0]!, card(who, literal(who.name), more));
  const said = `dct:identifier ${text(4)}; as:content ${text(5)}; as:summary ${text(6)}; as:name ${text(7)};
    as:origin ${iri(12)}; as:result ${iri(13)}; as:url ${iri(14)};`;
  await host.put(
    `${who.storage}relationship.ttl`,
    `${offer(who, reader, said)}\n<${who.webId}> as:streams ${iri(15)}.`
  );
}

/**
 * A letter with payloads in every field; where it says it comes from is asked, so that is never another server here.
 * Answers whether the server took it.
 */
async function letter(from: Neighbour, to: Neighbour, n: number): Promise<boolean> {
  const nowhere = IRIS.filter((iri) => !isPublicPlace(iri));
  const iri = (k: number) => `<${pick(nowhere, n + k)}>`;
  const text = literal(pick(SHORT, n));
  const body = `${PREFIXES}<> a as:Offer; as:actor ${iri(0)}; as:origin ${iri(1)}; as:object ${iri(2)};
    as:content ${text}; as:summary ${text}; as:name ${text}; dct:identifier ${text}; as:published ${at(1)}.`;
  const headers = { 'content-type': 'text/turtle' };
  return (await from.fetch(to.space.inbox, { method: 'POST', headers, body })).ok;
}

test.describe.configure({ mode: 'default', timeout: 240_000 });

test('there are enough payloads', () => {
  expect(TEXTS.length).toBeGreaterThan(300);
  expect(IRIS.length).toBeGreaterThan(100);
});

test('posts: every payload is shown as words, and links lead nowhere but to web addresses', async ({
  trap: { page, watch }
}) => {
  await expect(article(page, 'pia says something calm')).toBeVisible({ timeout: 30_000 });
  const seen = new Set<string>();
  const hrefs: string[] = [];
  const script = article(page, '<script>alert(1)</script>');
  let shown = 0;
  // A high window, so that the way through some hundred posts has few stops.
  const usual = page.viewportSize()!;
  await page.setViewportSize({ width: usual.width, height: 4 * usual.height });
  await walk(page, async () => {
    const drawn = page.locator('article[data-post]');
    for (const id of await drawn.evaluateAll((all) => all.map((one) => one.getAttribute('data-post') ?? '')))
      seen.add(id);
    shown += await script.count();
    await page.evaluate(() => {
      for (const button of document.querySelectorAll<HTMLElement>('article button'))
        if (button.textContent?.trim() === 'Show it') button.click();
    });
    const links = page.locator('article .rich a');
    hrefs.push(...(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))));
    await expectClean(page, 'home');
  });
  await page.setViewportSize(usual);
  expect(seen.size).toBeGreaterThan(TEXTS.length - 20);
  expect(shown).toBeGreaterThan(0);
  expect(hrefs.length).toBeGreaterThan(20);
  for (const href of hrefs) expect(href).toMatch(/^https:\/\/|^http:\/\/localhost/);
  await expect(page.locator('.note')).toHaveCount(0);
  await watch.expectNothing();
});

test('the document behind a post: its source is shown as text', async ({ trap: { page, watch } }) => {
  // The story before ended far down: only what is near the screen is drawn, and going up draws the list anew.
  await page.evaluate(() => window.scrollTo(0, 0));
  await expect(page.getByRole('article').first()).toBeInViewport();
  await page.getByRole('article').first().getByRole('button', { name: /^More/ }).click();
  await page.getByRole('menuitem', { name: 'Look underneath' }).click();
  await expect(page.getByRole('dialog').getByText('as:content').first()).toBeVisible();
  await expectClean(page, 'look underneath');
  await page.keyboard.press('Escape');
  await watch.expectNothing();
});

test('friend requests and profiles: names, words and addresses of a hundred people stay words', async ({
  trap: { page, watch }
}) => {
  await page.getByRole('link', { name: /^People/ }).click();
  const main = page.getByRole('main');
  await expect(main.getByRole('button', { name: 'Say yes' })).toHaveCount(ASKING, { timeout: 45_000 });
  await expectClean(page, 'people');
  for (const n of [0, 33, 66, 98]) {
    await main.locator(`a[href*="ask${n}%2Fcard"]`).click();
    await expect(main.getByRole('button', { name: 'Say yes' })).toHaveCount(1);
    await expect(main.locator('.rich').first()).toBeVisible();
    await expectClean(page, `the page of ask${n}`);
    await page.getByRole('link', { name: /^People/ }).click();
  }
  await watch.expectNothing();
});

test('letters: they are counted, and nothing of them is shown', async ({
  trap: { page, letters, watch }
}) => {
  expect(letters).toBeGreaterThan(10);
  await page.getByRole('link', { name: /^People/ }).click();
  const tray = page.getByRole('main').getByText(/could not be checked/);
  await expect(tray).toBeVisible();
  await tray.click();
  await expectClean(page, 'letters');
  await watch.expectNothing();
});

test('an invitation link: names are words, and addresses that are none are refused', async ({
  browser,
  place,
  trap
}) => {
  const context = await browser.newContext({ baseURL: place.app });
  const seen = await watch(context, [place.app, place.pods]);
  const page = await context.newPage();
  const link = (id: string, name: string) =>
    `/i#${new URLSearchParams({ w: id, t: 'x'.repeat(24), n: name })}`;
  const follow = (id: string, name: string) =>
    page.evaluate((hash) => void (location.hash = hash), link(id, name).slice(3));
  // Nobody lives there, so the name in the link is the one that is shown.
  await page.goto(link(trap.nobody, 'a calm name'));
  await expect(page.getByRole('heading', { name: 'a calm name invites you' })).toBeVisible();
  for (const name of SHORT.slice(0, 120)) {
    await follow(trap.nobody, name);
    await expectClean(page, name);
  }
  await follow(trap.nobody, NAME);
  await expect(page.getByRole('heading', { name: `${NAME} invites you` })).toBeVisible();
  for (const iri of IRIS.filter((each) => !each.startsWith('http') && !each.includes('\\u'))) {
    await follow(iri, 'somebody');
    await expect(page.getByText('This invitation is not complete.'), iri).toBeVisible();
    await expectClean(page, iri);
  }
  await seen.expectNothing();
  await context.close();
});

test('addresses in the query: a sentence, and nothing is opened', async ({ trap: { page, watch } }) => {
  for (const [path, sentence] of [
    ['/u?id=javascript:alert(1)', 'No address was given.'],
    ['/post?u=javascript:alert(1)//https://x', 'This link does not lead to a post that can be opened.'],
    [
      '/post?u=data:text/html,<script>alert(1)</script>',
      'This link does not lead to a post that can be opened.'
    ],
    ['/post?u=https://user:secret@evil.example/x', 'This link does not lead to a post that can be opened.']
  ] as const) {
    await page.goto(path);
    await expect(page.getByText(sentence)).toBeVisible();
    // The reload asks the provider who is here, and comes back.
    await expect(page.getByText('Up to date')).toBeVisible();
    await expect(page.getByText(sentence)).toBeVisible();
    await expectClean(page, path);
    await watch.expectNothing();
  }
});
