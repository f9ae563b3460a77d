import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { freePort } from '../bench/servers/free-port.ts';
import { killable, type Killable } from '../faults/real/killable.ts';
import { serveApp } from '../scripts/serve/serve-app.mjs';
import { ON_DEVICE, Person } from './support/person.ts';
import { watch } from './support/strangers.ts';
import { act, box, goToPerson, joinIn, liveAsFriends, message, say, SOON, texts } from './support/talk.ts';
import { expect, root, test as base, type World } from './support/world.ts';

interface House {
  readonly world: World;
  readonly server: Killable;
  /** A browser with a memory of its own on the disk: it can be closed and opened again. */
  browse(): Promise<BrowserContext>;
}

const test = base.extend<{ house: House }>({
  house: async ({ playwright, launchOptions }, use) => {
    const scratch = await mkdtemp(join(tmpdir(), 'hearth-killed-'));
    const port = await freePort();
    const [url, data] = [`http://localhost:${port}/`, join(scratch, 'data')];
    const server = killable(root, { port, url, data });
    await server.start();
    const app = await serveApp({ folder: join(root, 'build'), port: 0, pods: url });
    const open: BrowserContext[] = [];
    await use({
      world: { app: app.url, pods: url, data },
      server,
      async browse() {
        const viewport = { width: 1280, height: 800 };
        const options = { ...launchOptions, ...ON_DEVICE, baseURL: app.url, viewport };
        const context = await playwright.chromium.launchPersistentContext(join(scratch, 'profile'), options);
        open.push(context);
        return context;
      }
    });
    for (const context of open) await context.close();
    await app.stop();
    await server.kill();
    await rm(scratch, { recursive: true, force: true, maxRetries: 9, retryDelay: 200 });
  }
});

test('sent offline, the browser closed, the server killed: each message arrives once', async ({
  browser,
  house
}) => {
  test.setTimeout(240_000);
  const { world, server } = house;
  const first = await house.browse();
  let mona = await Person.in(first, 'Mona Cellar', world);
  const nils = await Person.at(browser, 'Nils Cellar', world);
  /** Whoever asks while the server is away asks again after a while (sync/backoff.ts). */
  const LATER = { timeout: 60_000 };
  const day = async () =>
    ((await message(nils.page, 'Good evening').getAttribute('data-message')) ?? '').split('#')[0] ?? '';
  const once = async (text: string) => {
    const own = await nils.ownFetch();
    const written = await (await own(await day())).text();
    expect(written.split(text).length - 1, `${text} in ${written}`).toBe(1);
  };

  await test.step('two friends talk', async () => {
    await liveAsFriends(mona, nils);
    await goToPerson(mona, nils);
    await mona.page.getByRole('button', { name: 'Message', exact: true }).click();
    await say(mona.page, 'Good evening');
    await mona.signedIn();
    await joinIn(nils);
    await expect(message(nils.page, 'Good evening')).toBeVisible(SOON);
    await say(nils.page, 'Hello yourself');
    await expect(message(mona.page, 'Hello yourself')).toBeVisible(SOON);
    await mona.signedIn();
    await nils.signedIn();
  });
  const address = mona.page.url();

  await test.step('she writes, changes and answers without a network; her browser ends, the server is killed', async () => {
    await first.setOffline(true);
    await say(mona.page, 'From the cellar');
    await box(mona.page).press('ArrowUp');
    await expect(mona.page.getByText('Edit your message')).toBeVisible();
    await say(mona.page, 'From the deep cellar');
    await act(mona.page, 'Hello yourself', 'React');
    await mona.page.getByRole('button', { name: 'React with 👍' }).click();
    await expect(message(mona.page, 'Hello yourself').getByRole('button', { name: /👍/ })).toBeVisible();
    await first.close();
    await server.kill();
  });

  await test.step('both are back: everything arrives once', async () => {
    await server.start();
    mona = await Person.in(await house.browse(), mona.name, world);
    await mona.page.goto(address);
    await expect(message(mona.page, 'From the deep cellar')).toHaveCount(1);
    await expect(message(nils.page, 'From the deep cellar')).toHaveCount(1, LATER);
    await expect(message(nils.page, 'Hello yourself').getByRole('button', { name: /👍/ })).toBeVisible(LATER);
    await expect(mona.page.getByText('Up to date')).toBeVisible(LATER);
    await once('"From the deep cellar"');
    await once('"From the cellar"');
    // In SolidOS's form: a thumb is agreement.
    await once('AgreeAction>');
  });

  await test.step('killed while it takes a message: once all the same', async () => {
    const taken = mona.page.waitForRequest(
      (request) => request.method() === 'PATCH' && /chat\.ttl$/.test(request.url())
    );
    await say(mona.page, 'Are you there?');
    await taken;
    await server.kill();
    await server.start();
    await expect(message(nils.page, 'Are you there?')).toHaveCount(1, LATER);
    await expect(mona.page.getByText('Up to date')).toBeVisible(LATER);
    await once('"Are you there?"');
    const all = ['Good evening', 'Hello yourself', 'From the deep cellar', 'Are you there?'];
    for (const { page } of [mona, nils]) await expect.poll(() => texts(page), SOON).toEqual(all);
    await nils.goTo(nils.page.url());
    await expect.poll(() => texts(nils.page), SOON).toEqual(all);
  });
  await test.step('the browser ends in the middle of a deletion: nobody reads what is left, and it is seen to its end', async () => {
    const [index = ''] = (new URL(address).searchParams.get('c') ?? '').split('#');
    const folder = index.replace('index.ttl', '');
    const places = [folder, index, await day()];
    const [his, hers] = [await nils.ownFetch(), await mona.ownFetch()];
    for (const place of places) expect((await his(place)).status, place).toBe(200);
    const context = mona.page.context();
    let removals = 0;
    // The first is done, the others never arrive.
    await context.route(`${folder}**`, async (route) => {
      if (route.request().method() !== 'DELETE' || ++removals === 1) await route.continue();
    });
    await mona.goTo(`${address}&about=1`);
    await mona.page.getByRole('button', { name: 'Delete for everybody' }).click();
    await mona.page.getByRole('dialog').getByRole('button', { name: 'Delete for everybody' }).click();
    await expect.poll(() => removals, SOON).toBeGreaterThan(1);
    await context.close();
    expect((await hers(folder)).status).toBe(200);
    const others = watch(places, [his, fetch]);
    mona = await Person.in(await house.browse(), mona.name, world);
    await mona.page.goto('/chats');
    await expect.poll(async () => (await hers(folder)).status, LATER).toBe(404);
    await others.stop();
    expect([...others.seen].filter((line) => !/^40[13] /.test(line))).toEqual([]);
    await expect(mona.page.getByText('Up to date')).toBeVisible(LATER);
    await expect(mona.page.getByRole('link', { name: /Nils Cellar/ })).toHaveCount(0);
    await expect(nils.page.getByText(/it was deleted, or you are not in it/)).toBeVisible(LATER);
  });
  await nils.page.context().close();
});
