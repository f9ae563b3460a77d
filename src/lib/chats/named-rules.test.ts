import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentOf } from '#lib/people/address.ts';
import { houseOver } from '#lib/people/house.testing.ts';
import { momentAt } from '#lib/people/moment.ts';
import { iri, quad } from '#lib/rdf/terms.ts';
import { AS } from '#lib/rdf/vocab.ts';
import type { Cast } from '#lib/solid/pod.contract.ts';
import { realCast } from '#lib/solid/real-cast.testing.ts';
import { start } from '../../../pod-server/dist/start.js';
import { chatOfTwo, sees, texts } from './house.testing.ts';
import { copyFolder } from './keep/copy-place.ts';
import { keepCopy } from './keep/keep-copy.ts';
import { keepUp } from './keep/keep-up.ts';
import { dayIn, dayOf, rootOf } from './places.ts';
import { send } from './send.ts';
import { sendFile } from './send-file.ts';

// Whoever writes in a chat can name any address as one of its days; our own app must not write there for them.
describe('rules of access that somebody names as a day', { timeout: 120_000 }, () => {
  let cast: Awaited<ReturnType<typeof realCast>>;
  let chat: string;
  let anna: ReturnType<typeof houseOver>;
  let bob: ReturnType<typeof houseOver>;
  beforeEach(async () => {
    cast = await realCast(await start({ memory: true }));
    const open = ({ webId, storage, pod }: Cast['anna']) => houseOver(webId, storage, pod);
    [anna, bob] = [open(cast.anna), open(cast.bob)];
    chat = await chatOfTwo(anna, bob, 'Boats');
  }, 120_000);
  afterEach(async () => {
    for (const house of [anna, bob]) house.close();
    await cast.stop();
  });

  it('are no day', () => {
    const folder = dayOf(chat, new Date()).replace('chat.ttl', '');
    for (const name of [
      '.acl',
      'chat.ttl.acl',
      '.meta',
      'chat.ttl.meta',
      '.acl.ttl',
      'chat.ttl$.acl',
      'x.png'
    ])
      expect(dayIn(chat, folder + name), name).toBeUndefined();
    for (const name of ['chat.ttl', 'chat-2.ttl', 'index.ttl', '1.TTL'])
      expect(dayIn(chat, folder + name), name).toBeDefined();
  });

  it('are no file that somebody sends: its name says so no more', async () => {
    await sendFile(anna, chat, { file: new Blob(['x'], { type: 'text/plain' }), name: 'rules.acl' });
    await anna.allSent();
    const [sent] = (await sees(bob, chat)).list;
    expect(sent!.body).toMatchObject({ kind: 'file', name: 'rules.bin' });
  });

  it('by a member: the owner writes nothing there, and the day stays readable', async () => {
    const { message } = await send(
      anna,
      chat,
      { text: 'Yesterday' },
      momentAt(new Date(Date.now() - 86_400_000))
    );
    await anna.allSent();
    const [before, today] = [documentOf(message), dayOf(chat, new Date())];
    const named = { insert: [quad(before, AS.current, iri(`${today}.acl`))], delete: [] };
    await cast.bob.pod.patch(before, named);
    await anna.sync.refresh([before]);
    await sees(anna, chat);
    await send(anna, chat, { text: 'Today' });
    await anna.allSent();
    expect((await cast.anna.ask(`${today}.acl`)).status).toBe(404);
    expect(await texts(bob, chat)).toEqual(['Yesterday', 'Today']);
    await send(bob, chat, { text: 'So it is' });
    await bob.allSent();
    expect(await texts(anna, chat)).toEqual(['Yesterday', 'Today', 'So it is']);
  });

  it('by the owner: they are not taken over into the copy that a member keeps', async () => {
    const { message } = await send(anna, chat, { text: 'Evidence' });
    await anna.allSent();
    await sees(bob, chat);
    await keepCopy(bob, chat, true);
    await bob.allSent();
    const day = documentOf(message);
    const path = day.slice(rootOf(chat).length).replace(/[^/]*$/, '');
    const [folder, mine] = [rootOf(chat) + path, (await copyFolder(bob.me, chat)) + path];
    const rule = (about: string, name: string, people: string) =>
      `<#${name}> a acl:Authorization; acl:agent ${people}; acl:accessTo <${about}>; acl:default <${about}>; acl:mode acl:Read, acl:Write, acl:Control.`;
    const [a, b] = [cast.anna.webId, cast.bob.webId].map((each) => `<${each}>`);
    const body = `@prefix acl: <http://www.w3.org/ns/auth/acl#>. ${rule(folder, 'both', `${a}, ${b}`)} ${rule(mine, 'theft', a!)}`;
    const headers = { 'content-type': 'text/turtle' };
    expect((await cast.anna.ask(`${folder}.acl`, { method: 'PUT', headers, body })).status).toBe(201);
    await cast.anna.pod.patch(day, { insert: [quad(chat, AS.prev, iri(`${folder}.acl`))], delete: [] });
    await bob.sync.refresh([day]);
    expect(await texts(bob, chat)).toEqual(['Evidence']);
    await keepUp(bob, chat, { onState: () => undefined });
    await bob.allSent();
    expect((await cast.bob.ask(`${mine}.acl`)).status).toBe(404);
    const copy = mine + day.slice(folder.length);
    expect((await cast.bob.ask(copy)).status).toBe(200);
    expect((await cast.anna.ask(copy)).status).toBe(403);
  });
});
