import type { Browser } from '@playwright/test';
import { ON_DEVICE, Person } from './support/person.ts';
import { expect, test, type World } from './support/world.ts';

// One person at two browsers, who changes the same post on both while they cannot know of each other.
const AT_NOON = 'Soup at noon';
/** More than a note should be tall, and a word that fits no line. */
const LONG = `${'It was far too hot to eat. '.repeat(60)}${'x'.repeat(200)}`;
const ORDERS = [
  [0, 1],
  [1, 0]
] as const;

/** The same person at two browsers; both show the post. */
async function twice(browser: Browser, name: string, world: World): Promise<[Person, Person]> {
  const first = await Person.at(browser, name, world, ON_DEVICE);
  await first.live();
  await first.post(AT_NOON, 'Everyone');
  const second = await Person.at(browser, name, world, ON_DEVICE);
  await second.comeHome();
  for (const person of [first, second]) {
    await person.goHome();
    await expect(person.article(AT_NOON)).toBeVisible();
  }
  return [first, second];
}

async function away(person: Person): Promise<void> {
  await person.page.context().setOffline(true);
  await expect(person.page.getByText('Offline', { exact: false }).first()).toBeVisible();
}

async function back(person: Person): Promise<void> {
  await person.page.context().setOffline(false);
  await person.signedIn();
}

async function change(person: Person, text: string): Promise<void> {
  await person.menu(AT_NOON, 'Change');
  const sheet = person.page.getByRole('dialog');
  await sheet.getByRole('textbox').fill(text);
  await sheet.getByRole('button', { name: 'Save' }).click();
  await expect(person.article(text)).toBeVisible();
}

const note = (person: Person) => person.page.getByText('Your other device changed this at the same time');

/** The post itself; the text that lost is quoted below it. */
const says = (person: Person, text: string) => person.page.locator('article .rich').filter({ hasText: text });

/** All of them, after a page load, show this text of the post and no other. */
async function all(persons: readonly Person[], text: string, other: string): Promise<void> {
  for (const person of persons) {
    await person.goHome();
    await expect(says(person, text)).toHaveCount(1);
    await expect(says(person, other)).toHaveCount(0);
  }
}

const close = (persons: readonly Person[]) =>
  Promise.all(persons.map((person) => person.page.context().close()));

for (const order of ORDERS) {
  const which = order[0] === 0 ? 'older' : 'newer';
  test(`two texts, and the ${which} arrives first: one on both, the other can be used`, async ({
    browser,
    world
  }) => {
    test.setTimeout(180_000);
    const both = await twice(browser, `Twin ${which}`, world);
    const texts = [`Soup at one. ${LONG}`, 'Soup at two'] as const;
    for (const person of both) await away(person);
    for (const [n, person] of both.entries()) await change(person, texts[n]!);
    for (const n of order) await back(both[n]!);
    await all(both, texts[1], texts[0]);

    // Who came second knew both.
    const [early, late] = [both[order[0]]!, both[order[1]]!];
    await expect(note(late)).toHaveCount(1);
    await expect(late.page.getByRole('blockquote')).toHaveText(texts[0]);
    await expect(note(early)).toHaveCount(0);

    await late.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await late.page.getByRole('button', { name: 'Copy', exact: true }).click();
    await expect(late.page.getByText('Copied.')).toBeVisible();
    expect(await late.page.evaluate(() => navigator.clipboard.readText())).toBe(texts[0]);
    await late.page.getByRole('button', { name: 'Use this one instead' }).click();
    await expect(note(late)).toHaveCount(0);
    await late.signedIn();
    await all(both, texts[0], texts[1]);
    for (const person of both) await expect(note(person)).toHaveCount(0);
    await close(both);
  });
}

test('one of them is away while the other changes it: the text that lost can be dropped for good', async ({
  browser,
  world
}) => {
  test.setTimeout(180_000);
  const both = await twice(browser, 'Twin away', world);
  const [first, second] = both;
  await away(first);
  await change(first, 'Soup at one');
  await change(second, 'Soup at two');
  await second.signedIn();
  await back(first);
  await all(both, 'Soup at two', 'Soup at one');
  await expect(first.page.getByRole('blockquote')).toHaveText('Soup at one');
  await first.page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(note(first)).toHaveCount(0);
  await all(both, 'Soup at two', 'Soup at one');
  await expect(note(first)).toHaveCount(0);
  await close(both);
});

for (const order of ORDERS) {
  const which = order[0] === 0 ? 'edit' : 'deletion';
  test(`a text and a deletion, and the ${which} arrives first: it stays deleted, its words are kept`, async ({
    browser,
    world
  }) => {
    test.setTimeout(180_000);
    const both = await twice(browser, `Gone ${which}`, world);
    const [editor, remover] = both;
    for (const person of both) await away(person);
    await remover.menu(AT_NOON, 'Delete');
    await expect(remover.article(AT_NOON)).toHaveCount(0);
    // The newer of the two, and still it does not stand.
    await change(editor, 'Soup at one');
    for (const n of order) await back(both[n]!);
    for (const person of both) {
      await person.goHome();
      await expect(person.page.getByRole('article').filter({ hasText: 'Soup' })).toHaveCount(0);
    }
    const [early, late] = [both[order[0]]!, both[order[1]]!];
    const gone = (person: Person) =>
      person.page.getByText('A post was changed on one of your devices and deleted on another');
    await expect(gone(late)).toHaveCount(1);
    await expect(gone(early)).toHaveCount(0);
    await expect(late.page.getByRole('blockquote')).toHaveText('Soup at one');
    await late.page.getByRole('button', { name: 'Put it in the box for new posts' }).click();
    await expect(gone(late)).toHaveCount(0);
    await expect(late.page.getByRole('textbox', { name: 'What do you want to say?' })).toHaveValue(
      'Soup at one'
    );
    await close(both);
  });
}

test('two names given at the same time: the other one is shown where names are changed', async ({
  browser,
  world
}) => {
  test.setTimeout(180_000);
  const both = await twice(browser, 'Twin named', world);
  const field = (person: Person) => person.page.getByLabel('Your name');
  for (const person of both) {
    await person.goTo('/settings/profile');
    await expect(field(person)).toHaveValue('Twin named');
    await away(person);
  }
  for (const [n, person] of both.entries()) {
    await field(person).fill(`Twin ${n}`);
    await person.page.getByRole('button', { name: 'Save' }).click();
    await expect(person.page.getByText('Saved.')).toBeVisible();
  }
  for (const person of both) await back(person);
  const [, late] = both;
  await late.goTo('/settings/profile');
  await expect(field(late)).toHaveValue('Twin 1');
  await expect(note(late)).toHaveCount(1);
  await expect(late.page.getByRole('blockquote')).toHaveText('Twin 0');
  await late.page.getByRole('button', { name: 'Use this one instead' }).click();
  await expect(note(late)).toHaveCount(0);
  await expect(field(late)).toHaveValue('Twin 0');
  await close(both);
});
