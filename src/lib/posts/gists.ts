import { fingerprint } from '#lib/cache/fingerprint.ts';
import type { View } from '#lib/cache/view.ts';
import type { House, Notes } from '#lib/people/me.ts';
import { breathe } from './breathe.ts';
import { isAhead } from './clock.ts';
import feedQuery from './feed.rq?raw';
import { gistOf, type Gist } from './gist.ts';
import type { Homes } from './homes.ts';
import type { Speaker } from './own-words.ts';
import type { Sightings } from './sightings.ts';
import { spoken } from './spoken.ts';

export interface Gists {
  /** What a document adds to the feed as somebody's word; the same object while nothing about it changes. */
  of(view: View, speaker: Speaker, homes: Homes, sightings: Sightings): Promise<Gist>;
  /**
   * Keeps on the device what was made since; not before a screen has what it wants, because writing takes time too.
   * The first time it forgets what is kept of documents that nobody has asked about since this page was opened.
   */
  keep(): Promise<void>;
}

interface Kept {
  /** Of the document. */
  readonly version: string;
  /** Of the first sightings of its posts. */
  readonly seen: string;
  readonly gist: Gist;
}

const NOTHING: Gist = { found: [], told: [] };

/** Raised when `Gist` or what is believed changes its form. */
const VERSION = 2;
/** All kept gists begin with this; those of an older app or question differ in what follows. */
const KEPT_AS = 'gist ';
const PREFIX = `${KEPT_AS}${fingerprint(`${VERSION} ${feedQuery}`)} `;

/**
 * Gists, made once for each version of a document and kept in `notes`: a page that is opened again looks into no
 * document that has not changed. `now`: milliseconds since 1970.
 */
export function gistsOver(notes: Notes, now: () => number = Date.now): Gists {
  const memory = new Map<string, Kept>();
  const unsaved = new Set<string>();
  let isTidy = false;
  let last: Promise<unknown> = Promise.resolve();

  async function known(key: string): Promise<Kept | undefined> {
    const here = memory.get(key);
    if (here) return here;
    const kept = (await notes.get(PREFIX + key)) as Kept | undefined;
    if (kept && !memory.has(key)) memory.set(key, kept);
    return memory.get(key);
  }

  async function make(...[view, speaker, homes, sightings]: Parameters<Gists['of']>): Promise<Gist> {
    await breathe();
    return gistOf(spoken(view, speaker, homes, sightings, now()));
  }

  return {
    async of(view, speaker, homes, sightings) {
      if (!view.document?.turtle && view.waiting.length === 0) return NOTHING;
      // Two people may name the same document; what each may say in it differs, and with whose spaces are known.
      const who = fingerprint([speaker.owner, ...speaker.storages, homes.version].join(' '));
      const [key, { version }] = [`${who} ${view.url}`, view];
      const kept = await known(key);
      if (kept?.version === version && kept.seen === seenOf(kept.gist, sightings, now())) return kept.gist;
      // In turn, so that many at once leave the page time for everything else.
      const mine = last.then(() => make(view, speaker, homes, sightings));
      last = mine.catch(() => {}); // told to whoever asked
      const gist = await mine;
      const fresh = { version, seen: seenOf(gist, sightings, now()), gist };
      memory.set(key, fresh);
      unsaved.add(key);
      return gist;
    },
    async keep() {
      const keys = [...unsaved];
      unsaved.clear();
      // What cannot be kept (the disk is full) is made again next time.
      await Promise.allSettled(keys.map((key) => notes.set(PREFIX + key, memory.get(key))));
      if (!isTidy) await tidy();
      isTidy = true;
    }
  };

  async function tidy(): Promise<void> {
    const keys = await notes.keys(KEPT_AS);
    const old = keys.filter((key) => !key.startsWith(PREFIX) || !memory.has(key.slice(PREFIX.length)));
    await Promise.all(old.map((key) => notes.set(key, undefined)));
  }
}

/** When its posts were first seen, where that matters; notes those dated in the future. */
function seenOf({ found }: Gist, sightings: Sightings, now: number): string {
  for (const { post } of found) if (isAhead(post.published, now)) sightings.note(post.id, now);
  const { seen } = sightings;
  const moved = found.flatMap(({ post: { id } }) => (id in seen ? [`${id} ${seen[id]}`] : []));
  return moved.length ? fingerprint(moved.join(' ')) : '';
}

const made = new WeakMap<House, Gists>();

/** The same for a page: one memory for all lists. */
export function gistsOf(house: House): Gists {
  let gists = made.get(house);
  if (!gists) made.set(house, (gists = gistsOver(house.notes, house.now)));
  return gists;
}
