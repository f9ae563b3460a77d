import { AS } from '#lib/rdf/vocab.ts';
import type { House } from '#lib/people/me.ts';
import { both, difference } from './difference.ts';
import { moment } from '#lib/people/moment.ts';
import { headOf, listed } from './page-head.ts';
import { changesIn, rolled } from './page.ts';
import { oneText } from './one-text.ts';
import { ownPost } from './own-post.ts';
import { folderOf } from './places.ts';
import { change, rewritten } from './statements.ts';
import { textProblem, tidied } from './text-rules.ts';
import { waitingAccess } from './waiting-access.ts';

/**
 * Gives a post of mine another text. Statements of other apps about it stay. The rolling page describes it again,
 * even when it had left the page long ago, and tells of the edit: so a reader's one GET sees it.
 * Throws RangeError (a sentence for the writer) and NoSuchPost. Resolves with the entries' ids.
 */
export async function edit(house: House, post: string, text: string, now = moment()): Promise<string[]> {
  const problem = textProblem(text);
  if (problem) throw new RangeError(problem);
  const own = await ownPost(house, post);
  // Never older than what it replaces, even when another device's clock ran ahead.
  const at = new Date(Math.max(now.at.getTime(), own.touched + 1));
  const after = rewritten(own.said, post, tidied(text), at);
  const access = waitingAccess(await house.sync.outbox(), own.day.url);
  const label = 'Change of a post';
  const writes = [
    {
      document: own.day.url,
      intent: {
        kind: 'patch' as const,
        ...difference(own.said, after),
        single: [oneText(post, own.said, at)]
      },
      after: access,
      label
    }
  ];
  if (!own.page || !own.audience) return house.sync.change(writes);
  const { url: page, graph } = own.page;
  const told = changesIn(graph, post).flatMap((id) => graph.about(id));
  const news = change(`${page}#u${now.ulid}`, AS.Update, house.me.id, post, at);
  const onPage = both(
    headOf(page, graph, { owner: house.me.id, partOf: folderOf(house.me.storage, own.audience) }),
    difference([...graph.about(post), ...told], [...after, ...news])
  );
  const patch = rolled(page, graph, both(onPage, { insert: [listed(page, post)], delete: [] }));
  return house.sync.change([
    ...writes,
    {
      document: page,
      intent: { kind: 'patch', ...patch, single: [oneText(post, graph.about(post), at, true)] },
      after: [...access, 0],
      label
    }
  ]);
}
