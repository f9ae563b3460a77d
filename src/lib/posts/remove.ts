import type { Write } from '#lib/sync/sync.ts';
import { AS } from '#lib/rdf/vocab.ts';
import type { House } from '#lib/people/me.ts';
import { both, difference, inverse } from './difference.ts';
import { moment } from '#lib/people/moment.ts';
import { changesIn, rolled } from './page.ts';
import { headOf } from './page-head.ts';
import { oneText } from './one-text.ts';
import { ownPost } from './own-post.ts';
import { folderOf } from './places.ts';
import { change, tombstone } from './statements.ts';

/** What takes a deletion back, for `restore`. */
export interface Removed {
  readonly post: string;
  /** Of the deletion, in the outbox. */
  readonly entries: readonly string[];
  readonly undo: readonly Write[];
}

/**
 * Deletes a post of mine: its statements leave both documents, a tombstone stays in the day's document, and the
 * rolling page tells of the deletion, so that readers' caches learn of it.
 * Throws NoSuchPost. Resolves when saved on this device.
 */
export async function remove(house: House, post: string, now = moment(house)): Promise<Removed> {
  const own = await ownPost(house, post);
  const at = new Date(Math.max(now.at.getTime(), own.touched + 1));
  const inDay = own.day.graph.about(post);
  const said = inDay.length ? inDay : own.said;
  const stone = tombstone(post, at);
  const patches = [{ document: own.day.url, patch: difference(said, stone), said, left: stone }];
  if (own.page && own.audience) {
    const { url: page, graph } = own.page;
    const told = changesIn(graph, post).flatMap((id) => graph.about(id));
    const listing = graph.about(page).filter((quad) => quad.object.value === post);
    const news = change(`${page}#d${now.ulid}`, AS.Delete, house.me.id, post, at);
    const onPage = difference([...graph.about(post), ...listing, ...told], news);
    const head = headOf(page, graph, {
      owner: house.me.id,
      partOf: folderOf(house.me.storage, own.audience)
    });
    patches.push({
      document: page,
      patch: rolled(page, graph, both(head, onPage)),
      said: graph.about(post),
      left: []
    });
  }
  const label = { there: 'Deletion of a post', back: 'Undo of a deletion' };
  const there = patches.map(({ document, patch, said: from }): Write => {
    const single = [oneText(post, from, at, true)];
    return { document, intent: { kind: 'patch', ...patch, single }, label: label.there };
  });
  const back = patches.map(({ document, patch, left: from }): Write => {
    // As old as it was: what another device changed since is newer, as if nothing had been.
    const single = [oneText(post, from, new Date(own.touched), true)];
    return { document, intent: { kind: 'patch', ...inverse(patch), single }, label: label.back };
  });
  return { post, entries: await house.sync.change(there), undo: back };
}
