import type { Locator } from '@playwright/test';
import { expect, readingAs, test } from './bad-input/support/bad-input.ts';
import { moveIn } from './bad-input/support/neighbour.ts';
import { longTalk } from './support/long-talk.ts';

// Seven hundred messages of five days: few are drawn, none is missing or there twice, and what is read stays in its place.

const [DAYS, EACH] = [5, 140];
const LAST = DAYS * EACH - 1;

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
  place
}) => {
  test.setTimeout(400_000);
  const writer = await moveIn(place.pods, 'Longwriter Lind');
  const reader = await moveIn(place.pods, 'Longreader Lund');
  const { chat } = await longTalk(
    { writer, reader },
    { days: DAYS, each: EACH, read: LAST - 12, answers: 240 }
  );
  reader.house.sync.close();
  const { page } = await readingAs(browser, place, reader);
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
  await page.context().close();
  writer.house.sync.close();
});

test('where more is new than is read at first, the oldest of it is a press away', async ({
  browser,
  place
}) => {
  test.setTimeout(200_000);
  const writer = await moveIn(place.pods, 'Absentwriter Lind');
  const reader = await moveIn(place.pods, 'Absentreader Lund');
  const { chat } = await longTalk({ writer, reader }, { days: 6, each: 30, read: 20, answers: 3 });
  reader.house.sync.close();
  const { page } = await readingAs(browser, place, reader);
  const oldest = page.getByRole('button', { name: 'To the oldest new message' });
  const log = page.getByRole('log', { name: /A long talk/ });
  // Who leaves without having seen the oldest finds it again: what was skipped is not read.
  for (const _ of [1, 2]) {
    await page.goto(`/chats/view?c=${encodeURIComponent(chat)}`);
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
