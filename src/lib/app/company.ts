import { checkFriends } from '#lib/people/friends/check-friends.ts';
import { processInbox } from '#lib/people/inbox/process-inbox.ts';
import type { House } from '#lib/people/me.ts';
import { sources } from '#lib/people/sources.question.ts';
import { PodProblem } from '#lib/solid/problem.ts';

/** How often messages and friendships are looked at while somebody has the app open. */
const EVERY_MS = 60_000;

/**
 * Keeps a house in company: takes in messages, follows what friends' spaces say and what they write, at once, every minute while the
 * page is looked at, and whenever somebody comes back to it. Answers the way to stop.
 */
export function company(
  house: House,
  signedIn: () => boolean
): { now: () => Promise<void>; stop: () => void } {
  let running: Promise<void> | undefined;
  let stopped = false;

  async function look(): Promise<void> {
    try {
      await processInbox(house);
      if (stopped) return;
      await checkFriends(house);
      for (const { documents } of await sources(house)(house.asking.read)) {
        for (const document of documents) house.sync.want(document, EVERY_MS / 2);
      }
    } catch (error) {
      // An inbox that cannot be read now is read a minute later; what else fails is a defect and shall be seen.
      if (!(error instanceof PodProblem)) throw error;
    }
  }
  const now = (): Promise<void> => {
    if (stopped || document.hidden || !signedIn()) return Promise.resolve();
    running ??= look().finally(() => (running = undefined));
    return running;
  };
  const again = () => void now();

  const timer = setInterval(again, EVERY_MS);
  addEventListener('focus', again);
  document.addEventListener('visibilitychange', again);
  again();
  return {
    now,
    stop() {
      stopped = true;
      clearInterval(timer);
      removeEventListener('focus', again);
      document.removeEventListener('visibilitychange', again);
    }
  };
}
