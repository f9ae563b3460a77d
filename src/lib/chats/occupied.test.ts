import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { documentOf } from '#lib/people/address.ts';
import { houseOver } from '#lib/people/house.testing.ts';
import { momentAt } from '#lib/people/moment.ts';
import { iri, quad } from '#lib/rdf/terms.ts';
import { SIOC } from '#lib/rdf/vocab.ts';
import type { Cast } from '#lib/solid/pod.contract.ts';
import { realCast } from '#lib/solid/real-cast.testing.ts';
import { start } from '../../../pod-server/dist/start.js';
import { chatOfTwo, sees, textIn, texts } from './house.testing.ts';
import { dropUnsent } from './drop-unsent.ts';
import { expectRoom } from './in-the-way.ts';
import { dayOf } from './places.ts';
import { send } from './send.ts';

const YEAR = 366 * 86_400_000;

// Whoever may write in a chat may make what they like in its folders before anybody says a word there.
describe('a day that somebody has taken beforehand', { timeout: 120_000 }, () => {
  let cast: Cast;
  let chat: string;
  let day: string;
  let anna: ReturnType<typeof houseOver>;
  let bob: ReturnType<typeof houseOver>;
  beforeAll(async () => {
    cast = await realCast(await start({ memory: true }));
    const open = ({ webId, storage, pod }: Cast['anna']) => houseOver(webId, storage, pod);
    [anna, bob] = [open(cast.anna), open(cast.bob)];
  }, 120_000);
  beforeEach(async () => {
    chat = await chatOfTwo(anna, bob, 'Boats');
    day = dayOf(chat, new Date());
  }, 120_000);
  afterAll(async () => {
    for (const house of [anna, bob]) house.close();
    await cast.stop();
  });

  it.each([
    ['with words for nobody', 'text/plain', 'nothing'],
    ['with a picture', 'image/png', 'nothing'],
    ['with a page', 'text/html', '<p>nothing</p>']
  ])('%s: what is said goes beside it, and is read', async (_, type, body) => {
    await cast.bob.pod.create(day, body, type);
    await sees(anna, chat);
    const { message } = await send(anna, chat, { text: 'All the same' });
    await anna.allSent();
    expect(documentOf(message)).not.toBe(day);
    expect(await texts(bob, chat)).toContain('All the same');
    expect(await texts(anna, chat)).toContain('All the same');
  });

  it.each<[string, (() => string)[]]>([
    ['with a folder in its place', [() => `${day}/x`]],
    ['with two folders', [() => `${day}/x`, () => `${day.replace('chat.ttl', 'chat-2.ttl')}/x`]],
    ['with a document in the place of its folder', [() => day.replace('/chat.ttl', '')]],
    ['with a document in the place of its year', [() => day.replace(/\/\d\d\/\d\d\/chat.ttl$/, '')]]
  ])('%s: what is said goes elsewhere, and is read', async (_, taken) => {
    // Said before that day.
    await send(anna, chat, { text: 'Yesterday' }, momentAt(new Date(Date.now() - YEAR)));
    await anna.allSent();
    for (const at of taken) await cast.bob.pod.create(at(), 'nothing', 'text/plain');
    for (const house of [anna, bob]) {
      await sees(house, chat);
      await expectRoom(house, chat);
      const { message } = await send(house, chat, { text: 'All the same' });
      await house.allSent();
      expect(documentOf(message)).not.toBe(day);
    }
    const all = ['Yesterday', 'All the same', 'All the same'];
    expect(await texts(bob, chat)).toEqual(all);
    expect(await texts(anna, chat)).toEqual(all);
  });

  const MESSAGE = `<p about="#Msg1" property="http://rdfs.org/sioc/ns#content">Hm</p>`;
  it.each([
    ['that is none of a chat', '<p about="#a" property="urn:b">x</p>', true],
    [
      'that looks like a day',
      (id: string) =>
        `<a about="${id}" rel="http://www.w3.org/2005/01/wf/flow#message" href="#Msg1">x</a>${MESSAGE}`,
      false
    ]
  ])('with data of another kind %s', async (_, page, isTold) => {
    const body = typeof page === 'string' ? page : page(chat);
    await cast.bob.pod.create(day, `<html><body>${body}</body></html>`, 'text/html');
    await sees(anna, chat);
    if (!isTold) {
      // It can only be told by trying: that stops at once, and is not tried again.
      const { message } = await send(anna, chat, { text: 'All the same' });
      await expect(anna.allSent()).rejects.toThrow('refused');
      const shown = (await sees(anna, chat)).list.find(({ id }) => id === message)!;
      await dropUnsent(anna, shown);
    }
    const { message } = await send(anna, chat, { text: 'All the same' });
    await anna.allSent();
    expect(documentOf(message)).not.toBe(day);
    expect(await texts(bob, chat)).toContain('All the same');
  });

  it('with all that anybody would try: what is said goes where nobody could foresee', async () => {
    const words = (await send(anna, chat, { text: 'One' })).message;
    await anna.allSent();
    const insert = Array.from({ length: 1_100 }, (_, n) =>
      quad(`${day}#x${n}`, SIOC.reply_of, iri(`${day}#y`))
    );
    await cast.bob.pod.patch(documentOf(words), { insert, delete: [] });
    for (let part = 2; part <= 8; part++)
      await cast.bob.pod.create(dayOf(chat, new Date(), part), 'nothing', 'text/plain');
    // Nobody began to write: nothing was asked for beforehand.
    await sees(anna, chat);
    for (const text of ['Two', 'Three']) await send(anna, chat, { text });
    await anna.allSent();
    expect(await texts(bob, chat)).toEqual(['One', 'Two', 'Three']);
    const { message } = await send(bob, chat, { text: 'Four' });
    await bob.allSent();
    const seen = await sees(anna, chat);
    expect(seen.list.map(({ body }) => textIn(body))).toEqual(['One', 'Two', 'Three', 'Four']);
    // Others go where there is room, and do not each begin a document.
    expect(documentOf(seen.list[1]!.id)).toBe(documentOf(message));
  });

  it('a folder that nobody knew of: what cannot be sent there stops at once, and goes elsewhere when it is said again', async () => {
    await cast.bob.pod.create(`${day}/x`, 'nothing', 'text/plain');
    await sees(anna, chat);
    const { entries } = await send(anna, chat, { text: 'Kept' });
    await expect(anna.sync.settled(entries)).rejects.toThrow();
    const stopped = (await anna.sync.outbox()).filter(({ problem }) => problem !== undefined);
    expect(stopped.map(({ tries, document }) => [tries, document])).toEqual([[1, day]]);
    // Given up, the words go back to where one writes.
    await anna.sync.discard(stopped[0]!.id);
    await expectRoom(anna, chat);
    await send(anna, chat, { text: 'All the same' });
    await anna.allSent();
    expect(await texts(bob, chat)).toEqual(['All the same']);
  });
});
