import type { House } from '#lib/people/me.ts';
import { both } from './difference.ts';
import { withoutFormer } from '#lib/people/friends/without-former.ts';
import { moment } from '#lib/people/moment.ts';
import { afterThese } from './after-these.ts';
import { firstForFriends } from './first-for-friends.ts';
import { newYear } from './new-year.ts';
import { headOf, listed } from './page-head.ts';
import { rolled } from './page.ts';
import { dayOf, folderOf, recentOf, type Audience } from './places.ts';
import { roomyDay } from './roomy-day.ts';
import { postStatements } from './statements.ts';
import { textProblem, tidied } from './text-rules.ts';
import { waitingAccess } from '#lib/people/waiting-access.ts';

export interface Draft {
  readonly text: string;
  readonly audience: Audience;
}

/**
 * Says something: into the day's document, which is the truth, and into the rolling page, which readers ask.
 * Resolves with the post's IRI and the entries' ids when it is saved on this device.
 * Throws a RangeError, with a sentence for its writer, for a text that cannot be sent.
 */
export async function publish(
  house: House,
  draft: Draft,
  now = moment(house)
): Promise<{ post: string; entries: string[] }> {
  const problem = textProblem(draft.text);
  if (problem) throw new RangeError(problem);
  const { storage, id: author } = house.me;
  const page = recentOf(storage, draft.audience);
  const there = await house.asking.read(page);
  const at = afterThese(there.graph, now.at);
  const day = await roomyDay((part) => dayOf(storage, draft.audience, at, part), house.asking.read);
  const post = `${day}#p${now.ulid}`;
  const said = postStatements({
    id: post,
    author,
    storage,
    audience: draft.audience,
    content: tidied(draft.text),
    published: at
  });
  const head = { owner: author, partOf: folderOf(storage, draft.audience), next: day };
  const onPage = both(headOf(page, there.graph, head), { insert: [...said, listed(page, post)], delete: [] });
  const rules =
    draft.audience === 'friends'
      ? [...(await firstForFriends(house, there)), ...(await withoutFormer(house))]
      : [];
  const after = [...waitingAccess(await house.sync.outbox(), day), ...rules.keys()];
  const label = draft.audience === 'public' ? 'Post for everyone' : 'Post to friends';
  const ids = await house.sync.change([
    ...rules,
    { document: day, intent: { kind: 'patch', insert: said, delete: [] }, after, label },
    {
      document: page,
      intent: { kind: 'patch', ...rolled(page, there.graph, onPage) },
      after: [...after, rules.length],
      label
    },
    ...(draft.audience === 'public' ? await newYear(house, at) : [])
  ]);
  const entries = ids.slice(rules.length, rules.length + 2);
  return { post, entries };
}
