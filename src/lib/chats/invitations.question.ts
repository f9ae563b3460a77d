import { documentOf } from '#lib/people/address.ts';
import { lookedInto } from '#lib/people/inbox/looked.ts';
import type { House } from '#lib/people/me.ts';
import { standsIn } from '#lib/people/storage.ts';
import type { Question } from '#lib/query/ask.ts';
import { inviterOf } from './inviter-of.ts';
import { invitedTo } from './invited-to.ts';
import { headOf } from './chat.question.ts';
import type { Invitation } from './chat.ts';
import { NOTHING_KEPT } from './mine.ts';
import { myChats } from './my-chats.question.ts';

const MOST = 50;

const isElsewhere = ({ me }: House, id: string): boolean =>
  /^https?:/.test(id) && URL.canParse(id) && !standsIn(documentOf(id), [me.storage]);

/**
 * Chats that messages in my inbox point to. Looking into the inbox is people/'s work (`processInbox`): what it finds to
 * be nothing about friendship is read here. A message proves nothing: what counts is what the chat says of itself, that
 * its owner lets me read it, and in whose space it lies (`inviterOf`). A chat of my own space nobody else invites to.
 */
export function invitations(house: House): Question<Invitation[]> {
  return async (read) => {
    const looked = await lookedInto(house);
    const going = new Set((await house.sync.outbox()).map((entry) => entry.document));
    const others = Object.keys(looked).filter((url) => looked[url] === 'other' && !going.has(url));
    const mine = new Set(await myChats(house.me)(read));
    const found = new Map<string, Invitation>();
    for (const message of others.slice(0, MOST)) {
      const { graph } = await read(message, 'known');
      const id = invitedTo(graph);
      if (id === undefined || found.has(id) || mine.has(id) || !isElsewhere(house, id)) continue;
      const head = headOf(await read(documentOf(id), 'known'), id, house.me, NOTHING_KEPT);
      if (!head.isKnown || !head.isChat || head.owner === undefined) continue;
      found.set(id, { message, chat: head, from: await inviterOf(house, read, head) });
    }
    return [...found.values()];
  };
}
