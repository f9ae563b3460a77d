import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import type { TestHouse } from '#lib/people/house.testing.ts';
import { momentAt } from '#lib/people/moment.ts';
import { memoryWorld, type World } from '#lib/solid/memory-world.ts';
import { Graph } from '#lib/rdf/graph.ts';
import { parseTurtle } from '#lib/rdf/turtle.ts';
import { AS, DCT, FOAF, SEC, SIOC, SOLID, WF } from '#lib/rdf/vocab.ts';
import { verifies } from './bip340.testing.ts';
import { chatOfTwo, open, sees, textsOf } from './house.testing.ts';
import { privateKeyIn } from './signing-key.ts';
import { publicKeyIn } from './keys.question.ts';
import { send } from './send.ts';
import { react } from './react.ts';

let world: World;
let anna: TestHouse;
let ben: TestHouse;
let chat: string;
let root: string;
const opened: TestHouse[] = [];
beforeEach(async () => {
  world = memoryWorld();
  [anna, ben] = ['anna', 'ben'].map((name) => open(name, world)) as [TestHouse, TestHouse];
  opened.push(anna, ben);
  chat = await chatOfTwo(anna, ben);
  root = chat.replace('index.ttl#this', '');
});
afterEach(() => opened.splice(0).forEach((house) => house.close()));

const DAY = 86_400_000;
const today = () => Math.floor(Date.now() / DAY) * DAY;
const ago = (days: number) => momentAt(new Date(Date.now() - days * DAY));
const path = (days: number) => new Date(today() - days * DAY).toISOString().slice(0, 10).replaceAll('-', '/');
const stored = (url: string) => new Graph(parseTurtle(String(world.peek(url) ?? ''), url));

describe('days', () => {
  it('lead from the newest back, without listing a folder; two documents are asked for the newest words', async () => {
    // Ben, who may only add, begins each second day.
    for (const [house, days] of [
      [anna, 40],
      [ben, 30],
      [anna, 29],
      [ben, 3],
      [ben, 2],
      [anna, 0]
    ] as const) {
      await sees(house, chat);
      await send(house, chat, { text: `${days} days ago` }, ago(days));
      await house.allSent();
    }
    const device = open('ben', world);
    opened.push(device);
    world.log.length = 0;
    const { list } = await sees(device, chat, { count: 1 });
    expect(list).toHaveLength(1);
    const asked = world.log.filter(({ url }) => url.startsWith(root));
    expect(new Set(asked.map(({ url }) => url.slice(root.length)))).toEqual(
      new Set(['index.ttl', `${path(0)}/chat.ttl`])
    );
    expect(world.log.filter(({ verb }) => verb === 'list')).toEqual([]);
    // One day a look: what a day names is known only when it was read.
    let all = await sees(device, chat);
    for (let n = 0; n < 6; n++) all = await sees(device, chat);
    expect(textsOf(all)).toEqual([40, 30, 29, 3, 2, 0].map((days) => `${days} days ago`));
    expect(world.log.filter(({ verb }) => verb === 'list')).toEqual([]);
  });

  it('that a member began are found from the day the index names', async () => {
    await send(anna, chat, { text: 'first' }, ago(9));
    await anna.allSent();
    await sees(ben, chat);
    for (const days of [7, 5]) await send(ben, chat, { text: `${days}` }, ago(days));
    await ben.allSent();
    expect(stored(chat.replace('#this', '')).iris(chat, AS.current)).toEqual([`${root}${path(9)}/chat.ttl`]);
    for (let n = 0; n < 3; n++) await sees(anna, chat);
    expect(textsOf(await sees(anna, chat))).toEqual(['first', '7', '5']);
  });

  it("are shown once, when a member's today names the day that the index names", async () => {
    await send(anna, chat, { text: 'yesterday' }, ago(1));
    await anna.allSent();
    await sees(ben, chat);
    await send(ben, chat, { text: 'today' }, ago(0));
    await ben.allSent();
    for (const house of [anna, ben])
      for (let n = 0; n < 3; n++) expect(textsOf(await sees(house, chat)).slice(-2)).toContain('yesterday');
    expect(textsOf(await sees(anna, chat))).toEqual(['yesterday', 'today']);
  });

  it('keep the order in which it was said when both clocks are five minutes off, each its own way', async () => {
    const noon = today() - DAY / 2;
    await send(anna, chat, { text: 'first' }, momentAt(new Date(noon + 300_000)));
    await send(anna, chat, { text: 'second' }, momentAt(new Date(noon + 301_000)));
    await anna.allSent();
    await sees(ben, chat);
    await send(ben, chat, { text: 'third' }, momentAt(new Date(noon - 300_000)));
    await ben.allSent();
    expect(textsOf(await sees(anna, chat))).toEqual(['first', 'second', 'third']);
  });

  it('are split before they get heavy', async () => {
    const day = `${root}${path(0)}/chat.ttl`;
    const { message } = await send(anna, chat, { text: 'x' });
    await anna.allSent();
    const many = Array.from({ length: 199 }, (_, n) => `<${chat}> <${WF.message}> <#Msg${n}> .`).join('\n');
    world.put(day, `${String(world.peek(day))}\n${many}`);
    const known = async () => {
      await anna.sync.refresh([day]);
      return (await anna.asking.read(day)).graph.quads.length;
    };
    await expect.poll(known, { timeout: 5_000 }).toBeGreaterThan(200);
    const next = (await send(anna, chat, { text: 'y' })).message;
    expect([message, next].map((id) => id.split('#')[0])).toEqual([
      day,
      day.replace('chat.ttl', 'chat-2.ttl')
    ]);
    await anna.allSent();
    const second = stored(day.replace('chat.ttl', 'chat-2.ttl'));
    expect(second.iris(day.replace('chat.ttl', 'chat-2.ttl'), AS.prev)).toEqual([day]);
  });
});

describe('what SolidOS needs', () => {
  it('a message is one patch with all its statements, in a padded UTC day of a folder that begins with a letter', async () => {
    anna.sent.length = 0;
    const { message } = await send(
      anna,
      chat,
      { text: 'Soup "is" on' },
      momentAt(new Date('2026-03-02T23:59:59Z'))
    );
    await anna.allSent();
    expect(message).toMatch(
      /^https:\/\/anna\.example\/chats\/[a-z][a-z0-9]+\/2026\/03\/02\/chat\.ttl#Msg[0-9A-Z]{26}$/
    );
    const patches = anna.sent.filter(({ url }) => url === message.split('#')[0]);
    expect(patches).toHaveLength(1);
    const body = String(patches[0]!.body);
    for (const word of [WF.message, SIOC.content, DCT.created, FOAF.maker, SEC.proofValue])
      expect(body).toContain(`<${word}>`);
    const graph = stored(message.split('#')[0]!);
    expect(graph.has(chat, WF.message, message)).toBe(true);
  });

  it('the signature holds for a verifier of its own, under the published key; the private one is nobody else’s to read', async () => {
    const { message } = await send(anna, chat, { text: 'Soup "is" on\nthe stove' });
    await anna.allSent();
    const graph = stored(message.split('#')[0]!);
    const created = graph.text(message, DCT.created)!;
    const text = `{"id":"${message}","created":"${created}","dateDeleted":"","content":"Soup \\"is\\" on\\nthe stove","maker":"${anna.me.id}","sig":""}`;
    const shown = await world.podFor().read(publicKeyIn(anna.me.storage));
    const key = new Graph(parseTurtle(shown!.body, shown!.url)).text(anna.me.id, SOLID.publicKey)!;
    const hash = createHash('sha256').update(text).digest();
    expect(verifies(graph.text(message, SEC.proofValue)!, hash, key)).toBe(true);
    await expect(world.podFor(ben.me.id).read(privateKeyIn(anna.me.storage))).rejects.toThrow('forbidden');
  });

  it('keys that are there already are used', async () => {
    const key = '1'.repeat(64);
    world.put(privateKeyIn(anna.me.storage), `<${anna.me.id}> <${SOLID.privateKey}> "${key}".`);
    await send(anna, chat, { text: 'Hello' });
    await anna.allSent();
    expect(String(world.peek(privateKeyIn(anna.me.storage)))).toContain(key);
    expect((await sees(ben, chat)).list[0]!.signature).toBe('verified');
  });

  it('schema.org is http', async () => {
    const { message } = await send(anna, chat, { text: 'Hello' });
    await react(anna, message, '❤️');
    await anna.allSent();
    const body = anna.sent.map((one) => String(one.body)).join('\n');
    expect(body).toContain('http://schema.org/LikeAction');
    expect(body).not.toContain('https://schema.org');
  });

  it('an invitation carries both words, and comes after the access', () => {
    const message = anna.sent.find(
      ({ verb, url }) => verb === 'post' && url === 'https://ben.example/inbox/'
    );
    expect(String(message!.body)).toMatch(/rdf:seeAlso <[^>]+index\.ttl#this>/);
    expect(String(message!.body)).toMatch(/rdfs:seeAlso <[^>]+index\.ttl#this>/);
    const verbs = anna.sent.map(({ verb, url }) => `${verb} ${url.replace(root, '')}`);
    const order = [
      'setAccess ',
      'create index.ttl',
      'setAccess index.ttl',
      'post https://ben.example/inbox/'
    ];
    expect(verbs.filter((verb) => order.includes(verb))).toEqual(order);
  });
});
