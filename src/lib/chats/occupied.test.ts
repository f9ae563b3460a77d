import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentOf } from '#lib/people/address.ts';
import { houseOver } from '#lib/people/house.testing.ts';
import type { Cast } from '#lib/solid/pod.contract.ts';
import { realCast } from '#lib/solid/real-cast.testing.ts';
import { start } from '../../../pod-server/dist/start.js';
import { chatOfTwo, sees, texts } from './house.testing.ts';
import { dayOf } from './places.ts';
import { send } from './send.ts';

// Whoever may write in a chat may make what they like in its folders before anybody says a word there.
describe('a day that somebody has taken beforehand', { timeout: 120_000 }, () => {
  let cast: Cast;
  let chat: string;
  let day: string;
  let anna: ReturnType<typeof houseOver>;
  let bob: ReturnType<typeof houseOver>;
  beforeEach(async () => {
    cast = await realCast(await start({ memory: true }));
    const open = ({ webId, storage, pod }: Cast['anna']) => houseOver(webId, storage, pod);
    [anna, bob] = [open(cast.anna), open(cast.bob)];
    chat = await chatOfTwo(anna, bob, 'Boats');
    day = dayOf(chat, new Date());
  }, 120_000);
  afterEach(async () => {
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
});
