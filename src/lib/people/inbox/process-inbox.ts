import { alone } from '../alone.ts';
import { Cannot } from '../cannot.ts';
import type { House } from '../me.ts';
import { moment, type Moment } from '../moment.ts';
import { mySpace } from '../space.ts';
import { friends } from '../friends/friends.question.ts';
import { hintIn } from './hint.rules.ts';
import { lookedInto, rememberLooked } from './looked.ts';
import { receive } from './receive.ts';
import { verify } from './verify.ts';

export interface InboxReport {
  /** People whose word was found true and taken into my records in this run. */
  readonly heard: readonly string[];
  /** Messages that could not be found true. They stay folded away, as nothing but a number. */
  readonly unclear: readonly string[];
  /** Messages not looked into yet. */
  readonly left: number;
}

/** Characters of a message. Ours have about 600; what is larger is not looked into. */
const LARGEST = 16_000;
/** Open requests that are kept; more wait in the inbox until some are answered. */
const MOST_REQUESTS = 100;

/**
 * Reads at most `limit` new messages of my inbox, checks each at the sender's own space, takes what is true into my
 * records and removes those messages. Throws PodProblem when the inbox itself cannot be listed.
 */
export function processInbox(house: House, { limit = 20, now = moment } = {}): Promise<InboxReport> {
  return alone(house.me.id, () => work(house, limit, now));
}

async function work(house: House, limit: number, now: () => Moment): Promise<InboxReport> {
  const { me, sync, asking } = house;
  const { inbox } = await mySpace(me)(asking.read);
  const going = new Set((await sync.outbox()).map((entry) => entry.document));
  const there = (await sync.list(inbox)).filter((url) => !url.endsWith('/') && !going.has(url));
  const looked = await lookedInto(house);
  const fresh = there.filter((url) => looked[url] === undefined);
  const batch = fresh.slice(0, limit);
  await sync.refresh(batch);
  const heard: string[] = [];
  let left = fresh.length;
  for (const url of batch) {
    const asks = (await friends(me)(asking.read)).filter((friend) => friend.state === 'asks');
    if (asks.length >= MOST_REQUESTS) break;
    left--;
    const outcome = await lookInto(house, url, inbox, now());
    if (outcome.is === 'heard') heard.push(outcome.from);
    else if (outcome.is !== 'later') looked[url] = outcome.is;
  }
  await rememberLooked(house, looked, there);
  const unclear = there.filter((url) => looked[url] === 'unclear' || looked[url] === 'forged');
  return { heard, unclear, left };
}

type Outcome = { is: 'heard'; from: string } | { is: 'later' | 'other' | 'unclear' | 'forged' };

async function lookInto(house: House, url: string, inbox: string, now: Moment): Promise<Outcome> {
  const view = await house.asking.read(url);
  if (view.document === undefined || (view.document.state === 'broken' && view.document.turtle === '')) {
    const passing = ['offline', 'slow', 'unauthorised'].includes(view.document?.problem?.kind ?? 'offline');
    return { is: passing ? 'later' : 'unclear' };
  }
  if (view.document.turtle.length > LARGEST) return { is: 'unclear' };
  const hint = hintIn(view.graph, inbox, house.me.id);
  if (typeof hint === 'string') return { is: hint };
  const verdict = await verify(house, hint);
  if (verdict.is === 'unreachable') return { is: 'later' };
  if (verdict.is === 'forged') return { is: 'forged' };
  try {
    await receive(house, verdict.person, verdict.side, now);
  } catch (error) {
    // My own space or theirs does not answer just now: the message stays for the next time.
    if (error instanceof Cannot) return { is: 'later' };
    throw error;
  }
  await house.sync.change([{ document: url, intent: { kind: 'remove' }, label: 'Tidy your inbox' }]);
  return { is: 'heard', from: verdict.person.id };
}
