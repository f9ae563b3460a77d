import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { houseOver } from '#lib/people/house.testing.ts';
import { iri, quad, text } from '#lib/rdf/terms.ts';
import { AS, DCT, SIOC } from '#lib/rdf/vocab.ts';
import { outcome } from '#lib/solid/outcome.testing.ts';
import type { Cast } from '#lib/solid/pod.contract.ts';
import { realCast } from '#lib/solid/real-cast.testing.ts';
import { start } from '../../../pod-server/dist/start.js';
import { deleteMessage } from './delete-message.ts';
import { editMessage } from './edit-message.ts';
import { chatOfTwo, sees, texts } from './house.testing.ts';
import { react } from './react.ts';
import { send } from './send.ts';

type House = ReturnType<typeof houseOver>;

describe('a chat on the bundled server', { timeout: 120_000 }, () => {
  let cast: Cast;
  let chat: string;
  const opened: House[] = [];
  const open = (who: 'anna' | 'bob') => {
    const { webId, storage, pod } = cast[who];
    const house = houseOver(webId, storage, pod);
    opened.push(house);
    return house;
  };
  let anna: House;
  let bob: House;
  beforeAll(async () => {
    cast = await realCast(await start({ memory: true }));
    anna = open('anna');
    bob = open('bob');
    chat = await chatOfTwo(anna, bob, 'Boats');
  }, 120_000);
  afterAll(async () => {
    for (const house of opened) house.close();
    await cast?.stop();
  });

  it('send, edit, delete and react reach the other', async () => {
    const one = (await send(anna, chat, { text: 'Wind?' })).message;
    await anna.allSent();
    expect(await texts(bob, chat)).toEqual(['Wind?']);
    const two = (await send(bob, chat, { text: 'Wst' })).message;
    await editMessage(bob, two, 'West');
    await react(bob, one, '👍');
    await bob.allSent();
    const three = (await send(bob, chat, { text: 'Oops' })).message;
    await deleteMessage(bob, three);
    await bob.allSent();
    const { list } = await sees(anna, chat);
    expect(
      list.map(({ body, signature }) => [body.kind === 'text' ? body.text : body.kind, signature])
    ).toEqual([
      ['Wind?', 'verified'],
      ['West', 'verified'],
      ['deleted', 'verified']
    ]);
    expect(list[0]!.reactions).toMatchObject([{ emoji: '👍', people: [bob.me.id] }]);
  });

  it('eight devices write at once: nothing is lost, nothing is there twice', async () => {
    const before = (await texts(anna, chat)).length;
    const devices = await Promise.all(
      Array.from({ length: 8 }, async (_, n) => {
        const device = open(n % 2 ? 'anna' : 'bob');
        await sees(device, chat);
        return device;
      })
    );
    const wanted = devices.flatMap((_, n) =>
      Array.from({ length: 5 }, (__, m) => `writer ${n}, message ${m}`)
    );
    await Promise.all(
      devices.map(async (device, n) => {
        for (let m = 0; m < 5; m++) await send(device, chat, { text: `writer ${n}, message ${m}` });
        await device.allSent();
      })
    );
    const [seenByAnna, seenByBob] = await Promise.all([anna, bob].map((house) => texts(house, chat)));
    expect(seenByAnna!.slice(before).sort()).toEqual([...wanted].sort());
    expect(seenByBob).toEqual(seenByAnna);
  });

  it('the table: who may do what to what, as the server answers', async () => {
    const index = chat.split('#')[0]!;
    const day = (await sees(anna, chat)).list[0]!.id.split('#')[0]!;
    const folder = day.slice(0, day.lastIndexOf('/') + 1);
    const line = (at: string) => ({ insert: [quad(`${at}#x`, DCT.title, text('x'))], delete: [] });
    const [first] = (await sees(anna, chat)).list;
    const takenOut = { insert: [], delete: [quad(first!.id, SIOC.content, text('Wind?'))] };
    const tries: Record<string, (pod: Cast['bob']['pod']) => Promise<unknown>> = {
      'read the index': (pod) => pod.read(index),
      'add to the index': (pod) => pod.patch(index, line(index)),
      'point the index elsewhere': (pod) =>
        pod.patch(index, { insert: [quad(chat, AS.current, iri(`${folder}x.ttl`))], delete: [] }),
      'read a day': (pod) => pod.read(day),
      'add to a day': (pod) => pod.patch(day, line(day)),
      "take another's words out of a day": (pod) => pod.patch(day, takenOut),
      'replace a day': (pod) => pod.replace(day, '<#a> <#b> <#c>.', 'text/turtle'),
      'remove a day': (pod) => pod.remove(day),
      'make a new document': (pod) =>
        pod.create(`${folder}n${crypto.randomUUID()}.ttl`, '<#a> <#b> <#c>.', 'text/turtle'),
      'see who may do what': (pod) => pod.access(index.replace('index.ttl', ''))
    };
    const seen: Record<string, [bob: string, nobody: string]> = {};
    for (const [what, attempt] of Object.entries(tries))
      seen[what] = [await outcome(attempt(cast.bob.pod)), await outcome(attempt(cast.nobody))];
    expect(seen).toEqual({
      'read the index': ['ok', 'unauthorised'],
      'add to the index': ['forbidden', 'unauthorised'],
      'point the index elsewhere': ['forbidden', 'unauthorised'],
      'read a day': ['ok', 'unauthorised'],
      // WAC cannot tell a word of one's own from one in another's name: signatures do.
      'add to a day': ['ok', 'unauthorised'],
      "take another's words out of a day": ['forbidden', 'unauthorised'],
      'replace a day': ['forbidden', 'unauthorised'],
      'remove a day': ['forbidden', 'unauthorised'],
      'make a new document': ['ok', 'unauthorised'],
      'see who may do what': ['forbidden', 'unauthorised']
    });
  });
});
