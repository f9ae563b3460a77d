import { followedChats } from '#lib/chats/followed-chats.question.ts';
import { keepCopies } from '#lib/chats/keep/keep-copies.ts';
import { answerLetters } from '#lib/chats/letters/answer-letters.ts';
import { enterAsked } from '#lib/chats/letters/enter-asked.ts';
import { checkFriends } from '#lib/people/friends/check-friends.ts';
import { processInbox } from '#lib/people/inbox/process-inbox.ts';
import type { House } from '#lib/people/me.ts';
import { spaceOf } from '#lib/people/space.ts';
import { followed } from '#lib/posts/followed.question.ts';
import { LDP } from '#lib/rdf/vocab.ts';
import { PodProblem } from '#lib/solid/problem.ts';

/** How often friendships are looked at while somebody has the app open, and messages where no channel tells of them. */
const EVERY_MS = 60_000;
/** Messages all the same: one whose sender did not answer is tried again. */
const AT_LEAST_MS = 10 * 60_000;

/**
 * Keeps a house in company: follows friends' pages, takes in messages as they come, looks at what friends' spaces say
 * at once, every minute while the page is looked at, and whenever somebody comes back to it; follows the chats that
 * were spoken in last, and keeps my copies of chats. `looked`: the inbox was looked into. Answers the way to stop.
 */
export function company(
  house: House,
  signedIn: () => boolean,
  looked: () => void
): { now: () => Promise<void>; stop: () => void } {
  const { me, sync, asking } = house;
  const records = spaceOf(me).subscriptions;
  let running: Promise<void> | undefined;
  let stopped = false;
  let followedNow = '';
  let unfollow = () => {};
  let inbox: string | undefined;
  let lookedInto = -Infinity;
  let left = 0;
  let seen = new Set<string>();
  let news = false;
  let talks = new Set<string>();

  async function follow(): Promise<void> {
    const people = await followed(house)(asking.read);
    inbox = people[0];
    const chats = await followedChats(house)(asking.read);
    talks = new Set(chats);
    const urls = [...new Set([...people, ...chats])];
    if (stopped || urls.join('\n') === followedNow) return;
    followedNow = urls.join('\n');
    const before = unfollow;
    unfollow = sync.follow(urls);
    before();
  }

  async function takeMessages(): Promise<void> {
    const isTold = inbox !== undefined && sync.isLive(inbox);
    if (isTold && !news && left === 0 && Date.now() - lookedInto < AT_LEAST_MS) return;
    news = false;
    const report = await processInbox(house);
    left = report.left + (await answerLetters(house));
    await enterAsked(house);
    lookedInto = Date.now();
    looked();
  }

  async function look(): Promise<void> {
    try {
      await follow();
      await takeMessages();
      if (stopped) return;
      await checkFriends(house);
      await follow();
    } catch (error) {
      // An inbox that cannot be read now is read a minute later; what else fails is a defect and shall be seen.
      if (!(error instanceof PodProblem)) throw error;
    }
  }
  const now = (): Promise<void> => {
    if (stopped || document.hidden || !signedIn()) return Promise.resolve();
    running ??= look().finally(() => {
      running = undefined;
      // It came while we looked.
      if (news) again();
    });
    return running;
  };
  const again = () => void now();

  /** A message that was not there before. Our own tidying of the inbox is no news. */
  async function hear(container: string): Promise<void> {
    const there = (await asking.read(container)).graph.iris(container, LDP.contains);
    const isNew = there.some((url) => !seen.has(url));
    seen = new Set(there);
    if (!isNew) return;
    news = true;
    again();
  }
  const unsubscribe = asking.subscribe((urls) => {
    if (inbox !== undefined && urls.has(inbox)) void hear(inbox);
    // A chat may go on in another document: the next day's.
    if (urls.has(records) || [...urls].some((url) => talks.has(url))) void follow();
  });

  const stopCopies = keepCopies(house);
  const timer = setInterval(again, EVERY_MS);
  addEventListener('focus', again);
  document.addEventListener('visibilitychange', again);
  again();
  return {
    now,
    stop() {
      stopped = true;
      unsubscribe();
      unfollow();
      stopCopies();
      clearInterval(timer);
      removeEventListener('focus', again);
      document.removeEventListener('visibilitychange', again);
    }
  };
}
