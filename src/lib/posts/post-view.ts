import { handleOf } from '#lib/people/address.ts';
import type { Person } from '#lib/people/profile.rules.ts';
import type { PostView } from '#lib/ui/post.ts';
import type { Placed } from './feed.question.ts';
import { refusal } from './sending.ts';

/** The page of one post. */
export const hrefOf = (post: string): string => `/post?u=${encodeURIComponent(post)}`;

/** A post as ui/PostCard shows it. */
export function postView(
  { post, at, open, sending }: Placed,
  author: Pick<Person, 'name'> | undefined,
  picture?: string
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
    state: sending?.state ?? 'saved',
    ...(post.updated ? { edited: post.updated } : {}),
    ...(sending?.stopped ? { problem: refusal(sending.stopped.kind) } : {})
  };
}
