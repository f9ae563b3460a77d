import type { Cache, OutboxEntry } from '#lib/cache/cache.ts';
import type { Pod } from '#lib/solid/pod.ts';
import { mayRetry, problemOf, type Problem } from '#lib/solid/problem.ts';
import { afterwards } from './afterwards.ts';
import { backoff } from './backoff.ts';
import { carryOut } from './carry-out.ts';
import type { Clock } from './clock.ts';
import { lossesIn } from './losses.ts';
import type { Online } from './online.ts';
import { laneOf, nextTime, ready } from './order.ts';
import type { Outcome } from './outcome.ts';
import { joined, together } from './together.ts';

/** Writes under way at the same time. */
const PARALLEL = 8;

export interface Sender {
  /** Sends what may be sent now. `eager`: also what waits for its next try. */
  send(eager?: boolean): void;
  /** Begins nothing more, and resolves when what is under way is saved. */
  pause(): Promise<void>;
  /** May begin again after a pause, when it is told to send. */
  resume(): void;
  close(): void;
}

/** Takes entries from the outbox to the spaces: one at a time for a document, in order. Runs in one tab only. */
export function makeSender(parts: {
  pod: Pod;
  cache: Cache;
  clock: Clock;
  online: Online;
  /** Called with a document whose text at the server is not known any more; `wait` 0: somebody waits for it. */
  changed: (url: string, wait?: 0) => void;
}): Sender {
  const { pod, cache, clock, online, changed } = parts;
  const losses = lossesIn(cache);
  const busy = new Set<string>();
  /** What arrived: an outbox that was read before must not send it again. */
  const arrived = new Set<string>();
  /** Failed in company: so that nobody is held up by what stands behind them, they go alone. */
  const alone = new Set<string>();
  let closed = false;
  /** Called when nothing is under way any more; there once it was asked to begin nothing more. */
  let atRest: (() => void) | undefined;
  let failures = 0;
  let cancel = () => {};

  async function look(eager: boolean): Promise<void> {
    if (closed) return;
    if ((await cache.outbox()).length === 0) return cancel();
    // Past what this tab remembers: the one that led before may have sent it, or the person given it up in another.
    const outbox = await cache.outbox(true);
    if (closed || atRest || !online.now) return;
    const left = outbox.filter((entry) => !arrived.has(entry.id));
    const at = eager ? Infinity : clock.now();
    const free = ready(left, at, busy);
    for (const first of free.slice(0, Math.max(0, PARALLEL - busy.size))) {
      const entries = alone.has(first.id) ? [first] : together(left, first, at);
      carry(entries).then(goOn, pause);
    }
    cancel();
    const next = nextTime(left, clock.now(), busy);
    // A full house looks again when somebody leaves it.
    if (next === undefined || busy.size >= PARALLEL) return;
    cancel = clock.after(Math.max(0, next - clock.now()), () => send());
  }

  function send(eager = false): void {
    look(eager).catch(pause);
  }

  /** The device's memory itself failed (the disk, the connection): nothing is sent until it may have come back. */
  function pause(): void {
    if (closed) return;
    cancel();
    cancel = clock.after(backoff(++failures, clock), () => send());
  }

  async function carry(entries: readonly OutboxEntry[]): Promise<void> {
    const entry = joined(entries);
    const lane = laneOf(entry);
    busy.add(lane);
    try {
      const known = await cache.document(entry.document);
      const outcome = await carryOut(pod, entry, known, {
        now: clock.now,
        keep: (carried, lost) => losses.keep(entry.document, carried, lost)
      }).catch((error: unknown) => problemOf(error, entry.document));
      // A tab that was closed meanwhile leaves the entry to the next one, which finds it done.
      if (closed) return;
      if ('kind' in outcome) await fail(entries, outcome);
      else await arrive(entry, entries, outcome);
    } finally {
      busy.delete(lane);
      if (busy.size === 0) atRest?.();
    }
  }

  function goOn(): void {
    failures = 0;
    send();
  }

  async function arrive(
    { document: url, intent }: OutboxEntry,
    entries: readonly OutboxEntry[],
    { found, applied }: Outcome
  ): Promise<void> {
    const before = found ?? (await cache.document(url));
    const after = applied ? afterwards(url, before, intent, clock.now()) : found;
    const dequeue = entries.map(({ id }) => id);
    for (const id of dequeue) arrived.add(id);
    try {
      await cache.commit({ dequeue, ...(after ? { put: [after] } : {}) });
    } catch (error) {
      // It still waits, and finds it done when it is sent again.
      for (const id of dequeue) arrived.delete(id);
      throw error;
    }
    if (after?.state === 'stale') await readAgain(url);
  }

  async function fail(
    [entry, ...others]: readonly OutboxEntry[],
    { kind, detail, status, url }: Problem
  ): Promise<void> {
    if (!entry) return;
    const tries = entry.tries + 1;
    const problem = { kind, detail, status };
    const may = mayRetry({ kind, detail, url });
    if (others.length && (status !== undefined || !may)) {
      alone.add(entry.id);
      // Which of them is refused is not known yet.
      if (!may) return;
    }
    if (may) {
      const nextAt = clock.now() + backoff(tries, clock);
      await cache.commit({ update: [{ ...entry, tries, nextAt, trouble: problem }] });
      return;
    }
    await cache.commit({ update: [{ ...entry, tries, problem, trouble: undefined }] });
    if (kind === 'conflict') changed(entry.document, 0);
  }

  /** Unless more is about to be sent there: one reading after the last is enough. */
  async function readAgain(url: string): Promise<void> {
    const more = (await cache.outbox()).some(
      (entry) => entry.document === url && !entry.problem && entry.nextAt <= clock.now()
    );
    if (!more) changed(url);
  }

  return {
    send,
    pause: () =>
      new Promise((resolve) => {
        const before = atRest;
        atRest = () => {
          before?.();
          resolve();
        };
        if (busy.size === 0) atRest();
      }),
    resume() {
      // Whoever still waits for the rest waits in vain.
      atRest?.();
      atRest = undefined;
    },
    close() {
      closed = true;
      cancel();
    }
  };
}
