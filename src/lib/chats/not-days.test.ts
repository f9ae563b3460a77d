import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentOf } from '#lib/people/address.ts';
import { houseOver } from '#lib/people/house.testing.ts';
import { momentAt } from '#lib/people/moment.ts';
import { iri, quad, text } from '#lib/rdf/terms.ts';
import { AS, SIOC, WF } from '#lib/rdf/vocab.ts';
import { outcome } from '#lib/solid/outcome.testing.ts';
import type { Cast } from '#lib/solid/pod.contract.ts';
import { realCast } from '#lib/solid/real-cast.testing.ts';
import { start } from '../../../pod-server/dist/start.js';
import { chatOfTwo, sees, texts } from './house.testing.ts';
import { dayOf } from './places.ts';
import { replyIn } from './reply-in.ts';
import { send } from './send.ts';

const DAY = 86_400_000;

// Whatever somebody names as a part of a chat, we may write there with rights that they do not have.
describe('what somebody calls a part of a chat', { timeout: 120_000 }, () => {
  let cast: Awaited<ReturnType<typeof realCast>>;
  let chat: string;
  let anna: ReturnType<typeof houseOver>;
  let bob: ReturnType<typeof houseOver>;
  let words: string;
  const open = ({ webId, storage, pod }: Cast['anna']) => houseOver(webId, storage, pod);
  beforeEach(async () => {
    cast = await realCast(await start({ memory: true }));
    [anna, bob] = [open(cast.anna), open(cast.bob)];
    chat = await chatOfTwo(anna, bob, 'Boats');
    words = (await send(anna, chat, { text: 'Yesterday' }, momentAt(new Date(Date.now() - DAY)))).message;
    await anna.allSent();
  }, 120_000);
  afterEach(async () => {
    for (const house of [anna, bob]) house.close();
    await cast.stop();
  });

  it('a page named as the newest day: what is new is told elsewhere', async () => {
    const [day, today] = [documentOf(words), dayOf(chat, new Date())];
    const made = today.replace('chat.ttl', 'chat-9.ttl');
    await cast.bob.pod.create(made, '<p>', 'text/html');
    await cast.bob.pod.patch(day, { insert: [quad(day, AS.current, iri(made))], delete: [] });
    await sees(anna, chat);
    await send(anna, chat, { text: 'Today' });
    await anna.allSent();
    const device = open(cast.anna);
    expect(await texts(device, chat)).toEqual(['Yesterday', 'Today']);
    device.close();
    await sees(bob, chat);
    await send(bob, chat, { text: 'Hello' });
    await bob.allSent();
    expect(await texts(bob, chat)).toEqual(['Yesterday', 'Today', 'Hello']);
  });

  it('an access list named as a thread: nobody who answers writes there', async () => {
    const [day, list] = [documentOf(words), `${dayOf(chat, new Date())}.acl`];
    const foreign = `${day}#other`;
    await cast.bob.pod.patch(day, {
      insert: [
        quad(chat, WF.message, iri(foreign)),
        quad(foreign, SIOC.content, text('Hm')),
        quad(`${list}#t`, SIOC.has_member, iri(foreign))
      ],
      delete: []
    });
    await sees(anna, chat);
    await replyIn(anna, foreign, { text: 'Well' });
    await anna.allSent();
    expect(await outcome(cast.anna.pod.read(list))).toBe('missing');
  });
});
