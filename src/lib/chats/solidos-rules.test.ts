import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestHouse } from '#lib/people/house.testing.ts';
import { momentAt } from '#lib/people/moment.ts';
import { Graph } from '#lib/rdf/graph.ts';
import { parseTurtle } from '#lib/rdf/turtle.ts';
import { DCT, FOAF, RDF, SCHEMA, SEC, SIOC, SOLID, WF, XSD } from '#lib/rdf/vocab.ts';
import { memoryWorld, type World } from '#lib/solid/memory-world.ts';
import { verifies } from './bip340.testing.ts';
import { deleteMessage } from './delete-message.ts';
import { editMessage } from './edit-message.ts';
import { joins, open, sees } from './house.testing.ts';
import { publicKeyIn } from './keys.question.ts';
import { react, unreact } from './react.ts';
import { replyIn } from './reply-in.ts';
import { send } from './send.ts';
import { sendFile } from './send-file.ts';
import { startChat } from './start-chat.ts';

/** One document of everything that was sent, in the order in which it was: what it says, and what it takes away. */
interface Written {
  readonly verb: string;
  readonly url: string;
  readonly body: string;
  readonly said: Graph;
}

let world: World;
let houses: TestHouse[];

const clause = (body: string, name: string) =>
  new RegExp(`(?:solid:|/terms#)${name}>?\\s*\\{([^}]*)\\}`).exec(body)?.[1] ?? '';

function writtenBy(house: TestHouse): Written[] {
  return house.sent
    .filter(({ body, url }) => typeof body === 'string' && !url.endsWith('.txt'))
    .map(({ verb, url, body }) => {
      const whole = String(body);
      const prefixes = whole.match(/^@prefix .*$/gm)?.join('\n') ?? '';
      const isPatch = whole.includes('InsertDeletePatch');
      const turtle = isPatch ? `${prefixes}\n${clause(whole, 'inserts')}` : whole;
      const base = url.endsWith('/') ? `${url}message` : url;
      return { verb, url, body: whole, said: new Graph(parseTurtle(turtle, base)) };
    });
}

/** Everything two people can say to each other in a chat, on one evening; answers what left both houses. */
async function evening(at: string): Promise<{ chat: string; written: Written[] }> {
  const [anna, ben] = houses as [TestHouse, TestHouse];
  let minute = 0;
  const next = () => momentAt(new Date(new Date(at).getTime() + 1_000 * minute++));
  const { chat } = await startChat(anna, { people: [ben.me.id], title: 'Boats' }, next());
  await anna.allSent();
  await joins(ben, next());
  for (const [one, other] of [
    [anna, ben],
    [ben, anna]
  ] as const) {
    await sees(one, chat);
    const { message } = await send(one, chat, { text: 'Soup "is"\non @Ben' }, next());
    await editMessage(one, message, 'Soup \\ is', next());
    const mentions = [other.me.id];
    await send(one, chat, { text: '@you', replyTo: message, mentions }, next());
    await replyIn(one, message, { text: 'With bread' }, next());
    await sendFile(one, chat, { file: new Blob(['x']), name: '1 list.txt' }, next());
    const gone = (await send(one, chat, { text: 'Wrong window' }, next())).message;
    await deleteMessage(one, gone, next());
    await react(one, message, '❤️', next());
    await react(one, message, '🍲', next());
    await one.allSent();
    const { list } = await sees(one, chat);
    const mine = list.find(({ id }) => id === message)!.reactions.find(({ emoji }) => emoji === '🍲')!.mine!;
    await unreact(one, mine, next());
    await one.allSent();
  }
  return { chat, written: [anna, ben].flatMap(writtenBy) };
}

describe.each(['Pacific/Auckland', 'Pacific/Honolulu'])('what SolidOS needs, written in %s', (place) => {
  let chat: string;
  let written: Written[];
  let days: Written[];
  const zone = process.env['TZ'];
  beforeAll(async () => {
    process.env['TZ'] = place;
    world = memoryWorld();
    houses = ['anna', 'ben'].map((name) => open(name, world));
    ({ chat, written } = await evening('2026-03-02T23:40:00Z'));
    days = written.filter(({ said }) => said.subjects(SIOC.content).length > 0);
  });
  afterAll(() => {
    for (const house of houses) house.close();
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it('whatever has a text has its maker, its time and its signature in the same patch', () => {
    expect(days.length).toBeGreaterThanOrEqual(18);
    for (const { verb, said } of days) {
      expect(verb).toBe('patch');
      for (const id of said.subjects(SIOC.content)) {
        const makers = [...said.iris(id, FOAF.maker), ...said.iris(id, SCHEMA.agent)];
        expect(makers, id).toHaveLength(1);
        expect(said.objects(id, DCT.created), id).toHaveLength(1);
        expect(said.objects(id, SEC.proofValue), id).toHaveLength(1);
      }
    }
  });

  it('whatever the chat lists is said in the same patch', () => {
    const listings = written.flatMap(({ said }) => said.iris(chat, WF.message).map((id) => ({ said, id })));
    expect(listings).toHaveLength(10);
    for (const { said, id } of listings) {
      expect(said.text(id, SIOC.content), id).toBeTruthy();
      expect(said.iris(id, FOAF.maker), id).toHaveLength(1);
    }
  });

  it('days are UTC days, padded, and their document is chat.ttl', () => {
    expect(new Set(days.map(({ url }) => url))).toEqual(
      new Set([chat.replace('index.ttl#this', '2026/03/02/chat.ttl')])
    );
    expect(new Date('2026-03-02T23:40:00Z').getDate() === 2).toBe(place === 'Pacific/Honolulu');
  });

  it('times are xsd:dateTime in UTC', () => {
    const times = written.flatMap(({ said }) =>
      said.quads.filter(
        ({ object }) => object.termType === 'Literal' && /^\d{4}-\d\d-\d\dT/.test(object.value)
      )
    );
    expect(times.length).toBeGreaterThan(20);
    for (const { object } of times) {
      expect(object.value).toMatch(/^2026-03-0\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(object.termType === 'Literal' && object.datatype.value).toBe(XSD.dateTime);
    }
  });

  it('names of folders and files begin with a letter, save the parts of a date; so do fragments', () => {
    const root = chat.replace('index.ttl#this', '');
    const own = houses.flatMap(({ sent }) => sent).filter(({ url }) => url.startsWith(root));
    for (const { url } of own) {
      const path = url.slice(root.length).replace(/^\d{4}\/\d\d\/\d\d\//, '');
      for (const name of path.split('/').filter(Boolean)) expect(name, url).toMatch(/^[a-z]/);
    }
    expect(root).toMatch(/\/chats\/[a-z][^/]*\/$/);
    for (const id of days.flatMap(({ said }) => said.subjects(SIOC.content)))
      expect(id).toMatch(/#Msg[A-Za-z0-9-]+$/);
  });

  it('the words of schema.org are http', () => {
    const all = written.map(({ body }) => body).join('\n');
    expect(all).not.toContain('https://schema.org');
    for (const word of [SCHEMA.LikeAction, SCHEMA.Action, SCHEMA.dateDeleted, SCHEMA.mentions, SCHEMA.agent])
      expect(all, word).toContain(`<${word}>`);
    expect(SCHEMA.LikeAction).toBe('http://schema.org/LikeAction');
  });

  it('an edit and a deletion are additions, which the chat does not list', () => {
    const replacing = written.flatMap(({ said, body }) =>
      said
        .subjects(DCT.isReplacedBy)
        .flatMap((id) => said.iris(id, DCT.isReplacedBy).map((to) => ({ to, said, body })))
    );
    expect(replacing.length).toBeGreaterThanOrEqual(5);
    for (const { to, said, body } of replacing) {
      expect(said.has(chat, WF.message, to), to).toBe(false);
      expect(clause(body, 'deletes'), to).toBe('');
      // SolidOS passes over what has a date of deletion, and shows this text where it does not.
      if (said.has(to, SIOC.content) && said.text(to, SIOC.content) === '(message deleted)')
        expect(said.objects(to, SCHEMA.dateDeleted), to).toHaveLength(1);
    }
  });

  it('a thread is called after the message it hangs on, and has its kind', () => {
    const threads = written.flatMap(({ said }) =>
      said.subjects(SIOC.has_reply).map((id) => [id, said.iris(id, SIOC.has_reply), said] as const)
    );
    expect(threads).toHaveLength(2);
    for (const [id, [thread], said] of threads) {
      expect(thread).toBe(`${id}-thread`);
      expect(said.has(thread!, RDF.type, SIOC.Thread)).toBe(true);
    }
  });

  it(
    'every signature holds, for a verifier of its own, under the key its maker publishes',
    { timeout: 60_000 },
    async () => {
      const keys = new Map<string, string>();
      for (const { me } of houses) {
        const shown = await world.podFor().read(publicKeyIn(me.storage));
        keys.set(me.id, new Graph(parseTurtle(shown!.body, shown!.url)).text(me.id, SOLID.publicKey)!);
      }
      for (const { said } of days.slice(0, 10))
        for (const id of said.subjects(SEC.proofValue)) {
          const maker = [...said.iris(id, FOAF.maker), ...said.iris(id, SCHEMA.agent)][0]!;
          // Spelled out once more, as SolidOS makes it (solid-ui, chat/signature.ts), with nothing of ours.
          const text = JSON.stringify({
            id,
            created: said.text(id, DCT.created),
            dateDeleted: '',
            content: said.text(id, SIOC.content),
            maker,
            sig: ''
          });
          const hash = createHash('sha256').update(text).digest();
          expect(verifies(said.text(id, SEC.proofValue)!, hash, keys.get(maker)!), id).toBe(true);
        }
    }
  );
});
