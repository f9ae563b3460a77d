import { AS } from '#lib/rdf/vocab.ts';
import { documentOf } from '#lib/people/address.ts';
import type { House } from '#lib/people/me.ts';
import { editDraft, homeDraft } from './draft.svelte.ts';
import type { Placed } from './feed.question.ts';
import { audienceOf } from './places.ts';

/**
 * Gives up what was refused about a post of mine, and puts its text where it can be changed and sent again: a new
 * post goes back to the box for new posts, an edit to the edit of that post. Answers which.
 */
export async function giveUp(house: House, { post, sending }: Placed): Promise<'new' | 'edit'> {
  const waiting = (await house.sync.outbox()).map((entry) => entry.id);
  for (const id of sending?.entries ?? []) if (waiting.includes(id)) await house.sync.discard(id);
  const there = await house.asking.read(documentOf(post.id));
  const which = there.graph.has(post.id, AS.content) ? 'edit' : 'new';
  const words = { text: post.content, extra: audienceOf(house.me.storage, post.id) ?? 'friends' };
  if (which === 'new') await homeDraft(house).add(words);
  else
    await editDraft(house, { id: post.id, content: there.graph.text(post.id, AS.content) ?? '' }).add(words);
  return which;
}
