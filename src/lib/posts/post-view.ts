import { handleOf } from '#lib/people/address.ts';
import type { Notes } from '#lib/people/me.ts';
import type { Person } from '#lib/people/profile.rules.ts';
import { sentAs } from '#lib/people/sending.ts';
import type { PostView } from '#lib/ui/post.ts';
import type { Placed } from './feed.question.ts';
import { refusal } from './sending.ts';

/** The page of one post. */
export const hrefOf = (post: string): string => `/post?u=${encodeURIComponent(post)}`;

/** What of a post is known where it is shown. */
export interface Around {
  readonly picture?: string | undefined;
  /** Whether what waits is kept on this device. */
  readonly notes?: Pick<Notes, 'fleeting'>;
}

/** A post as ui/PostCard shows it. */
export function postView(
  { post, at, open, sending }: Placed,
  author: Pick<Person, 'name'> | undefined,
  { picture, notes = {} }: Around = {}
): PostView {
  return {
    id: post.id,
    href: hrefOf(post.id),
    text: post.content,
    at,
    author: {
      id: post.author,
      name: author?.name ?? handleOf(post.author),
      href: `/u?id=${encodeURIComponent(post.author)}`,
      ...(picture === undefined ? {} : { picture })
    },
    audience: open ? 'everyone' : 'friends',
    state: sending ? sentAs(sending, notes) : 'saved',
    ...(post.updated ? { edited: post.updated } : {}),
    ...(sending?.stopped ? { problem: refusal(sending.stopped.kind, notes) } : {})
  };
}
