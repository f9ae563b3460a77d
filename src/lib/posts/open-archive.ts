import type { View } from '#lib/cache/view.ts';
import { documentOf } from '#lib/people/address.ts';
import { standsIn } from '#lib/people/storage.ts';
import type { Read } from '#lib/query/ask.ts';
import { AS, LDP } from '#lib/rdf/vocab.ts';
import { daysIn, isWanted, yearsIn, type Archive, type Stretch } from './archive.rules.ts';
import { AHEAD } from './clock.ts';
import type { Part } from './feed.rules.ts';
import type { Gist } from './gist.ts';
import type { Homes } from './homes.ts';
import type { Speaker } from './own-words.ts';
import { KEPT } from './page.ts';
import { silenceOf } from './quiet.ts';
import { newest } from './times.ts';

/** An archive as far as it was opened. */
export interface Opened {
  readonly archive: Archive;
  /** The days that are here. */
  readonly views: readonly View[];
  /** Something of it cannot be read. */
  readonly lacks: boolean;
}

/**
 * The posts that a rolling page has no room for, back to `reach` (milliseconds since 1970): by the list of the folder
 * that the page says it is the view of (as:partOf), year by year and day by day, one document at a time. Nothing for a
 * page that was never full.
 */
export async function openArchive(
  read: Read,
  page: View,
  { gist }: Part,
  { storages }: Speaker,
  homes: Homes,
  reach: number
): Promise<Opened | undefined> {
  const folder = page.graph.iris(page.url, AS.partOf)[0];
  if (gist.told.length < KEPT || !folder?.endsWith('/') || !standsIn(folder, storages)) return undefined;
  // A day speaks only for things of its own storage; the same is asked of the folder that names the days.
  if (homes.of(folder) !== homes.of(page.url)) return undefined;
  const from = oldestOf(gist);
  const changed = changesOf(gist);
  const done = new Set<string>();
  const views: View[] = [];
  let lacks = false;
  const opened = (stretches?: readonly Stretch[], silent = false): Opened => ({
    archive: { from, stretches, done, silent },
    views,
    lacks: lacks || silent
  });
  if (from < reach) return opened();

  const root = await read(folder);
  if (stateOf(root) !== 'here') return opened(undefined, stateOf(root) !== 'asked');
  const stretches: Stretch[] = [];
  for (const year of yearsIn(folder, childrenOf(root))) {
    const view = isWanted(year, from, reach) ? await look(read, year, changed) : undefined;
    const state = view ? stateOf(view) : 'asked';
    if (state === 'silent') return opened(stretches, true);
    if (state === 'unreadable') lacks = true;
    else if (state === 'asked') stretches.push(year);
    else stretches.push(...daysIn(year.url, childrenOf(view!)));
  }
  for (const day of stretches.filter((each) => isWanted(each, from, reach))) {
    // A year that is on its way.
    if (day.url.endsWith('/')) break;
    const view = await look(read, day, changed);
    const state = stateOf(view);
    if (state === 'silent') return opened(stretches, true);
    if (state === 'asked') break;
    if (state === 'unreadable') lacks = true;
    else views.push(view);
    done.add(day.url);
  }
  return opened(stretches);
}

const childrenOf = ({ url, graph }: View): string[] => graph.iris(url, LDP.contains);

/** What left the page was written before all that stayed (page.ts). Milliseconds since 1970. */
function oldestOf({ found }: Gist): number {
  const times = found.map(({ at }) => at).sort((a, b) => b - a);
  return times[KEPT - 1] ?? times.at(-1) ?? Infinity;
}

/** What a page tells of posts that it does not give itself (milliseconds since 1970). */
interface Changes {
  /** When posts got another text. */
  readonly at: ReadonlyMap<string, number>;
  /** It may have told of more before this moment, and forgotten that. */
  readonly since: number;
}

function changesOf({ told }: Gist): Changes {
  const times = told.map(([, { changed, deleted }]) => Math.max(changed, deleted)).filter(Number.isFinite);
  return {
    at: new Map(
      told.flatMap(([post, { changed, described }]) =>
        changed > described ? [[post, changed] as const] : []
      )
    ),
    since: times.length < KEPT ? -Infinity : Math.min(...times)
  };
}

/**
 * What was read after its time was over does not change any more, but for what the page tells: it is read again when a
 * post has another text since then, or when the page has no room left to say so.
 */
async function look(read: Read, { url, end }: Stretch, { at, since }: Changes): Promise<View> {
  const view = await read(url, 'known');
  const seen = view.document?.seen ?? 0;
  if (seen < end || seen < since + AHEAD) return read(url);
  const isNews = ([post, changed]: readonly [string, number]) =>
    documentOf(post) === url && newest(view.graph, post, TOUCHED) < changed;
  return [...at].some(isNews) ? read(url) : view;
}

const TOUCHED = [AS.published, AS.updated, AS.deleted];

function stateOf({ document }: View): 'here' | 'asked' | 'silent' | 'unreadable' {
  if (!document) return 'asked';
  if (document.turtle || document.state === 'missing') return 'here';
  if (document.state !== 'broken' && document.state !== 'forbidden') return document.seen ? 'here' : 'asked';
  // Without a sign-in nobody goes on asking either.
  const why = silenceOf(document);
  return why === 'silent' || why === undefined ? 'silent' : 'unreadable';
}
