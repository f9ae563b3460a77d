type Lists = readonly (readonly string[])[];

type Said =
  | { readonly is: 'wish'; readonly tab: string; readonly lists: Lists }
  | { readonly is: 'live'; readonly urls: readonly string[] }
  | { readonly is: 'who' };

/** What other tabs follow, and what the leading one hears of by channel. */
export interface Wishes {
  /** What the other tabs follow. Only those that said so since `lead`. */
  readonly others: Lists;
  /** What the leading tab hears of, when that is another tab. */
  readonly live: ReadonlySet<string>;
  /** This tab follows these. */
  wish(lists: Lists): void;
  /** This tab leads: asks the others what they follow. */
  lead(): void;
  /** This tab, which leads, hears of these. */
  tell(urls: readonly string[]): void;
  close(): void;
}

/**
 * The line between the tabs of one person: only the leading tab holds sockets, and it holds them for all. A tab that
 * dies without a word leaves its wishes behind; they cost a few channels until the leading tab is closed.
 */
export function tabWishes(name: string | undefined, changed: () => void): Wishes {
  const channel =
    name === undefined || typeof BroadcastChannel === 'undefined'
      ? undefined
      : new BroadcastChannel(`follow ${name}`);
  const tab = crypto.randomUUID();
  const others = new Map<string, Lists>();
  let own: Lists = [];
  let live: ReadonlySet<string> = new Set();
  let told: readonly string[] = [];
  let leading = false;
  const say = (said: Said) => channel?.postMessage(said);
  const leave = () => say({ is: 'wish', tab, lists: [] });

  if (channel) {
    channel.onmessage = ({ data }: MessageEvent<Said>) => {
      if (data.is === 'who') return say({ is: 'wish', tab, lists: own });
      if (data.is === 'live') live = new Set(data.urls);
      else {
        if (data.lists.length) others.set(data.tab, data.lists);
        else others.delete(data.tab);
        // A new tab does not know yet.
        if (leading) say({ is: 'live', urls: told });
      }
      changed();
    };
    // In Node an open line would keep the process from ending.
    (channel as { unref?: () => void }).unref?.();
    globalThis.addEventListener?.('pagehide', leave);
  }

  return {
    get others() {
      return [...others.values()].flat();
    },
    get live() {
      return leading ? NOTHING : live;
    },
    wish(lists) {
      own = lists;
      say({ is: 'wish', tab, lists });
    },
    lead() {
      leading = true;
      say({ is: 'who' });
    },
    tell(urls) {
      told = urls;
      say({ is: 'live', urls });
    },
    close() {
      leave();
      globalThis.removeEventListener?.('pagehide', leave);
      channel?.close();
    }
  };
}

const NOTHING: ReadonlySet<string> = new Set();
