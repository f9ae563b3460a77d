import { alone } from '#lib/people/alone.ts';
import { Cannot } from '#lib/people/cannot.ts';
import { lookedInto, rememberLooked } from '#lib/people/inbox/looked.ts';
import type { House } from '#lib/people/me.ts';
import { moment, type Moment } from '#lib/people/moment.ts';
import { myChats } from '../my-chats.question.ts';
import { labels } from '../words.ts';
import { letterIn, type Letter } from './letter.ts';
import { signedLetter } from './letter-signature.ts';
import { signedBy } from './signed-by.ts';
import { taskOf, type Task } from './task-of.ts';

/** How long a letter that cannot be checked is looked at again (ms). */
const PATIENCE = 30 * 86_400_000;

/** What becomes of a letter. `later`: it could not be checked, and stays; `not now`: others came before it. */
type Outcome = 'done' | 'later' | 'not now';

/**
 * Answers letters about chats that `processInbox` found to be nothing about friendship: lets in who has a good code,
 * takes out who left, hears a refusal. What is wrong is removed without a word: a letter whose code is not mine costs no
 * request. At most `limit` of the others are checked a look, each at its sender's space. Answers how many are left.
 */
export function answerLetters(house: House, { limit = 20, now = () => moment(house) } = {}): Promise<number> {
  return alone(house.me.id, () => work(house, limit, now));
}

async function work(house: House, limit: number, now: () => Moment): Promise<number> {
  const looked = await lookedInto(house);
  const going = new Set((await house.sync.outbox()).map((entry) => entry.document));
  const urls = Object.keys(looked).filter((url) => looked[url] === 'other' && !going.has(url));
  const mine = new Set(await myChats(house.me)(house.asking.read));
  const gone: string[] = [];
  let checked = 0;
  let left = 0;
  for (const url of urls) {
    const { graph } = await house.asking.read(url);
    const letter = letterIn(graph);
    if (!letter) continue;
    const outcome = await answered(house, letter, mine, now(), () => checked++ < limit);
    if (outcome === 'done') gone.push(url);
    else if (outcome === 'not now') left++;
    else {
      // To the end: others come before it the next time.
      delete looked[url];
      looked[url] = 'other';
      left++;
    }
  }
  await rememberLooked(house, looked, Object.keys(looked));
  await house.sync.change(
    gone.map((document) => ({ document, intent: { kind: 'remove' }, label: labels.tidy }))
  );
  return left;
}

async function answered(
  house: House,
  letter: Letter,
  mine: ReadonlySet<string>,
  now: Moment,
  mayCheck: () => boolean
): Promise<Outcome> {
  try {
    const task = await taskOf(house, letter, mine);
    if (!task || (await house.notes.get(noteOf(letter)))) return 'done';
    return mayCheck() ? await settled(house, letter, task, now) : 'not now';
  } catch (error) {
    // Their space or mine does not answer just now.
    if (error instanceof Cannot) return 'later';
    throw error;
  }
}

async function settled(house: House, letter: Letter, task: Task, now: Moment): Promise<Outcome> {
  const { kind, actor, chat, published, proof } = letter;
  const to = kind === 'join' ? letter.owner : kind === 'refusal' ? letter.person : '';
  const code = kind === 'join' ? letter.code : '';
  const signed = signedLetter({ kind, actor, chat, published, to, code });
  const verdict = await signedBy(house, signed, proof);
  if (verdict === 'forged') return 'done';
  if (verdict === 'unknown')
    return Math.abs(now.at.getTime() - published.getTime()) > PATIENCE ? 'done' : 'later';
  await task(house, now);
  await house.notes.set(noteOf(letter), true);
  return 'done';
}

/** One answer to one letter, however often somebody puts it into the inbox: else two apps could go on for ever. */
const noteOf = ({ kind, actor, chat, published }: Letter): string =>
  `answered:${kind} ${actor} ${chat} ${published.toISOString()}`;
