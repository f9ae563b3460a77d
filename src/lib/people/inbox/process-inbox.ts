import { alone } from '../alone.ts';
import { Cannot } from '../cannot.ts';
import type { House } from '../me.ts';
import { moment, type Moment } from '../moment.ts';
import { mySpace, spaceOf } from '../space.ts';
import { entriesIn } from '../friends/entry.rules.ts';
import { friends } from '../friends/friends.question.ts';
import { hintIn, type Hint } from './hint.rules.ts';
import { lookedInto, rememberLooked } from './looked.ts';
import { inOrder, type Candidate } from './order.rules.ts';
import { receive } from './receive.ts';
import { verify } from './verify.ts';

export interface InboxReport {
  /** People whose word was found true and taken into my records in this run. */
  readonly heard: readonly string[];
  /** Messages that could not be found true. They stay folded away, as nothing but a number. */
  readonly unclear: readonly string[];
  /** Messages not checked yet. */
  readonly left: number;
}

/** Characters of a message. Ours have about 600; what is larger is not looked into. */
const LARGEST = 16_000;
/** Open requests that are kept; more wait in the inbox until some are answered. */
const MOST_REQUESTS = 100;
/** Messages that are read in one look for each that is checked: my own server's work, and no stranger's. */
const READ_FOR_EACH = 3;

/**
 * Checks at most `limit` new messages of my inbox, each at the sender's own space, takes what is true into my records
 * and removes those messages. Throws PodProblem when the inbox itself cannot be listed.
 */
export function processInbox(
  house: House,
  { limit = 20, now = () => moment(house) } = {}
): Promise<InboxReport> {
  return alone(house.me.id, () => work(house, limit, now));
}

async function work(house: House, limit: number, now: () => Moment): Promise<InboxReport> {
  const { me, sync, asking } = house;
  const { inbox } = await mySpace(me)(asking.read);
  const going = new Set((await sync.outbox()).map((entry) => entry.document));
  const there = (await sync.list(inbox)).filter((url) => !url.endsWith('/') && !going.has(url));
  const looked = await lookedInto(house);
  const fresh = there.filter((url) => looked[url] === undefined || looked[url] === 'later');
  await readSome(house, fresh, limit * READ_FOR_EACH);
  const candidates: Candidate[] = [];
  const putOff = Object.keys(looked).filter((url) => looked[url] === 'later');
  for (const url of fresh) {
    const hint = await hintOf(house, url, inbox);
    const before = putOff.indexOf(url);
    if (typeof hint === 'object') candidates.push({ url, hint, putOff: before < 0 ? undefined : before });
    else if (hint !== undefined) looked[url] = hint;
  }
  const known = entriesIn((await asking.read(spaceOf(me).subscriptions)).graph, me.id);
  const heard: string[] = [];
  let left = fresh.filter((url) => looked[url] === undefined || looked[url] === 'later').length;
  for (const { url, hint } of inOrder(candidates, (person) => known.has(person)).slice(0, limit)) {
    const asks = (await friends(me)(asking.read)).filter((friend) => friend.state === 'asks');
    if (asks.length >= MOST_REQUESTS) break;
    left--;
    const outcome = await lookInto(house, url, hint, now());
    if (outcome === 'heard') heard.push(hint.actor);
    else {
      // To the end: what is put off again comes after what was put off before.
      delete looked[url];
      looked[url] = outcome;
    }
  }
  await rememberLooked(house, looked, there);
  const unclear = there.filter((url) => looked[url] === 'unclear' || looked[url] === 'forged');
  return { heard, unclear, left };
}

/** Fetches the first so many that this device never read, and those it could not read. */
async function readSome(house: House, urls: readonly string[], most: number): Promise<void> {
  const unread: string[] = [];
  for (const url of urls) {
    const { document } = await house.asking.read(url);
    if (document === undefined || document.state === 'broken') unread.push(url);
  }
  await house.sync.refresh(unread.slice(0, most));
}

/** What a message is about; undefined while it could not be read. */
async function hintOf(
  house: House,
  url: string,
  inbox: string
): Promise<ReturnType<typeof hintIn> | undefined> {
  const { document, graph } = await house.asking.read(url);
  if (document === undefined || (document.state === 'broken' && document.turtle === '')) {
    const passing = ['offline', 'slow', 'unauthorised'].includes(document?.problem?.kind ?? 'offline');
    return passing ? undefined : 'unclear';
  }
  return document.turtle.length > LARGEST ? 'unclear' : hintIn(graph, inbox, house.me.id);
}

async function lookInto(
  house: House,
  url: string,
  hint: Hint,
  now: Moment
): Promise<'heard' | 'later' | 'forged'> {
  const verdict = await verify(house, hint);
  if (verdict.is === 'unreachable') return 'later';
  if (verdict.is === 'forged') return 'forged';
  try {
    await receive(house, verdict.person, verdict.side, now);
  } catch (error) {
    // My own space or theirs does not answer just now: the message stays for the next time.
    if (error instanceof Cannot) return 'later';
    throw error;
  }
  await house.sync.change([{ document: url, intent: { kind: 'remove' }, label: 'Tidy your inbox' }]);
  return 'heard';
}
