import type { Notes } from '#lib/people/me.ts';
import type { FirstSeen } from './clock.ts';

/** When posts dated in the future were first seen on this device, and the way to note more. */
export interface Sightings {
  readonly seen: FirstSeen;
  note(post: string, at: number): void;
}

const KEY = 'feed:first-seen';
/** More are a prank; the oldest sightings are forgotten first. */
const MOST = 500;

/** What this device remembers; kept through `notes`, where a loss does no harm. */
export async function sightingsIn(notes: Notes): Promise<Sightings> {
  let seen: FirstSeen = isFirstSeen(await notes.get(KEY));
  return {
    get seen() {
      return seen;
    },
    note(post, at) {
      if (post in seen) return;
      seen = Object.fromEntries([...Object.entries(seen), [post, at] as const].slice(-MOST));
      void notes.set(KEY, seen);
    }
  };
}

function isFirstSeen(value: unknown): FirstSeen {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([, at]) => typeof at === 'number'));
}
