import { describe, expect, it } from 'vitest';
import { writeTurtle } from '#lib/rdf/turtle.ts';
import { iri, quad, text } from '#lib/rdf/terms.ts';
import { AS, RDF, SCHEMA, SEC, WF } from '#lib/rdf/vocab.ts';
import { chat as chatOf } from './chat.question.ts';
import { findDays } from './find-days.ts';
import { wholeChat } from './export/whole-chat.ts';
import { listed, said, twoWhoTalk, type Stage } from './house.testing.ts';
import type { Read } from '#lib/query/ask.ts';
import { checksOf } from './checks.ts';
import { takesPart } from './index-statements.ts';
import { messages } from './messages.question.ts';
import { peopleNamed, peopleShown } from './people-shown.ts';
import { dayOf } from './places.ts';

let world: Stage['world'];
let anna: Stage['anna'];
let ben: Stage['ben'];
let chat: string;
let day: string;
let adds: Stage['adds'];
let seen: Stage['seen'];
twoWhoTalk((stage) => ({ world, anna, ben, chat, day, adds, seen } = stage));

describe('people who are not of the chat', () => {
  const stranger = (n: number) => `https://tracker${n}.example/profile/card#me`;
  const asked = () => world.log.map(({ url }) => new URL(url).host).filter((host) => /^tracker/.test(host));

  it('are asked nothing, whoever names them', async () => {
    for (let n = 0; n < 3; n++) {
      const [id, at] = [`${day}#MsgT${n}`, `${day}#r${n}`];
      const words = said(id, 'Hello', stranger(n), 'c'.repeat(128));
      await adds(quad(chat, WF.message, iri(id)), ...words, quad(id, SCHEMA.mentions, iri(stranger(n + 10))));
      await adds(
        quad(at, RDF.type, iri(SCHEMA.LikeAction)),
        quad(at, SCHEMA.agent, iri(stranger(n + 20))),
        quad(at, SCHEMA.target, iri(id)),
        quad(at, SEC.proofValue, text('d'.repeat(128)))
      );
    }
    const list = await seen();
    expect(list.filter(({ flags }) => flags.includes('not-in-chat'))).toHaveLength(3);
    expect(list.slice(2).map(({ signature }) => signature)).toEqual(Array(3).fill('unchecked'));
    expect(asked()).toEqual([]);
    const head = await chatOf(anna.me, chat)(anna.asking.read);
    expect([...peopleShown(head, list)].sort()).toEqual([anna.me.id, ben.me.id].sort());
  });

  it('a thousand whom the index names are asked some at a time, and only who is shown', async () => {
    const member = (n: number) => `https://tracker${n}.example/profile/card#me`;
    const names = Array.from({ length: 1000 }, (_, n) =>
      takesPart(chat, member(n), 'member', new Date(), `P${n}`)
    );
    const index = chat.split('#')[0]!;
    await world.podFor(anna.me.id).patch(index, { insert: names.flat(), delete: [] });
    const words = Array.from({ length: 300 }, (_, n) =>
      listed(chat, `${day}#MsgT${String(n).padStart(3, '0')}`, `Hello ${n}`, member(n), 'c'.repeat(128))
    );
    await adds(...words.flat());
    await anna.sync.refresh([index, day]);
    const wanted = new Set<string>();
    const read: Read = (url, wish) => {
      if (/^https:..tracker/.test(url)) wanted.add(url);
      return anna.asking.read(url, wish);
    };
    const { list } = await messages(anna, checksOf(anna), chat, { count: 50 })(read);
    expect(list).toHaveLength(50);
    expect(wanted.size).toBe(24);
    // The newest first, and nobody who is not shown, however many answers came.
    expect(wanted).toContain(member(299).split('#')[0]);
    for (let n = 0; n < 5; n++) {
      await anna.sync.refresh([...wanted]);
      await messages(anna, checksOf(anna), chat, { count: 50 })(read);
    }
    const hosts = new Set([...wanted].map((url) => new URL(url).host));
    for (const { maker } of list) expect(hosts).toContain(new URL(maker!).host);
    // And of those above only the first, who may have begun what is new.
    expect(hosts.size).toBe(51);
    const head = await chatOf(anna.me, chat)(anna.asking.read);
    expect(peopleShown(head, list).size).toBeLessThanOrEqual(100);
    expect(peopleNamed(head)).toHaveLength(100);
  });

  it('nor when the chat is saved', async () => {
    await adds(...listed(chat, `${day}#MsgT`, 'Hello', stranger(1)));
    const { messages, names } = await wholeChat(anna, chat, () => {});
    expect([messages.length, [...names.keys()].sort()]).toEqual([3, [anna.me.id, ben.me.id].sort()]);
    expect(asked()).toEqual([]);
  });
});

it('days that somebody invented are a few requests, and hide none that is there', async () => {
  const before = new Date(Date.now() - 3 * 86_400_000);
  const older = dayOf(chat, before);
  world.put(older, writeTurtle(listed(chat, `${older}#Msg1`, 'Older', anna.me.id), older));
  const invented = Array.from({ length: 40 }, (_, n) =>
    dayOf(chat, new Date(before.getTime() - (n + 1) * 86_400_000))
  );
  await adds(quad(day, AS.prev, iri(older)), ...invented.map((url) => quad(day, AS.prev, iri(url))));
  world.log.length = 0;
  expect(await seen()).toHaveLength(3);
  const urls = new Set(world.log.map(({ url }) => url));
  expect(invented.filter((url) => urls.has(url)).length).toBeLessThanOrEqual(8);
});

it('days that somebody invented in each document are a few requests, and looking finds what is behind them', async () => {
  const back = (days: number) => dayOf(chat, new Date(Date.now() - days * 86_400_000));
  const real = [20, 40, 60, 80, 100].map(back);
  const invented = new Set<string>();
  for (const [n, url] of [day, ...real].entries()) {
    const next = real[n];
    const lies = Array.from({ length: 6 }, (_, k) => back(n * 20 + k + 2));
    for (const lie of lies) invented.add(lie);
    const links = [...lies, ...(next ? [next] : [])].map((each) => quad(url, AS.prev, iri(each)));
    if (url === day) await adds(...links);
    else world.put(url, writeTurtle([...links, ...listed(chat, `${url}#Msg1`, `Day ${n}`, anna.me.id)], url));
  }
  world.log.length = 0;
  for (let n = 0; n < 6; n++) await seen();
  const asked = new Set(world.log.map(({ url }) => url));
  expect([...asked].filter((url) => invented.has(url)).length).toBeLessThanOrEqual(17);
  expect((await seen()).length).toBeLessThan(7);
  await findDays(anna, chat);
  await seen();
  expect(await seen()).toHaveLength(7);
});
