import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { listen } from '../../scripts/serve/listen.mjs';
import { test as base, type World } from '../support/world.ts';

/** The folder with SolidOS's databrowser (`npm run interop` fetches it). */
export const MASHLIB = process.env.HEARTH_MASHLIB;

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** SolidOS's databrowser, served from loopback, with no way to any other machine. */
export const test = base.extend<object, { solidos: string }>({
  solidos: [
    async ({ browserName: _ }, use) => {
      const server = await listen(
        (request, response) => {
          const name = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
          readFile(join(MASHLIB ?? '', name)).then(
            (body) =>
              response
                .writeHead(200, { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream' })
                .end(body),
            () => response.writeHead(404).end()
          );
        },
        { port: 0 }
      );
      await use(`http://localhost:${server.port}/browse.html`);
      await server.stop();
    },
    { scope: 'worker' }
  ]
});

/** One line of a chat as SolidOS draws it. */
export interface Row {
  readonly who: string;
  readonly text: string;
  readonly isRed: boolean;
}

/** Somebody at SolidOS's databrowser. */
export class SolidOs {
  /** What it says of signatures: it draws nothing of them but red rows for messages without one. */
  readonly warnings: string[] = [];
  readonly page: Page;
  private readonly home: string;
  private me = '';

  private constructor(page: Page, home: string) {
    this.page = page;
    this.home = home;
    page.on('console', (message) => {
      if (/is unsigned|invalid signature|missing publicKey|invalid publicKey/.test(message.text()))
        this.warnings.push(message.text());
    });
  }

  static async at(browser: Browser, home: string): Promise<SolidOs> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
    // Its pictures lie on the web; asked for in vain they would only hold it up.
    await context.route(
      (url) => url.hostname !== 'localhost',
      (route) => route.abort()
    );
    return new SolidOs(await context.newPage(), home);
  }

  async signIn(world: World, who: { email: string; password: string; webId: string }): Promise<void> {
    const { page } = this;
    await page.goto(`${this.home}?uri=${encodeURIComponent(who.webId)}`);
    await page
      .getByRole('button', { name: /log ?in/i })
      .first()
      .click();
    await page.getByPlaceholder('https://example.com').fill(world.pods);
    await page.getByRole('button', { name: 'Go', exact: true }).last().click();
    await page.waitForURL(`${world.pods}**`);
    await page.getByLabel('Email').fill(who.email);
    await page.getByLabel('Password').fill(who.password);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('button', { name: /authorize|allow/i }).click();
    await page.waitForURL(`${this.home}**`);
    await expect(page.locator('#webId')).toContainText(who.webId);
    this.me = who.webId;
  }

  /**
   * Opens a thing by its address: after a page that everybody may read, since this page asks for what is in its address
   * before it has restored the session, and keeps the refusal.
   */
  async open(address: string): Promise<void> {
    const { page } = this;
    await page.goto(`${this.home}?uri=${encodeURIComponent(this.me)}`);
    await expect(page.locator('#webId')).toContainText(this.me);
    await page.locator('#uriField').fill(address);
    await page.locator('#goButton').click();
  }

  async rows(): Promise<Row[]> {
    return this.page.locator('.chatPane tr').evaluateAll((all) =>
      all
        .filter((row) => 'AJAR_subject' in row)
        .map((row) => {
          const [, words] = row.querySelectorAll(':scope > td');
          return {
            who: words?.querySelector('a')?.textContent ?? '',
            text: words?.querySelector('p')?.textContent ?? '',
            isRed: (row as HTMLElement).style.backgroundColor === 'red'
          };
        })
    );
  }

  /** The line that says this. */
  line(text: string): Locator {
    return this.page
      .locator('.chatPane tr')
      .filter({ has: this.page.locator('p').getByText(text, { exact: true }) })
      .last();
  }

  async say(text: string): Promise<void> {
    await this.write(this.page.locator('.chatPane textarea').last(), text);
  }

  async edit(text: string, next: string): Promise<void> {
    await this.tool(text, 'edit');
    await this.write(this.page.locator('.chatPane textarea').first(), next);
  }

  async delete(text: string): Promise<void> {
    await this.line(text).getByTitle('...').first().click();
    // It shows this button only under a hand that hovers, and its picture lies on the web.
    await this.page.getByTitle('Remove this message').last().dispatchEvent('click');
    await this.page.getByText('Remove this message', { exact: true }).dispatchEvent('click');
    await expect(this.line(text)).toHaveCount(0);
  }

  async like(text: string): Promise<void> {
    await this.tool(text, /agree/i);
  }

  async answerInThread(text: string, answer: string): Promise<void> {
    await this.tool(text, 'Reply in thread');
    const boxes = this.page.locator('.chatPane textarea');
    await expect(boxes).toHaveCount(2);
    await this.write(boxes.last(), answer);
  }

  /**
   * Begins a chat with somebody by SolidOS's own code (solid-logic, chatLogic): its steps one by one, because the folder
   * that `getChat` would take is called after the host of the person, and that of a test has a colon in it.
   */
  async begin(folder: string, person: string): Promise<string> {
    return this.page.evaluate(
      async ({ folder, person }) => {
        const { SolidLogic, $rdf } = globalThis as unknown as Globals;
        const logic = SolidLogic.solidLogicSingleton;
        const me = SolidLogic.authn.currentUser();
        await logic.profile.loadPreferences(me);
        const [box, other] = [$rdf.sym(folder), $rdf.sym(person)];
        const chat = await logic.chat.createChatThing(box, me);
        await logic.chat.sendInvite(other, chat);
        await logic.chat.setAcl(box, me, other);
        await logic.chat.addToPrivateTypeIndex(chat, me);
        return chat.value;
      },
      { folder, person }
    );
  }

  private async tool(text: string, name: string | RegExp): Promise<void> {
    await this.line(text).getByTitle('...').first().click();
    await this.page.getByTitle(name).first().click();
  }

  private async write(box: Locator, text: string): Promise<void> {
    await box.fill(text);
    await box.press('Enter');
    await expect(this.line(text)).toBeVisible();
  }
}

type Node = { readonly value: string };
/** What SolidOS's bundle leaves in the page, as far as it is used here. */
interface Globals {
  readonly $rdf: { sym(address: string): Node };
  readonly SolidLogic: {
    readonly authn: { currentUser(): Node };
    readonly solidLogicSingleton: {
      readonly profile: { loadPreferences(me: Node): Promise<unknown> };
      readonly chat: {
        createChatThing(folder: Node, me: Node): Promise<Node>;
        sendInvite(person: Node, chat: Node): Promise<void>;
        setAcl(folder: Node, me: Node, person: Node): Promise<void>;
        addToPrivateTypeIndex(chat: Node, me: Node): Promise<void>;
      };
    };
  };
}
