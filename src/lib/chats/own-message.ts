import { Cannot } from '#lib/people/cannot.ts';
import { documentOf } from '#lib/people/address.ts';
import type { House } from '#lib/people/me.ts';
import type { Graph } from '#lib/rdf/graph.ts';
import { WF } from '#lib/rdf/vocab.ts';
import type { Chat } from './chat.ts';
import { checksOf } from './checks.ts';
import { headFor } from './head.ts';
import { myChats } from './my-chats.question.ts';
import type { Message } from './message.ts';
import { messageIn } from './message-at.question.ts';
import { isPartOf } from './places.ts';
import { sentences } from './words.ts';

/** A message as it stands before a verb changes it. Throws `Cannot` when it is not there. */
export async function messageNow(
  house: House,
  id: string
): Promise<{ message: Message; chat: Chat; document: string }> {
  const document = documentOf(id);
  let view = await house.asking.read(document);
  if (view.graph.about(id).length === 0) {
    await house.sync.refresh([document]);
    view = await house.asking.read(document);
  }
  const home = await homeOf(house, view.graph, document);
  if (home === undefined) throw new Cannot(sentences.gone);
  const chat = await headFor(house, home);
  if (chat.isCopy) throw new Cannot(sentences.away);
  const checks = checksOf(house);
  const look = async () => messageIn(house, checks, house.asking.read, view, chat, id);
  await look();
  await checks.done();
  const message = await look();
  if (!message || message.body.kind === 'deleted') throw new Cannot(sentences.gone);
  return { message, chat, document };
}

/**
 * The chat that a document is a part of. Whoever may add to it can name any chat there, and words meant for one would go
 * to the other: it is one that the document lies in, and rather one of my list than one that somebody made beside it.
 */
async function homeOf({ me, asking }: House, graph: Graph, document: string): Promise<string | undefined> {
  const homes = graph.subjects(WF.message).filter((chat) => isPartOf(chat, document));
  const mine = new Set(await myChats(me)(asking.read));
  return homes.find((chat) => mine.has(chat)) ?? homes[0];
}
