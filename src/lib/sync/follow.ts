import type { Cache } from '#lib/cache/cache.ts';
import { documentOf } from '#lib/cache/document-of.ts';
import type { Channels } from '#lib/solid/channels/channels.ts';
import { chosen } from './chosen.ts';
import type { Clock } from './clock.ts';
import { keptChannels } from './kept-channels.ts';
import { openLine, type Line } from './line.ts';
import type { Looking } from './looking.ts';
import type { Online } from './online.ts';
import type { Refresher } from './refresher.ts';
import { rounds } from './rounds.ts';
import { told } from './told.ts';
import { tabWishes } from './wishes.ts';

export interface Follower {
  /** See `Sync.follow`. */
  follow(urls: readonly string[]): () => void;
  /** See `Sync.isLive`. */
  isLive(url: string): boolean;
  /** This tab leads: it holds the sockets from now on. */
  lead(): void;
  /** Somebody signed in: what was refused may be open now. */
  wake(): void;
  close(): void;
}

/** Keeps documents true while they are followed: by channels where servers offer them, by asking where not. */
export function makeFollower(parts: {
  cache: Cache;
  clock: Clock;
  online: Online;
  looking: Looking;
  refresher: Refresher;
  channels?: Channels | undefined;
  name?: string | undefined;
}): Follower {
  const { cache, clock, online, looking, refresher, channels, name } = parts;
  const lists = new Set<readonly string[]>();
  const lines = new Map<string, Line>();
  const news = told({ cache, refresher, clock });
  const wishes = tabWishes(name, () => settle());
  const kept = channels && keptChannels({ cache, channels, clock });
  let leading = false;
  const isLive = (url: string) => lines.get(url)?.live ?? wishes.live.has(url);
  const deaf = (url: string) => lines.get(url)?.renew();
  // A friend's page that has opened for me: its channel will too.
  const answers = (url: string) => lines.get(url)?.hurry();
  const visits = rounds({ cache, refresher, clock, online, looking, isLive, deaf, answers });

  /** Lines for what is chosen now, and for nothing else. */
  function settle(): void {
    if (leading && channels && kept) {
      const wanted = chosen([...lists, ...wishes.others]);
      for (const [url, line] of lines) {
        if (wanted.includes(url)) continue;
        lines.delete(url);
        line.close();
      }
      for (const url of wanted) {
        if (lines.has(url)) continue;
        const ears = { opened: () => news.tell(url), heard: heardAt(url), changed: changed };
        lines.set(url, openLine({ channels, kept, clock }, url, ears));
      }
    }
    visits.replan();
  }
  const heardAt = (url: string) => (notice: Parameters<typeof news.tell>[1]) => news.tell(url, notice);
  function changed(): void {
    wishes.tell([...lines].filter(([, line]) => line.live).map(([url]) => url));
    visits.replan();
  }
  function listsChanged(): void {
    wishes.wish([...lists]);
    visits.visit(new Set([...lists].flat()));
    settle();
  }

  const wake = () => {
    for (const line of lines.values()) line.hurry();
    visits.replan();
  };
  const stops = [
    online.subscribe(() => {
      if (online.now) for (const line of lines.values()) line.redial();
      visits.replan();
    }),
    looking.subscribe(() => (looking.now ? wake() : visits.replan()))
  ];

  return {
    follow(urls) {
      const list = [...new Set(urls.map(documentOf).filter((url) => URL.canParse(url)))];
      lists.add(list);
      listsChanged();
      return () => {
        if (lists.delete(list)) listsChanged();
      };
    },
    isLive,
    lead() {
      leading = true;
      wishes.lead();
      settle();
    },
    wake,
    close() {
      for (const stop of stops) stop();
      for (const line of lines.values()) line.close();
      lines.clear();
      visits.close();
      news.close();
      wishes.close();
    }
  };
}
