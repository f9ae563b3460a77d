import type { OutboxEntry } from '#lib/cache/cache.ts';
import { AS } from '#lib/rdf/vocab.ts';
import { documentOf } from '#lib/people/address.ts';
import type { House } from '#lib/people/me.ts';
import { editDraft, homeDraft } from './draft.svelte.ts';
import { audienceOf } from './places.ts';

/**
 * Gives up what did not arrive of a post of mine, and puts its text where it can be changed and sent again: a new
 * post goes back to the box for new posts, an edit to the edit of that post. Answers which.
 * @param entries the ids of what waits or stopped about it
 */
export async function giveUp(
  house: House,
  { id, text, entries }: { readonly id: string; readonly text: string; readonly entries: readonly string[] }
): Promise<'new' | 'edit'> {
  const waiting = (await house.sync.outbox()).filter((entry) => entries.includes(entry.id));
  // The day's document is the truth: what has not arrived there is not written yet.
  const inDay = waiting
    .filter(({ document }) => document === documentOf(id))
    .map((entry) => textIn(entry, id));
  const isNew = inDay.some(({ after, before }) => after !== undefined && before === undefined);
  const words = { text, extra: audienceOf(house.me.storage, id) ?? 'friends' };
  // First there, then away: a tab that is killed in between has it twice, never nowhere.
  if (isNew) await homeDraft(house).add(words);
  else await editDraft(house, { id, content: inDay[0]?.before ?? '' }).add(words);
  for (const entry of waiting) await house.sync.discard(entry.id);
  return isNew ? 'new' : 'edit';
}

/** The text of a post before and after a change. */
function textIn(
  { intent }: OutboxEntry,
  id: string
): { before?: string | undefined; after?: string | undefined } {
  if (intent.kind !== 'patch') return {};
  const [before, after] = [intent.delete, intent.insert].map(
    (quads) =>
      quads.find(({ subject, predicate }) => subject.value === id && predicate.value === AS.content)?.object
        .value
  );
  return { before, after };
}
