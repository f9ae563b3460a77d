import { AS } from '#lib/rdf/vocab.ts';
import type { House } from '#lib/people/me.ts';
import { both, difference } from './difference.ts';
import { withoutFormer } from '#lib/people/friends/without-former.ts';
import { moment } from '#lib/people/moment.ts';
import { headOf, listed } from './page-head.ts';
import { changesIn, rolled } from './page.ts';
import { oneText } from './one-text.ts';
import { ownPost } from './own-post.ts';
import { folderOf } from './places.ts';
import { change, rewritten } from './statements.ts';
import { textProblem, tidied } from './text-rules.ts';
import { waitingAccess } from '#lib/people/waiting-access.ts';
import type { Write } from '#lib/sync/sync.ts';

/**
 * Gives a post of mine another text. Statements of other apps about it stay. The rolling page tells of the edit, so
 * that a reader's one GET sees it; one of the newest posts has its new text there too, and whoever shows an older one
 * reads its document again.
 * Throws RangeError (a sentence for the writer) and NoSuchPost. Resolves with the entries' ids.
 */
export async function edit(house: House, post: string, text: string, now = moment(house)): Promise<string[]> {
  const problem = textProblem(text);
  if (problem) throw new RangeError(problem);
  const own = await ownPost(house, post);
  // Never older than what it replaces, even when another device's clock ran ahead.
  const at = new Date(Math.max(now.at.getTime(), own.touched + 1));
  const after = rewritten(own.said, post, tidied(text), at);
  const rules = own.audience === 'friends' ? await withoutFormer(house) : [];
  const access = [...waitingAccess(await house.sync.outbox(), own.day.url), ...rules.keys()];
  const label = 'Change of a post';
  const writes: Write[] = [
    ...rules,
    {
      document: own.day.url,
      intent: {
        kind: 'patch',
        ...difference(own.said, after),
        single: [oneText(post, own.said, at)]
      },
      after: access,
      label
    }
  ];
  if (!own.page || !own.audience) return (await house.sync.change(writes)).slice(rules.length);
  const { url: page, graph, document } = own.page;
  // What left the page does not come back: everything after its oldest post stands there, and readers count on that.
  const stands = graph.about(post).length > 0 || !document;
  const told = changesIn(graph, post).flatMap((id) => graph.about(id));
  const news = change(`${page}#u${now.ulid}`, AS.Update, house.me.id, post, at);
  const onPage = both(
    headOf(page, graph, { owner: house.me.id, partOf: folderOf(house.me.storage, own.audience) }),
    stands
      ? difference([...graph.about(post), ...told], [...after, ...news, listed(page, post)])
      : difference(told, news)
  );
  const patch = rolled(page, graph, onPage);
  const ids = await house.sync.change([
    ...writes,
    {
      document: page,
      intent: {
        kind: 'patch',
        ...patch,
        ...(stands ? { single: [oneText(post, graph.about(post), at, true)] } : {})
      },
      after: [...access, rules.length],
      label
    }
  ]);
  return ids.slice(rules.length);
}
