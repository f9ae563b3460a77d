import { afterEach, beforeEach, expect } from 'vitest';
import { testHouse, type TestHouse } from '#lib/people/house.testing.ts';
import { processInbox } from '#lib/people/inbox/process-inbox.ts';
import type { House } from '#lib/people/me.ts';
import type { Moment } from '#lib/people/moment.ts';
import { dateTime, iri, quad, text, type Quad } from '#lib/rdf/terms.ts';
import { DCT, FOAF, SEC, SIOC, WF } from '#lib/rdf/vocab.ts';
import { memoryWorld, type World } from '#lib/solid/memory-world.ts';
import type { Invitation, Messages } from './chat.ts';
import type { Message } from './message.ts';
import { checksOf } from './checks.ts';
import { invitations } from './invitations.question.ts';
import { join } from './join.ts';
import { lookAt } from './look-at.ts';
import { sees } from './sees.testing.ts';
import { send } from './send.ts';

export { sees };

export const open = (name: string, world?: World): TestHouse => testHouse(name, world);

/** Three people in one world. */
export const three = (
  world: World,
  names: readonly [string, string, string] = ['anna', 'ben', 'cleo']
): [TestHouse, TestHouse, TestHouse] =>
  names.map((name) => open(name, world)) as [TestHouse, TestHouse, TestHouse];

/** The text of a message, or what it is where it has none. */
export const textIn = (body: Message['body']): string => (body.kind === 'text' ? body.text : body.kind);

/** The texts, oldest first. */
export const textsOf = ({ list }: Messages): string[] => list.map(({ body }) => textIn(body));

export const texts = async (house: House, chat: string): Promise<string[]> =>
  textsOf(await sees(house, chat));

/** The invitations that lie in the inbox, as far as they were read, with all that may be asked for by itself. */
export async function invited(house: House): Promise<Invitation[]> {
  const ask = () =>
    invitations(house)(async (url) => {
      await house.sync.refresh([url.split('#')[0]!]);
      return house.asking.read(url);
    });
  await ask();
  await checksOf(house).done();
  return ask();
}

/** Looks into the inbox and takes part in whatever it finds there. */
export async function joins(
  house: TestHouse | (House & { allSent(): Promise<void> }),
  now?: Moment
): Promise<string[]> {
  await processInbox(house);
  for (const each of await invited(house)) if (!each.isLooked) await lookAt(house, each);
  const found = (await invited(house)).filter(({ isLooked }) => isLooked);
  for (const each of found) await join(house, each, now);
  await house.allSent();
  return found.map(({ chat }) => chat.id);
}

/** Two people in one chat that the first started. */
export async function chatOfTwo(
  one: House & { allSent(): Promise<void> },
  other: House & { allSent(): Promise<void> },
  title?: string
): Promise<string> {
  const { startChat } = await import('./start-chat.ts');
  const { chat } = await startChat(one, { people: [other.me.id], title });
  await one.allSent();
  expect(await joins(other)).toEqual([chat]);
  return chat;
}

/** A chat of Anna's and Ben's, who may add to its documents what he likes. */
export interface Stage {
  readonly world: World;
  readonly anna: TestHouse;
  readonly ben: TestHouse;
  readonly chat: string;
  readonly day: string;
  /** Two messages of hers. */
  readonly first: string;
  readonly other: string;
  /** Ben adds this to the day. */
  adds(...insert: Quad[]): Promise<unknown>;
  /** What she sees. */
  seen(): Promise<readonly Message[]>;
}

/** Anew for each test. */
export function twoWhoTalk(into: (stage: Stage) => void): void {
  let houses: TestHouse[] = [];
  beforeEach(async () => {
    const world = memoryWorld();
    const [anna, ben] = ['anna', 'ben'].map((name) => open(name, world)) as [TestHouse, TestHouse];
    houses = [anna, ben];
    const chat = await chatOfTwo(anna, ben);
    const first = (await send(anna, chat, { text: 'I owe you 5' })).message;
    const other = (await send(anna, chat, { text: 'Soup?' })).message;
    await anna.allSent();
    const day = first.split('#')[0]!;
    const adds = (...insert: Quad[]) => world.podFor(ben.me.id).patch(day, { insert, delete: [] });
    const seen = async () => (await sees(anna, chat)).list;
    into({ world, anna, ben, chat, day, first, other, adds, seen });
  });
  afterEach(() => houses.forEach((house) => house.close()));
}

/** Words in somebody's name. */
export const said = (id: string, content: string, maker: string, proof?: string): Quad[] => [
  quad(id, SIOC.content, text(content)),
  quad(id, DCT.created, dateTime(new Date())),
  quad(id, FOAF.maker, iri(maker)),
  ...(proof ? [quad(id, SEC.proofValue, text(proof))] : [])
];

/** The same as a message of the chat. */
export const listed = (
  chat: string,
  id: string,
  ...rest: [content: string, maker: string, proof?: string]
) => [quad(chat, WF.message, iri(id)), ...said(id, ...rest)];
