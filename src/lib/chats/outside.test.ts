import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestHouse } from '#lib/people/house.testing.ts';
import { memoryWorld, type World } from '#lib/solid/memory-world.ts';
import { writeTurtle } from '#lib/rdf/turtle.ts';
import { iri, quad, text, dateTime, type Quad } from '#lib/rdf/terms.ts';
import { AS, DCT, FOAF, RDF, SCHEMA, SEC, SIOC, WF } from '#lib/rdf/vocab.ts';
import { chat as chatOf } from './chat.question.ts';
import { wholeChat } from './export/whole-chat.ts';
import { chatOfTwo, open, sees } from './house.testing.ts';
import { peopleShown } from './people-shown.ts';
import { dayOf } from './places.ts';
import { send } from './send.ts';

let world: World;
let anna: TestHouse;
let ben: TestHouse;
let chat: string;
let day: string;
beforeEach(async () => {
  world = memoryWorld();
  [anna, ben] = ['anna', 'ben'].map((name) => open(name, world)) as [TestHouse, TestHouse];
  chat = await chatOfTwo(anna, ben);
  const { message } = await send(anna, chat, { text: 'I owe you 5' });
  await send(anna, chat, { text: 'Soup?' });
  await anna.allSent();
  day = message.split('#')[0]!;
});
afterEach(() => [anna, ben].forEach((house) => house.close()));

/** Ben may add what he likes. */
const adds = (...insert: Quad[]) => world.podFor(ben.me.id).patch(day, { insert, delete: [] });
const seen = async () => (await sees(anna, chat)).list;
const said = (id: string, content: string, maker: string, proof?: string): Quad[] => [
  quad(id, SIOC.content, text(content)),
  quad(id, DCT.created, dateTime(new Date())),
  quad(id, FOAF.maker, iri(maker)),
  ...(proof ? [quad(id, SEC.proofValue, text(proof))] : [])
];

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

  it('nor when the chat is saved', async () => {
    await adds(quad(chat, WF.message, iri(`${day}#MsgT`)), ...said(`${day}#MsgT`, 'Hello', stranger(1)));
    const { messages, names } = await wholeChat(anna, chat, () => {});
    expect([messages.length, [...names.keys()].sort()]).toEqual([3, [anna.me.id, ben.me.id].sort()]);
    expect(asked()).toEqual([]);
  });
});

it('days that somebody invented are a few requests, and hide none that is there', async () => {
  const before = new Date(Date.now() - 3 * 86_400_000);
  const older = dayOf(chat, before);
  world.put(
    older,
    writeTurtle(
      [quad(chat, WF.message, iri(`${older}#Msg1`)), ...said(`${older}#Msg1`, 'Older', anna.me.id)],
      older
    )
  );
  const invented = Array.from({ length: 40 }, (_, n) =>
    dayOf(chat, new Date(before.getTime() - (n + 1) * 86_400_000))
  );
  await adds(quad(day, AS.prev, iri(older)), ...invented.map((url) => quad(day, AS.prev, iri(url))));
  world.log.length = 0;
  expect(await seen()).toHaveLength(3);
  const urls = new Set(world.log.map(({ url }) => url));
  expect(invented.filter((url) => urls.has(url)).length).toBeLessThanOrEqual(8);
});
