import type { Locator } from '@playwright/test';
import { send } from '../src/lib/chats/send.ts';
import { readingAs } from './bad-input/support/bad-input.ts';
import { moveIn } from './bad-input/support/neighbour.ts';
import { longTalk } from './support/long-talk.ts';
import { SOON } from './support/talk.ts';
import { expect, test } from './support/world.ts';

// Seven hundred messages of five days: few are drawn, none is missing or there twice, and what is read stays in its place.

const [DAYS, EACH] = [5, 140];
const LAST = DAYS * EACH - 1;

/** The first message that begins in the window: its number, and how far below the window's top (CSS px). */
const readNow = (log: Locator) =>
  log.evaluate((box) => {
    const edge = box.getBoundingClientRect().top;
    const all = [...box.querySelectorAll('article')].map((article) => ({
      number: Number(/Note (\d+)\./.exec(article.querySelector('.rich')!.textContent)?.[1]),
      top: article.getBoundingClientRect().top - edge
    }));
    return all.find(({ top }) => top >= 0)!;
  });

const note = (log: Locator, number: number) =>
  log
    .getByRole('article')
    .filter({ has: log.page().locator('.rich', { hasText: new RegExp(`Note ${number}\\.`) }) });

/**
 * Reads in steps of `by` CSS px until `isEnd`. Answers the numbers that were seen, in the order they came into sight,
 * how far anything moved by itself, and how many were drawn at most.
 */
function walk(log: Locator, by: number, end: number) {
  return log.evaluate(
    async (box, { by, end }) => {
      // Until it is painted: what grew meanwhile is put right before that.
      const frame = () => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(() => done())));
      const numberOf = (article: Element) =>
        Number(/Note (\d+)\./.exec(article.querySelector('.rich')!.textContent)?.[1]);
      const articles = () => [...box.querySelectorAll('article')];
      const seen: number[] = [];
      const faults: string[] = [];
      let [moved, most, still] = [0, 0, 0];
      while (seen.at(-1) !== end && still < 600) {
        const before = box.scrollTop;
        // The first look is at where it stands.
        if (seen.length > 0) box.scrollTop += by;
        still = seen.length > 0 && box.scrollTop === before ? still + 1 : 0;
        const edge = box.getBoundingClientRect();
        const read = articles().find((each) => each.getBoundingClientRect().top >= edge.top);
        const top = read?.getBoundingClientRect().top;
        for (let frames = 0; frames < 3; frames++) await frame();
        const shift = read?.isConnected ? Math.abs(read.getBoundingClientRect().top - top!) : 0;
        if (shift > 1) faults.push(`${numberOf(read!)} moved by ${shift} px at ${box.scrollTop}`);
        moved = Math.max(moved, shift);
        if (read?.isConnected === false) faults.push(`${numberOf(read)} was taken away while it was read`);
        const all = articles();
        most = Math.max(most, all.length);
        const numbers = all.map(numberOf);
        numbers.forEach((number, at) => {
          if (at > 0 && number !== numbers[at - 1]! + 1) faults.push(`${numbers[at - 1]} before ${number}`);
        });
        const inSight = all.filter((each) => {
          const { top, bottom } = each.getBoundingClientRect();
          return bottom > edge.top && top < edge.bottom;
        });
        for (const each of by > 0 ? inSight : inSight.reverse())
          if (!seen.includes(numberOf(each))) seen.push(numberOf(each));
      }
      return { seen, faults, moved, most };
    },
    { by, end }
  );
}
const upTo = (last: number) => Array.from({ length: last + 1 }, (_, n) => n);

test('a long conversation is read up and down, and what is read stays in its place', async ({
  browser,
  world
}) => {
  test.setTimeout(400_000);
  const writer = await moveIn(world.pods, 'Longwriter Lind');
  const reader = await moveIn(world.pods, 'Longreader Lund');
  const { chat } = await longTalk(
    { writer, reader },
    { days: DAYS, each: EACH, read: LAST - 12, answers: 240 }
  );
  reader.house.sync.close();
  const { page } = await readingAs(browser, world, reader);
  const open = async (more = '') => {
    await page.goto(`/chats/view?c=${encodeURIComponent(chat)}${more}`);
    await expect(page.getByRole('article').first()).toBeVisible({ timeout: 30_000 });
  };
  const log = page.getByRole('log', { name: /A long talk/ });
  const newest = page.getByRole('button', { name: /^To the newest/ });

  await test.step('it opens at the oldest that is new', async () => {
    await open();
    await expect(log.getByText('New', { exact: true })).toBeInViewport();
    await expect(note(log, LAST - 11)).toBeInViewport();
  });

  await test.step('up to its beginning', async () => {
    await newest.click();
    await expect(note(log, LAST)).toBeInViewport();
    const up = await walk(log, -400, 0);
    console.log(`up: ${up.seen.length} seen, moved ${up.moved.toFixed(3)} px, ${up.most} drawn at most`);
    expect(up.faults).toEqual([]);
    expect(up.seen).toEqual(upTo(LAST).reverse());
    expect(up.moved).toBeLessThanOrEqual(1);
    expect(up.most).toBeLessThanOrEqual(80);
    await expect(log.getByText('This is where the chat begins.')).toBeAttached();
  });

  await test.step('and down again', async () => {
    const down = await walk(log, 400, LAST);
    console.log(
      `down: ${down.seen.length} seen, moved ${down.moved.toFixed(3)} px, ${down.most} drawn at most`
    );
    expect(down.faults).toEqual([]);
    expect(down.seen).toEqual(upTo(LAST));
    expect(down.moved).toBeLessThanOrEqual(1);
    expect(down.most).toBeLessThanOrEqual(80);
  });

  await test.step('to a quoted message far away, on a page that has not read it yet', async () => {
    await open();
    // It opens where it was read.
    await log.press('End');
    await note(log, LAST)
      .getByRole('button', { name: /Note 240/ })
      .click();
    await expect(note(log, 240)).toBeInViewport();
    await expect(note(log, 240)).toBeFocused();
  });

  await test.step('what comes meanwhile moves nothing, and is a press away', async () => {
    const before = await readNow(log);
    await send(writer.house, chat, { text: `Note ${LAST + 1}. Are you there?` });
    await writer.house.allSent();
    await expect(newest).toHaveText(/1 new message/, SOON);
    const { number, top } = await readNow(log);
    expect(number).toBe(before.number);
    expect(Math.abs(top - before.top)).toBeLessThanOrEqual(1);
    await newest.click();
    await expect(note(log, LAST + 1)).toBeInViewport();
    await expect(newest).toBeHidden();
  });

  await test.step('to a search hit far away', async () => {
    await page.getByRole('button', { name: 'Search in this chat' }).click();
    await page.getByRole('searchbox', { name: 'Search in this chat' }).fill('Note 510.');
    await page
      .getByRole('search')
      .getByRole('button', { name: /Note 510/ })
      .click();
    await expect(note(log, 510)).toBeInViewport();
    await expect(note(log, 510)).toBeFocused();
  });

  await test.step('by keyboard from message to message, also where nothing is drawn yet', async () => {
    for (let number = 509; number > 480; number--) {
      await page.keyboard.press('ArrowUp');
      await expect(note(log, number)).toBeFocused();
      await expect(note(log, number)).toBeInViewport();
    }
    await log.evaluate((box) => (box.scrollTop += 4_000));
    await expect(note(log, 481)).not.toBeInViewport();
    await expect(note(log, 481)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(note(log, 482)).toBeFocused();
    await expect(note(log, 482)).toBeInViewport();
  });

  await test.step('a reload finds the place again', async () => {
    const { number, top } = await readNow(log);
    await page.reload();
    await expect(note(log, number)).toBeInViewport({ timeout: 30_000 });
    await expect.poll(async () => Math.abs((await readNow(log)).top - top)).toBeLessThanOrEqual(1);
  });
  await page.context().close();
  writer.house.sync.close();
});

test('where more is new than is read at first, the oldest of it is a press away', async ({
  browser,
  world
}) => {
  test.setTimeout(200_000);
  const writer = await moveIn(world.pods, 'Absentwriter Lind');
  const reader = await moveIn(world.pods, 'Absentreader Lund');
  const { chat } = await longTalk({ writer, reader }, { days: 6, each: 30, read: 20, answers: 3 });
  reader.house.sync.close();
  const { page } = await readingAs(browser, world, reader);
  const oldest = page.getByRole('button', { name: 'To the oldest new message' });
  const newest = page.getByRole('button', { name: /^To the newest/ });
  const log = page.getByRole('log', { name: /A long talk/ });
  // Who leaves without having seen the oldest finds it again: what was skipped is not read.
  for (const _ of [1, 2]) {
    await page.goto(`/chats/view?c=${encodeURIComponent(chat)}`);
    // It opens at the oldest new one that is here: what is new goes on below, and further back above.
    await expect(log.getByText('New', { exact: true })).toBeInViewport();
    await expect(newest).toBeVisible();
    await expect(oldest).toBeVisible();
    await log.press('End');
    await expect(note(log, 179)).toBeInViewport();
    await page.getByRole('link', { name: 'Home' }).first().click();
    await expect(page).toHaveURL(/\/home$/);
    await expect(page.getByText('Up to date')).toBeVisible();
  }
  await page.goto(`/chats/view?c=${encodeURIComponent(chat)}`);
  await oldest.click();
  await expect(log.getByText('New', { exact: true })).toBeInViewport();
  await expect(note(log, 21)).toBeInViewport();
  await expect(oldest).toHaveCount(0);
  await page.context().close();
  writer.house.sync.close();
});
