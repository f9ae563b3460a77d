import type { Page, WebSocketRoute } from '@playwright/test';
import { Person } from './support/person.ts';
import { expect, test } from './support/world.ts';

/** Far below the minute after which an open page asks by itself. */
const SOON = { timeout: 10_000 };

/** A page's sockets, in somebody else's hand. To be set up before the page is opened. */
async function sockets(page: Page) {
  let down = false;
  const open = new Set<WebSocketRoute>();
  await page.routeWebSocket(/\.notifications\//, (socket) => {
    if (down) return void socket.close({ code: 1011 });
    const server = socket.connectToServer();
    open.add(socket);
    socket.onClose(() => {
      open.delete(socket);
      void server.close();
    });
  });
  return {
    get count() {
      return open.size;
    },
    async cut() {
      down = true;
      for (const socket of [...open]) {
        open.delete(socket);
        await socket.close({ code: 1011 });
      }
    },
    restore: () => void (down = false)
  };
}

/** Everything that is asked of a server for a new channel. */
function subscriptions(page: Page): string[] {
  const made: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/.notifications/')) made.push(request.url());
  });
  return made;
}

test('what friends do reaches an open page by itself', async ({ browser, world }) => {
  test.setTimeout(240_000);
  const alice = await Person.at(browser, 'Alice Awake', world);
  const bob = await Person.at(browser, 'Bob Busy', world);
  const lines = await sockets(alice.page);
  const made = subscriptions(alice.page);
  let loads = 0;

  await test.step('both are here, and Alice leaves her page open', async () => {
    await alice.live();
    await alice.goTo('/people');
    await bob.live();
    await expect.poll(() => lines.count, SOON).toBeGreaterThan(0);
    alice.page.on('load', () => loads++);
  });

  await test.step('a friend request arrives while she looks', async () => {
    await bob.goTo(`/u?id=${encodeURIComponent(alice.webId)}`);
    await bob.page.getByRole('button', { name: 'Ask to be friends' }).click();
    await bob.signedIn();
    await expect(alice.page.getByRole('heading', { name: 'They ask to be friends' })).toBeVisible(SOON);
    await alice.page.getByRole('button', { name: 'Say yes' }).click();
  });

  await test.step('and her yes reaches him', async () => {
    await expect(bob.page.getByText(/^You are friends/)).toBeVisible(SOON);
    await bob.signedIn();
    await alice.signedIn();
    // His page says so before his space lets her in; whoever is refused asks again only after a minute.
    const hers = await alice.ownFetch();
    await expect.poll(async () => (await hers(`${bob.storage}social/friends/`)).status, SOON).toBe(200);
    expect(loads).toBe(0);
  });

  const document = await test.step('a post, its edit and its deletion arrive by themselves', async () => {
    await bob.goHome();
    await bob.post('Before anybody listens');
    await alice.goHome();
    await expect(alice.article('Before anybody listens')).toBeVisible();
    // Her inbox, her two pages, and his two.
    await expect.poll(() => lines.count, SOON).toBe(5);
    loads = 0;
    await bob.post('Soup at six');
    await expect(alice.article('Soup at six')).toBeVisible(SOON);
    await change(bob, 'Soup at six', 'Soup at seven');
    await expect(alice.article('Soup at seven')).toBeVisible(SOON);
    await expect(alice.article('Soup at six')).toHaveCount(0);
    const address = await bob.addressOf('Soup at seven');
    await bob.menu('Soup at seven', 'Delete');
    await expect(alice.article('Soup at seven')).toHaveCount(0, SOON);
    await bob.signedIn();
    return address.split('#')[0] ?? '';
  });

  await test.step('with the socket cut in between, nothing is missed', async () => {
    await lines.cut();
    await bob.post('While nobody heard');
    await bob.post('And one to take back');
    await bob.menu('And one to take back', 'Delete');
    await bob.signedIn();
    expect(lines.count).toBe(0);
    lines.restore();
    await expect(alice.article('While nobody heard')).toBeVisible({ timeout: 30_000 });
    await expect(alice.article('And one to take back')).toHaveCount(0);
    await expect.poll(() => lines.count, { timeout: 30_000 }).toBe(5);
    for (const text of ['Heard again', 'and again', 'and once more']) {
      await bob.post(text);
      await expect(alice.article(text)).toBeVisible(SOON);
    }
    expect(loads).toBe(0);
  });

  await test.step('a reload takes the channels up again', async () => {
    expect(made.length).toBeGreaterThan(0);
    made.length = 0;
    await alice.goHome();
    await expect.poll(() => lines.count, SOON).toBe(5);
    await bob.post('After the reload');
    await expect(alice.article('After the reload')).toBeVisible(SOON);
    expect(made).toEqual([]);
  });

  await test.step('a post on its own page follows its own document', async () => {
    const address = await alice.addressOf('Heard again');
    expect(address.startsWith(document)).toBe(true);
    await alice.page.goto(`/post?u=${encodeURIComponent(address)}`);
    await alice.signedIn();
    await expect.poll(() => lines.count, SOON).toBe(6);
    await change(bob, 'Heard again', 'Heard in another way');
    await expect(alice.article('Heard in another way')).toBeVisible(SOON);
  });
  await alice.page.context().close();
  await bob.page.context().close();
});

async function change(person: Person, text: string, into: string): Promise<void> {
  await person.menu(text, 'Change');
  const dialog = person.page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(into);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(person.article(into)).toBeVisible();
  await person.signedIn();
}
