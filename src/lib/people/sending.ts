import type { OutboxEntry } from '#lib/cache/cache.ts';
import type { Notes } from './me.ts';

/** How it stands with what is on its way about something: a post, a person, an invitation. */
export interface Sending {
  /** `waiting` until all of it arrived; `refused` when it stopped and needs the person. */
  readonly state: 'waiting' | 'refused';
  /** All entries that speak of it, oldest first. */
  readonly entries: readonly string[];
  /** The entry that stopped, and why. */
  readonly stopped?:
    | { readonly id: string; readonly kind: string; readonly detail: string; readonly document: string }
    | undefined;
}

/** How a screen shows it. Where the notes go with the page, so does what waits: nothing there is kept. */
export const sentAs = (
  { state }: Pick<Sending, 'state'>,
  { fleeting }: Pick<Notes, 'fleeting'>
): Sending['state'] | 'unkept' => (state === 'waiting' && fleeting ? 'unkept' : state);

/** What of the outbox concerns it; nothing when all has arrived. */
export function sendingOf(
  outbox: readonly OutboxEntry[],
  speaks: (entry: OutboxEntry) => boolean
): Sending | undefined {
  const own = outbox.filter(speaks);
  if (own.length === 0) return undefined;
  const stopped = stoppedBefore(outbox, own);
  return {
    state: stopped ? 'refused' : 'waiting',
    entries: own.map((entry) => entry.id),
    stopped: stopped?.problem && {
      id: stopped.id,
      kind: stopped.problem.kind,
      detail: stopped.problem.detail,
      document: stopped.document
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

/** Whether an entry says something of this address: states it, gives it access, or writes a document about it. */
export function speaksOf({ intent }: OutboxEntry, address: string): boolean {
  if (intent.kind === 'access') {
    // A list of many is about none of them.
    const { people } = intent.access;
    return Object.keys(people).length === 1 && Object.hasOwn(people, address);
  }
  if (intent.kind === 'create')
    return typeof intent.body === 'string' && intent.body.includes(`<${address}>`);
  if (intent.kind === 'send') return intent.turtle.includes(`<${address}>`);
  if (intent.kind !== 'patch') return false;
  return [...intent.insert, ...intent.delete].some(
    ({ subject, object }) => subject.value === address || object.value === address
  );
}
