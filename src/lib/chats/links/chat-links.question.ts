import { readAll } from '#lib/rdf/shape.ts';
import { invite, type Invite } from '#lib/people/invite.shape.ts';
import type { Me } from '#lib/people/me.ts';
import { spaceOf } from '#lib/people/space.ts';
import type { Question } from '#lib/query/ask.ts';

/** All links into my chats that I remember, of one chat where it is given; newest first. Some are not good any more. */
export function chatLinks(me: Me, chat: string): Question<readonly Invite[]> {
  return async (read) => {
    const { graph } = await read(spaceOf(me).invites);
    return readAll(invite, graph)
      .filter((each) => each.actor === me.id && each.object === chat)
      .sort((a, b) => b.published.getTime() - a.published.getTime());
  };
}

/** Whether it still lets anybody in. */
export const isGood = ({ deleted, endTime }: Invite, at: Date): boolean =>
  deleted === undefined && (endTime === undefined || endTime > at);
