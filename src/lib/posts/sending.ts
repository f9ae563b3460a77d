import type { OutboxEntry } from '#lib/cache/cache.ts';

/** How it stands with what is on its way about a post. */
export interface Sending {
  /** `waiting` until all of it arrived; `refused` when it stopped and needs its author. */
  readonly state: 'waiting' | 'refused';
  /** All entries that speak of the post, oldest first. */
  readonly entries: readonly string[];
  /** The entry that stopped, and why. */
  readonly stopped?: { readonly id: string; readonly kind: string; readonly detail: string } | undefined;
}

/** What of the outbox concerns this post; nothing when all has arrived. */
export function sendingOf(outbox: readonly OutboxEntry[], post: string): Sending | undefined {
  const own = outbox.filter((entry) => speaksOf(entry, post));
  if (own.length === 0) return undefined;
  const stopped = stoppedBefore(outbox, own);
  return {
    state: stopped ? 'refused' : 'waiting',
    entries: own.map((entry) => entry.id),
    stopped: stopped?.problem && {
      id: stopped.id,
      kind: stopped.problem.kind,
      detail: stopped.problem.detail
    }
  };
}

/** The stopped entry that holds these up: one of them, or one that they wait for. */
function stoppedBefore(outbox: readonly OutboxEntry[], own: readonly OutboxEntry[]): OutboxEntry | undefined {
  const needed = new Set(own.flatMap((entry) => [entry.id, ...entry.after]));
  const places = new Set(own.map((entry) => entry.document));
  const last = own.at(-1)!.id;
  return outbox.find(
    ({ id, document, problem }) => problem && (needed.has(id) || (places.has(document) && id < last))
  );
}

function speaksOf({ intent }: OutboxEntry, post: string): boolean {
  if (intent.kind !== 'patch') return false;
  return [...intent.insert, ...intent.delete].some(
    ({ subject, object }) => subject.value === post || object.value === post
  );
}

/** Why it was not sent, in words: what happened, and what to do. The text itself is safe on this device. */
export function refusal(kind: string): { title: string; text: string; safe: string } {
  const safe = 'Your text is safe on this device.';
  const [title, text] = WHY[kind] ?? [
    'Your space did not take this.',
    'Try again; if it stays so, copy your text.'
  ];
  return { title, text, safe };
}

const WHY: Readonly<Record<string, [title: string, text: string]>> = {
  forbidden: [
    'Your space does not let you write here.',
    'Somebody may have changed who may write in it. Try again, or copy your text.'
  ],
  unauthorised: ['Your space asks you to sign in again.', 'Sign in under You, then try again.'],
  full: ['Your space is full.', 'Make room in it, then try again.'],
  conflict: ['Something else changed there at the same time.', 'Try again.'],
  gone: ['The place for this is gone from your space.', 'Prepare your space again under You, then try again.']
};
