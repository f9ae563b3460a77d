import { describe, expect, it } from 'vitest';
import { readAll } from '#lib/rdf/shape.ts';
import { iri, quad, text, dateTime } from '#lib/rdf/terms.ts';
import { AS, DCT, FOAF, SCHEMA, SIOC, WF } from '#lib/rdf/vocab.ts';
import { checksOf } from './checks.ts';
import { chats } from './chats.question.ts';
import { chatOfTwo, sees, textIn, twoWhoTalk, type Stage } from './house.testing.ts';
import { clearForMe, markRead, showCleared } from './kept.ts';
import { keptChat, keptDocument, keptIn } from './mine.ts';
import { markerFolder, markerIn } from './reading/marker-place.ts';
import { shareReading } from './reading/share-reading.ts';
import { showRead } from './reading/show-read.ts';
import { send } from './send.ts';

let world: Stage['world'];
let anna: Stage['anna'];
let ben: Stage['ben'];
let chat: string;
let day: string;
let adds: Stage['adds'];
let seen: Stage['seen'];
twoWhoTalk((stage) => ({ world, anna, ben, chat, day, adds, seen } = stage));

describe('a message that says it is of a time to come', () => {
  const future = (id: string) => [
    quad(chat, WF.message, iri(id)),
    quad(id, SIOC.content, text('Soon')),
    quad(id, FOAF.maker, iri(ben.me.id)),
    quad(id, DCT.created, dateTime(new Date('9999-01-01T00:00:00Z')))
  ];
  const unread = async () => {
    await seen();
    const [line] = await chats(anna, checksOf(anna))(anna.asking.read);
    return line!.unread;
  };
  const says = async (text: string) => {
    await sees(ben, chat);
    await send(ben, chat, { text });
    await ben.allSent();
  };

  it('is read once, and what is said after it is new', async () => {
    await adds(...future(`${day}#MsgF`));
    expect(await unread()).toBe(1);
    await markRead(anna, chat, (await seen()).at(-1)!.at);
    await anna.allSent();
    expect(await unread()).toBe(0);
    expect((await keptIn(anna, chat)).readUntil!.getTime()).toBeLessThanOrEqual(Date.now());
    await says('News');
    expect(await unread()).toBe(1);
    await markRead(anna, chat);
    expect(await unread()).toBe(0);
  });

  it('does not hold its chat at the top of the list', async () => {
    const other = await chatOfTwo(anna, ben, 'Trains');
    await says('Now');
    await send(anna, other, { text: 'At nine' });
    await anna.allSent();
    await adds(...future(`${day}#MsgF`));
    await seen();
    const lines = await chats(anna, checksOf(anna))(anna.asking.read);
    expect(lines.map(({ id, last }) => [id, last && textIn(last.body)])).toEqual([
      [other, 'At nine'],
      [chat, 'Now']
    ]);
  });

  it('is cleared with the others, and what is said after it is shown', async () => {
    await adds(...future(`${day}#MsgF`));
    await seen();
    await clearForMe(anna, chat);
    await anna.allSent();
    expect(await seen()).toEqual([]);
    await says('News');
    await send(anna, chat, { text: 'Mine' });
    expect((await seen()).map(({ body }) => textIn(body))).toEqual(['News', 'Mine']);
    expect(await unread()).toBe(1);
    await showCleared(anna, chat);
    expect(await seen()).toHaveLength(5);
  });

  it('is not said to the others as far as I have read', async () => {
    await shareReading(anna, chat, true);
    await showRead(anna, chat, new Date('9999-01-01T00:00:00Z'), 0);
    await anna.allSent();
    expect(String(world.peek(markerIn(await markerFolder(anna.me.storage, chat))))).not.toContain('9999');
  });

  it('a time to come that was noted once hides nothing, and is put right by reading on', async () => {
    const until = new Date(Date.now() + 2 * 86_400_000);
    const settings = keptDocument(anna.me);
    await markRead(anna, chat, (await seen())[0]!.at);
    await anna.allSent();
    const line = readAll(keptChat, (await anna.asking.read(settings)).graph)[0]!.id;
    const insert = [SCHEMA.dateRead, AS.startTime].map((word) => quad(line, word, dateTime(until)));
    await world.podFor(anna.me.id).patch(settings, { insert, delete: [] });
    await anna.sync.refresh([settings]);
    await says('News');
    expect(await seen()).toHaveLength(3);
    expect(await unread()).toBe(1);
    await markRead(anna, chat);
    expect(await unread()).toBe(0);
    expect((await keptIn(anna, chat)).readUntil!.getTime()).toBeLessThan(until.getTime());
  });
});
