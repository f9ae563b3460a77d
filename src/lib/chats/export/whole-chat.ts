import type { View } from '#lib/cache/view.ts';
import { documentOf } from '#lib/people/address.ts';
import type { House } from '#lib/people/me.ts';
import { profileOf } from '#lib/people/profile.question.ts';
import type { Read } from '#lib/query/ask.ts';
import { opened } from '../chat.question.ts';
import type { Chat } from '../chat.ts';
import { checksOf } from '../checks.ts';
import { findDays } from '../find-days.ts';
import { foundDays } from '../looked-for.ts';
import { inChat } from '../in-chat.ts';
import type { Message } from '../message.ts';
import { isCleared, untilNow } from '../mine.ts';
import { listIn } from '../messages.question.ts';
import { dayOf, rootOf } from '../places.ts';
import { allDays } from './all-days.ts';

/** How far it is: documents of the chat that were read so far. How many there are nobody knows before the end. */
export type OnProgress = (documents: number) => void;

/** Everything of one chat, as far as it can be read today. */
export interface WholeChat {
  readonly head: Chat;
  /** Oldest first; without those that I cleared for myself. */
  readonly messages: readonly Message[];
  /** The documents as they stand, the index among them. */
  readonly views: readonly View[];
  /** Person -> name; whoever cannot be asked, or is not of the chat, has the readable part of their address. */
  readonly names: ReadonlyMap<string, string>;
  /** Addresses that could not be read just now (what was remembered of them is in all the same). */
  readonly missing: readonly string[];
}

/** Fetches the index, every day, the keys and the names of who spoke. Rejects for `signal`, never for what does not answer. */
export async function wholeChat(
  house: House,
  id: string,
  onProgress: OnProgress,
  signal?: AbortSignal
): Promise<WholeChat> {
  const checks = checksOf(house);
  const missing: string[] = [];
  const began = Date.now();
  const { head: said, read, days } = await opened(house.me, id)(fresh(house, signal));
  const head = untilNow(said, house.now());
  try {
    // Other apps link no days; ours do, and looking finds nothing new there. A copy names its own.
    if (!head.isCopy) await findDays(house, id, { most: 10_000 });
  } catch {
    // Offline, or folders that I may not list. What the links lead to is there; that it may not be all is told.
    missing.push(rootOf(id));
  }
  const found = [...(await foundDays(house, id)).days, ...days];
  const views = await allDays(read, id, { found, now: new Date(house.now()), onRead: onProgress });
  const list = () => listIn(house, checks, read, views, head, Infinity);
  await list();
  await checks.done();
  const messages = (await list()).filter(({ id, at }) => !isCleared(head, id, at));
  const known = inChat(head);
  const spoke = messages.flatMap(peopleOf).filter((person) => known.has(person));
  const people = [...new Set([...head.people.map((person) => person.id), ...spoke])];
  const names = new Map(
    await Promise.all(people.map(async (person) => [person, (await profileOf(person)(read)).name] as const))
  );
  // Nobody need have said anything today.
  const today = dayOf(id, new Date(house.now()));
  const isNothing = ({ url, document }: View) => url === today && document?.state === 'missing';
  // Without a network nothing is asked for, and nothing fails: what was not confirmed just now may not be all.
  const isSure = ({ document, waiting }: View) =>
    document === undefined ? waiting.length > 0 : !document.problem && document.seen >= began;
  missing.push(...views.filter((view) => !isSure(view) && !isNothing(view)).map(({ url }) => url));
  return { head, messages, views, names, missing };
}

const peopleOf = ({ maker, reactions, body }: Message): string[] =>
  [
    maker,
    body.kind === 'deleted' ? body.by : undefined,
    ...reactions.flatMap((reaction) => reaction.people)
  ].filter((person) => person !== undefined && person !== '') as string[];

/** Reads what the server says now, each document once. */
function fresh({ sync, asking }: House, signal: AbortSignal | undefined): Read {
  const asked = new Map<string, Promise<void>>();
  return async (url, wish) => {
    const document = documentOf(url);
    signal?.throwIfAborted();
    if (!asked.has(document)) asked.set(document, sync.refresh([document]));
    await asked.get(document);
    return asking.read(url, wish);
  };
}
