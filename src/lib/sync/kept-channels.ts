import type { Cache } from '#lib/cache/cache.ts';
import type { Channel, Channels, Service } from '#lib/solid/channels/channels.ts';
import type { Clock } from './clock.ts';

/** The note they are kept under. */
const NOTE = 'channels';
const DAY = 24 * 3_600_000;
/** Milliseconds a channel must still have, to be worth opening. */
const WORTH = 60_000;
/** Channels that are kept; those that end last. */
const MOST = 100;

interface Kept {
  readonly channels: Readonly<Record<string, Channel>>;
  readonly services: readonly (Service & { readonly until: number })[];
}

/** What an earlier page subscribed to and found out: making a channel costs a server much, opening one nothing. */
export interface KeptChannels {
  /** A channel for this document: the kept one, else a new one; undefined when its server has none. Throws PodProblem. */
  channel(topic: string): Promise<Channel | undefined>;
  forget(topic: string): Promise<void>;
}

export function keptChannels(parts: { cache: Cache; channels: Channels; clock: Clock }): KeptChannels {
  const { cache, channels, clock } = parts;
  let loading: Promise<Kept> | undefined;
  const kept = () => (loading ??= cache.note(NOTE).then(readKept));
  const finding = new Map<string, Promise<Service>>();

  /** One change after the other, each over what the one before it left. */
  function change(how: (before: Kept) => Kept): Promise<void> {
    const next = kept().then(how);
    loading = next;
    return next.then((after) => cache.setNote(NOTE, after));
  }

  async function service(topic: string): Promise<Service> {
    const { services } = await kept();
    const known = services.find((one) => topic.startsWith(one.storage) && one.until > clock.now());
    if (known) return known;
    // Several documents of one server ask at once: the first finds out for all.
    const { origin } = new URL(topic);
    const running = finding.get(origin);
    if (running) {
      await running.catch(() => undefined); // told to whoever asked first
      return service(topic);
    }
    // Kept in `finding` until it is written down: who waited and looks again must find it, or the place free.
    const search = find(topic).finally(() => finding.delete(origin));
    finding.set(origin, search);
    return search;
  }

  async function find(topic: string): Promise<Service> {
    const found = await channels.find(topic);
    // A server may get what it has not today.
    const until = clock.now() + (found.url === undefined ? DAY : 7 * DAY);
    const { storage, url } = found;
    await change((before) => ({
      ...before,
      services: [
        ...before.services.filter((one) => one.storage !== storage && one.until > clock.now()),
        { storage, url, until }
      ]
    }));
    return found;
  }

  return {
    async channel(topic) {
      const known = (await kept()).channels[topic];
      if (known && (known.endAt ?? Infinity) > clock.now() + WORTH) return known;
      const { url } = await service(topic);
      if (url === undefined) return undefined;
      const made = await channels.subscribe(url, topic);
      await change((before) => ({ ...before, channels: newest({ ...before.channels, [topic]: made }) }));
      return made;
    },
    forget: (topic) =>
      change((before) => {
        const { [topic]: _gone, ...channels } = before.channels;
        return { ...before, channels };
      })
  };
}

function newest(channels: Kept['channels']): Kept['channels'] {
  const byEnd = Object.entries(channels).sort(
    ([, a], [, b]) => (b.endAt ?? Infinity) - (a.endAt ?? Infinity)
  );
  return Object.fromEntries(byEnd.slice(0, MOST));
}

/** A note may be of another make, or none. */
function readKept(note: unknown): Kept {
  const empty: Kept = { channels: {}, services: [] };
  if (typeof note !== 'object' || note === null || !('channels' in note && 'services' in note)) return empty;
  return note as Kept;
}
