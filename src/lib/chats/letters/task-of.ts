import { documentOf } from '#lib/people/address.ts';
import type { Invite } from '#lib/people/invite.shape.ts';
import { known } from '#lib/people/known.ts';
import type { House } from '#lib/people/me.ts';
import type { Moment } from '#lib/people/moment.ts';
import { spaceOf } from '#lib/people/space.ts';
import type { Chat } from '../chat.ts';
import { headFor } from '../head.ts';
import { invite } from '../invite.ts';
import { chatLinks, isGood } from '../links/chat-links.question.ts';
import { remove } from '../remove.ts';
import { labels } from '../words.ts';
import { asks } from './asks.question.ts';
import { codeProof } from './code-proof.ts';
import { leaveLetter } from './letter.shape.ts';
import { letterTo } from './letter-to.ts';
import type { Letter } from './letter.ts';
import { refuse } from './refuse.ts';
import { refused } from './refused.ts';

/** People whom a link may bring into one chat: the list of who may read is a document, and one code may go far. */
const MOST_PEOPLE = 250;
/** How far another clock may be from mine (ms). */
const APART = 600_000;

/** What a letter asks for, to be done once its signature is found true. */
export type Task = (house: House, now: Moment) => Promise<unknown>;

/** What a letter asks for if it is true; undefined when it cannot be. Asks nobody but my own space. */
export async function taskOf(
  house: House,
  letter: Letter,
  mine: ReadonlySet<string>
): Promise<Task | undefined> {
  const { me } = house;
  const { actor, chat } = letter;
  if (actor === me.id) return undefined;
  if (letter.kind === 'refusal') {
    const ask = (await asks(me)(house.asking.read)).find((each) => each.chat === chat);
    return ask?.owner === actor && letter.person === me.id && ask.published <= letter.published
      ? () => refused(house, ask.id, letter.published)
      : undefined;
  }
  if (!mine.has(chat)) return undefined;
  const head = await headFor(house, chat);
  if (letter.kind === 'leave') {
    // Who owns it by now, and who is in it, may be news here.
    const may = head.role !== 'owner' || isToGo(head, letter);
    return may ? (_, now) => takenOut(house, letter, now) : undefined;
  }
  if (head.role !== 'owner' || letter.owner !== me.id) return undefined;
  await known(house, spaceOf(me).invites);
  const link = await linkOf(await chatLinks(me, chat)(house.asking.read), letter.code, chat, actor);
  if (!link) return undefined;
  return (_, now) =>
    mayComeBy(head, link, actor, now)
      ? invite(house, chat, actor, 'member', now)
      : refuse(house, chat, actor, now);
}

/**
 * Whoever hands a chat over and leaves writes at once: their letter may be here before their word that I own it. And who
 * leaves may not have heard that I handed it over: then their letter goes on to whoever owns it, signed as it is.
 */
async function takenOut(
  house: House,
  { actor, chat, published, proof }: Leaving,
  now: Moment
): Promise<void> {
  if ((await headFor(house, chat)).role !== 'owner') await house.sync.refresh([documentOf(chat)]);
  const head = await headFor(house, chat);
  if (!isToGo(head, { actor, published })) return;
  if (head.role === 'owner') await remove(house, chat, actor, { left: true }, now);
  else if (head.owner !== undefined && head.owner !== actor) {
    const said = { actor, chat, published, proof };
    const letter = await letterTo(house, head.owner, leaveLetter, said, { label: labels.passOn });
    if (letter) await house.sync.change([letter]);
  }
}
type Leaving = Extract<Letter, { kind: 'leave' }>;

function isToGo({ people, departures }: Chat, { actor, published }: Pick<Leaving, 'actor' | 'published'>) {
  const part = people.find(({ id }) => id === actor);
  const isAfter = !part?.since || published.getTime() > part.since.getTime() - APART;
  // Sent once more after they came back: it was answered when they went.
  const isNew = departures.every(({ id, at }) => id !== actor || at < published);
  return part !== undefined && isAfter && isNew;
}

async function linkOf(
  links: readonly Invite[],
  code: string,
  chat: string,
  actor: string
): Promise<Invite | undefined> {
  for (const link of links) if ((await codeProof(link.token, chat, actor)) === code) return link;
  return undefined;
}

/** Who left or was taken out does not come back by a link that is older than that. */
function mayComeBy(head: Chat, link: Invite, person: string, now: Moment): boolean {
  if (head.people.some(({ id }) => id === person)) return true;
  const went = head.departures.filter(({ id }) => id === person);
  return (
    isGood(link, now.at) &&
    head.people.length < MOST_PEOPLE &&
    went.every(({ at }) => at.getTime() < link.published.getTime())
  );
}
