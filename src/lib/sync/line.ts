import { mayRetry, problemOf } from '#lib/solid/problem.ts';
import type { Channel, Channels, Ended, Notice } from '#lib/solid/channels/channels.ts';
import { backoff, LONGEST } from './backoff.ts';
import type { Clock } from './clock.ts';
import type { KeptChannels } from './kept-channels.ts';

/** A channel is renewed this long before its server ends it, ms; a short one at half its time. */
const RENEW = 10 * 60_000;
/** Never sooner, whatever a server says, ms. */
const SOONEST = 30_000;
/** An opening that holds this long counts as one, ms: some servers open first and refuse then. */
const STEADY = 10_000;

export interface Line {
  /** Whether the server tells us of changes now. */
  readonly live: boolean;
  /** Tries at once what waits for its next try: the network is back, somebody signed in. */
  hurry(): void;
  /** Opens the same channel again: the network was away, and a socket does not always notice. */
  redial(): void;
  /** Makes another channel: this one was found not to tell. */
  renew(): void;
  close(): void;
}

export interface LineEars {
  /** It has just become live: what changed before may have been missed. */
  opened(): void;
  heard(notice: Notice): void;
  /** `live` is another. */
  changed(): void;
}

/** Keeps one document's channel open: found, subscribed to or taken up again, renewed, and mended when it breaks. */
export function openLine(
  parts: { channels: Channels; kept: KeptChannels; clock: Clock },
  topic: string,
  ears: LineEars
): Line {
  const { channels, kept, clock } = parts;
  let closed = false;
  let live = false;
  let tries = 0;
  let connecting = false;
  let hangUp: (() => void) | undefined;
  let timers: (() => void)[] = [];

  const later = (milliseconds: number, run: () => void) => timers.push(clock.after(milliseconds, run));
  function quiet(): void {
    for (const cancel of timers) cancel();
    timers = [];
    hangUp?.();
    hangUp = undefined;
    if (!live) return;
    live = false;
    ears.changed();
  }

  async function connect(): Promise<void> {
    if (closed || connecting || hangUp) return;
    quiet();
    connecting = true;
    try {
      const channel = await kept.channel(topic);
      // A server without channels is asked again by the next page.
      if (channel && !closed) listen(channel);
    } catch (error) {
      tries++;
      // What is refused today may be allowed later, but nobody is pestered about it.
      if (!closed) later(mayRetry(problemOf(error, topic)) ? backoff(tries, clock) : LONGEST, again);
    } finally {
      connecting = false;
    }
  }
  const again = () => void connect();

  function listen(channel: Channel): void {
    let opened = false;
    hangUp = channels.listen(channel, topic, {
      opened() {
        opened = true;
        live = true;
        later(STEADY, () => (tries = 0));
        ears.changed();
        ears.opened();
      },
      heard: ears.heard,
      ended: (why) => void ended(why, opened)
    });
    if (channel.endAt === undefined) return;
    const left = channel.endAt - clock.now();
    later(Math.max(SOONEST, left - RENEW, Math.min(left / 2, RENEW)), () => void anew());
  }

  async function ended(why: Ended, opened: boolean): Promise<void> {
    hangUp = undefined;
    quiet();
    tries++;
    later(backoff(tries, clock), again);
    // One that cannot even be opened twice may be unknown there: a page is not told why a socket failed.
    if (closed) return;
    if (why === 'refused' || (!opened && tries > 1)) await kept.forget(topic);
  }

  async function anew(): Promise<void> {
    await kept.forget(topic);
    quiet();
    await connect();
  }

  again();
  return {
    get live() {
      return live;
    },
    hurry() {
      if (!hangUp) again();
    },
    redial() {
      quiet();
      again();
    },
    renew: () => void anew(),
    close() {
      closed = true;
      quiet();
    }
  };
}
