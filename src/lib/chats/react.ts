import { Cannot } from '#lib/people/cannot.ts';
import { documentOf } from '#lib/people/address.ts';
import type { House } from '#lib/people/me.ts';
import { moment } from '#lib/people/moment.ts';
import { deletionId, mintedFor, reactionId } from './minted.ts';
import { messageNow } from './own-message.ts';
import { signingKey } from './signing-key.ts';
import { deletedAt, reactionOf, replaced, saidBy } from './statements.ts';
import { labels, sentences } from './words.ts';

/** Answers a message with an emoji. Nothing happens where I did so already. */
export async function react(house: House, id: string, emoji: string, now = moment(house)): Promise<string[]> {
  const { message, document, chat } = await messageNow(house, id);
  if (chat.role === 'reader') throw new Cannot(sentences.mayNotWrite);
  if (message.reactions.some((each) => each.emoji === emoji && each.mine !== undefined)) return [];
  const key = await signingKey(house);
  const words = { id: reactionId(message.id, now), content: emoji, at: now.at, maker: house.me.id };
  const insert = await reactionOf(key, words, message.id);
  return house.sync.change([
    { document, intent: { kind: 'patch', insert, delete: [] }, label: labels.react }
  ]);
}

/**
 * Takes a reaction of mine back (`Reaction.mine`). Where I may, its statements go, which SolidOS understands; where I
 * may only add, a signed addition says so.
 */
export async function unreact(house: House, reaction: string, now = moment(house)): Promise<string[]> {
  const minted = mintedFor(reaction);
  if (minted?.as !== 'reaction') return [];
  const document = documentOf(reaction);
  const view = await house.asking.read(document);
  const said = view.graph.about(reaction);
  if (said.length === 0) return [];
  const { chat } = await messageNow(house, minted.of);
  const label = labels.unreact;
  if (chat.role === 'owner' || chat.role === 'moderator') {
    const named = said.filter(({ object }) => object.termType !== 'BlankNode');
    return house.sync.change([{ document, intent: { kind: 'patch', insert: [], delete: named }, label }]);
  }
  const key = await signingKey(house);
  const next = deletionId(reaction, now);
  const words = { id: next, content: '(reaction taken back)', at: now.at, maker: house.me.id };
  const insert = [replaced(reaction, next), ...(await saidBy(key, words)), deletedAt(next, now.at)];
  return house.sync.change([{ document, intent: { kind: 'patch', insert, delete: [] }, label }]);
}
