import { Draft } from '#lib/people/drafts/draft.svelte.ts';
import type { House } from '#lib/people/me.ts';
import type { Audience } from './places.ts';

/** The text of a post while it is written, with who shall see it. */
export class PostDraft extends Draft {
  /** The narrow one unless it was chosen: a post for everyone is chosen each time. */
  get audience(): Audience {
    return this.extra === 'public' ? 'public' : 'friends';
  }
  set audience(audience: Audience) {
    this.extra = audience;
  }
}

const atHome = new WeakMap<House['notes'], PostDraft>();

/** The one for new posts: the same wherever its box is shown. */
export function homeDraft(house: Pick<House, 'me' | 'notes'>): PostDraft {
  let draft = atHome.get(house.notes);
  if (!draft) atHome.set(house.notes, (draft = new PostDraft(house, 'home')));
  return draft;
}

/** The one for another text of a post of mine; `content` is what it says now. */
export const editDraft = (
  house: Pick<House, 'me' | 'notes'>,
  { id, content }: { readonly id: string; readonly content: string }
): PostDraft => new PostDraft(house, `edit:${id}`, { text: content });
