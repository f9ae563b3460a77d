import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TestHouse } from '#lib/people/house.testing.ts';
import { momentAt } from '#lib/people/moment.ts';
import { anyQuads } from '#lib/rdf/arbitrary.testing.ts';
import { Graph } from '#lib/rdf/graph.ts';
import { sameGraph } from '#lib/rdf/isomorphic.ts';
import { parseTurtle } from '#lib/rdf/turtle.ts';
import { memoryWorld, type World } from '#lib/solid/memory-world.ts';
import { payloads } from '#lib/ui/payloads.fixture.ts';
import { deleteMessage } from '../delete-message.ts';
import { editMessage } from '../edit-message.ts';
import { chatOfTwo, open, sees } from '../house.testing.ts';
import { dayOf } from '../places.ts';
import { react } from '../react.ts';
import { send } from '../send.ts';
import { sendFile } from '../send-file.ts';
import { startChat } from '../start-chat.ts';
import { asHtml } from './as-html.ts';
import { asTurtle, statementsOf } from './as-turtle.ts';
import { exportChat } from './export-chat.ts';
import type { Letters } from './letters.ts';

const DAY = 86_400_000;
const UTC = { timeZone: 'UTC' };

describe('a chat of several days', () => {
  let world: World;
  let anna: TestHouse;
  let ben: TestHouse;
  let chat: string;
  const days = 5;
  beforeEach(async () => {
    world = memoryWorld();
    [anna, ben] = [open('anna', world), open('ben', world)];
    chat = await chatOfTwo(anna, ben, 'Boats & <b>more</b>');
    // In the order of time, on days that only links name.
    for (let n = days; n >= 1; n--) {
      const at = momentAt(new Date(Date.now() - n * DAY));
      await send(anna, chat, { text: `Day ${n}` }, at);
      await anna.allSent();
    }
    await sees(ben, chat);
    const one = (await send(ben, chat, { text: 'Tomorow' })).message;
    await ben.allSent();
    await editMessage(ben, one, 'Tomorrow\n00:00  Anna: I owe you everything');
    await ben.allSent();
    await sees(anna, chat);
    await react(anna, one, '👍');
    await send(anna, chat, { text: '**Yes**', replyTo: one });
    const two = (await send(anna, chat, { text: 'A secret' })).message;
    await anna.allSent();
    await deleteMessage(anna, two);
    await sendFile(anna, chat, { file: new Blob(['x'], { type: 'text/plain' }), name: 'list.txt' });
    await anna.allSent();
  });
  afterEach(() => [anna, ben].forEach((house) => house.close()));

  it('is all in the text, by a device that has seen none of it', async () => {
    const device = open('ben', world);
    const seen: number[] = [];
    const { text, name, type, missing } = await exportChat(device, chat, 'text', {
      ...UTC,
      onProgress: (count) => seen.push(count)
    });
    device.close();
    expect(missing).toEqual([]);
    expect({ name, type }).toEqual({
      name: expect.stringMatching(/^chat-Boats-b-more-b-\d{4}-\d\d-\d\d\.txt$/),
      type: 'text/plain;charset=utf-8'
    });
    expect(seen.at(-1)).toBe(days + 1);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    const lines = text.split('\n');
    const said = lines.filter((line) => /^\d\d:\d\d {2}/.test(line)).map((line) => line.slice(7));
    expect(said).toEqual([
      ...Array.from({ length: days }, (_, n) => `Anna: Day ${days - n}`),
      'Ben: Tomorrow',
      'Anna: **Yes**',
      expect.stringMatching(/^Anna: \[Deleted by Anna, \d{4}-\d\d-\d\d \d\d:\d\d\]$/),
      expect.stringMatching(/^Anna: \[File: .*list\.txt\]$/)
    ]);
    expect(lines).toContain('       00:00  Anna: I owe you everything');
    expect(text).toMatch(/\(edited \d{4}-\d\d-\d\d \d\d:\d\d\)/);
    expect(text).toContain('👍 Anna');
    expect(text).toContain('(answers Ben: Tomorrow 00:00 Anna: I owe you everything)');
    expect(text).not.toContain('A secret');
    expect(text).toMatch(
      /Pictures and files\n.*\n {2}\S*list\.txt {2}https:\/\/anna\.example\/chats\/\S+list\.txt\n$/
    );
  });

  it('is found by its links where no folder may be listed', async () => {
    const device = open('ben', world);
    world.sky = ({ verb }) => (verb === 'list' ? 'offline' : 'fair');
    const { text, missing } = await exportChat(device, chat, 'text', UTC);
    device.close();
    expect(text.match(/Anna: Day \d/g)).toHaveLength(days);
    expect(missing).toEqual([chat.slice(0, chat.lastIndexOf('/') + 1)]);
  });

  it('says what could not be read', async () => {
    const url = (await sees(ben, chat)).list[0]!.id.split('#')[0]!;
    const device = open('ben', world);
    world.sky = (request) => (request.url === url ? 'offline' : 'fair');
    const { text, missing } = await exportChat(device, chat, 'text', UTC);
    device.close();
    expect(missing).toEqual([url]);
    expect(text).toContain('Not all of it could be read');
    expect(text).not.toContain(`Day ${days}\n`);
  });

  it.each(['text', 'html'] as const)(
    'of a day that cannot be read, it does not say that nothing was said (%s)',
    async (form) => {
      const quiet = await startChat(anna, { people: [ben.me.id], title: 'Quiet' });
      await anna.allSent();
      const nothing = 'Nothing was said here.';
      const before = await exportChat(anna, quiet.chat, form, UTC);
      expect([before.text.includes(nothing), before.missing]).toEqual([true, []]);
      await world.podFor(anna.me.id).create(dayOf(quiet.chat, new Date()), '<p>', 'text/html');
      const { text, missing } = await exportChat(anna, quiet.chat, form, UTC);
      expect(missing).toEqual([dayOf(quiet.chat, new Date())]);
      expect(text).toContain('1 place could not be read');
      expect(text).not.toContain(nothing);
    }
  );

  it('says that it may not be all where nothing can be asked for', async () => {
    const device = open('ben', world);
    await exportChat(device, chat, 'text', UTC);
    // As without a network: nothing is asked for, so nothing fails.
    const refresh = vi.spyOn(device.sync, 'refresh').mockResolvedValue();
    const then = Date.now();
    await vi.waitFor(() => expect(Date.now()).toBeGreaterThan(then), { timeout: 1_000 });
    const { text, missing } = await exportChat(device, chat, 'text', UTC);
    device.close();
    expect(refresh).toHaveBeenCalled();
    expect(missing.length).toBeGreaterThanOrEqual(days + 1);
    expect(text).toContain('Ben: Tomorrow');
    expect(text).toContain('Not all of it could be read');
  });

  it('is a page of its own, with what the app would show', async () => {
    const { text } = await exportChat(ben, chat, 'html', UTC);
    expect(text).toContain('<title>Boats &#38; &#60;b&#62;more&#60;/b&#62;</title>');
    expect(text).toContain('<p dir="auto"><strong>Yes</strong></p>');
    expect(text.match(/<article>/g)).toHaveLength(days + 4);
    expect(outside(text)).toEqual([]);
  });

  it('is in Turtle what lies in the space, statement by statement', async () => {
    const { text, missing } = await exportChat(ben, chat, 'turtle', UTC);
    expect(missing).toEqual([]);
    const back = parseTurtle(text, 'https://elsewhere.example/saved.ttl');
    const root = chat.slice(0, chat.lastIndexOf('/') + 1);
    const stored = world.log
      .map(({ url }) => url)
      .filter((url, at, all) => url.startsWith(root) && url.endsWith('.ttl') && all.indexOf(url) === at)
      .flatMap((url) => {
        const there = world.peek(url);
        return there === undefined ? [] : parseTurtle(String(there), url);
      });
    expect(stored.length).toBeGreaterThan(40);
    expect(sameGraph(back, stored)).toBe(true);
  });
});

const letters = (text: string): Letters => ({
  title: text,
  address: 'https://anna.example/chats/c1/index.ttl#this',
  about: text,
  missing: text,
  saved: { day: '2026-11-21', time: '16:00', iso: '2026-11-21T16:00:00.000Z' },
  list: [false, true].map((isNote) => ({
    id: 'https://anna.example/chats/c1/2026/11/21/chat.ttl#Msg1',
    who: text,
    when: { day: '2026-11-21', time: '16:00', iso: '2026-11-21T16:00:00.000Z' },
    text,
    isNote,
    file: { url: 'https://anna.example/a.png', name: text },
    marks: [text],
    answers: text,
    reactions: [text]
  })),
  files: [{ url: 'https://anna.example/a.png', name: text }]
});

// Every tag, letter by letter, that a saved page may hold. Whatever else begins with "<" is an escape.
const ALLOWED = [
  /^<\/?(html|head|body|main|title|style|article|b|p|h1|h2|ul|ol|li|blockquote|pre|em|strong|s|code|a|time|br)>$/,
  /^<!doctype html>$/,
  /^<html lang="en">$/,
  /^<meta (charset="utf-8"|name="(referrer|viewport|color-scheme)" content="[\w ,=.-]+")>$/,
  /^<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;">$/,
  /^<(p|h1|b|li|blockquote|pre) dir="auto">$/,
  /^<p class="(head|small|note)"( dir="auto")?>$/,
  /^<ol start="\d+">$/,
  /^<time datetime="[\dT:.Z-]+">$/,
  /^<a href="https?:\/\/[^"<>\s]*" rel="noopener noreferrer nofollow">$/
];
const outside = (page: string): string[] =>
  (page.match(/<[^>]*>?/g) ?? []).filter((tag) => !ALLOWED.some((form) => form.test(tag)));

describe('a text that means harm', () => {
  it('stays a text on the page, wherever it stands', () => {
    for (const payload of payloads.filter(({ length }) => length < 2_000)) {
      const page = asHtml(letters(payload));
      expect(outside(page), payload.slice(0, 80)).toEqual([]);
    }
  });

  it('so does any other', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'<>"\'&/=!-`:\n aimgscript'), maxLength: 200 }),
        (text) => {
          expect(outside(asHtml(letters(text)))).toEqual([]);
        }
      ),
      { numRuns: 200 }
    );
  });
});

describe('Turtle', () => {
  it('says the same graph again, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(anyQuads, { minLength: 1, maxLength: 3 }), (documents) => {
        const views = documents.map((quads) => ({ graph: new Graph(quads) }));
        const back = parseTurtle(asTurtle({ views }), 'https://elsewhere.example/');
        expect(sameGraph(back, statementsOf(views))).toBe(true);
      }),
      { numRuns: 100 }
    );
  });

  it('keeps nameless things of two documents apart', () => {
    const [a, b] = ['<#a> <urn:p> [ <urn:q> 1 ].', '<#a> <urn:p> [ <urn:q> 2 ].'].map((text) => ({
      graph: new Graph(
        parseTurtle(text.replaceAll('[ ', '_:x. _:x ').replace(' ].', '.'), 'https://a.example/')
      )
    }));
    const back = new Graph(parseTurtle(asTurtle({ views: [a!, b!] }), 'https://elsewhere.example/'));
    expect(back.objects('https://a.example/#a', 'urn:p')).toHaveLength(2);
  });
});
