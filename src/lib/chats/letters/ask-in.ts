import { write } from '#lib/rdf/shape.ts';
import { documentOf } from '#lib/people/address.ts';
import { Cannot } from '#lib/people/cannot.ts';
import { known } from '#lib/people/known.ts';
import type { House } from '#lib/people/me.ts';
import { moment } from '#lib/people/moment.ts';
import { standsIn } from '#lib/people/storage.ts';
import type { ChatLink } from '../links/chat-link.rules.ts';
import { keptDocument } from '../mine.ts';
import { sign } from '../signature.ts';
import { signingKey } from '../signing-key.ts';
import { labels, sentences } from '../words.ts';
import { codeProof } from './code-proof.ts';
import { joinLetter } from './letter.shape.ts';
import { signedLetter } from './letter-signature.ts';
import { letterTo } from './letter-to.ts';
import { forgotten } from './forget-ask.ts';

/**
 * Asks to be let into the chat of a link: a signed letter to its owner, kept in my settings too, so that the chat opens
 * by itself once I am in, on any of my devices. Asking again replaces what was kept. Throws `Cannot`.
 */
export async function askIn(house: House, link: ChatLink, now = moment(house)): Promise<string[]> {
  const { me } = house;
  const { chat, owner } = link;
  if (owner === me.id) throw new Cannot(sentences.ownLink);
  // Anybody can leave a letter in my inbox that looks like a chat; what is in my space I let people into, nobody else.
  if (standsIn(documentOf(chat), [me.storage])) throw new Cannot(sentences.ownPlace);
  const document = keptDocument(me);
  await known(house, document);
  const key = await signingKey(house);
  const code = await codeProof(link.token, chat, me.id);
  const signed = signedLetter({ kind: 'join', actor: me.id, chat, published: now.at, to: owner, code });
  const said = { actor: me.id, chat, owner, code, published: now.at, proof: await sign(signed, key) };
  const letter = await letterTo(house, owner, joinLetter, said, { after: [0], label: labels.ask });
  if (!letter) throw new Cannot(sentences.noInbox);
  const kept = {
    ...said,
    id: `${document}#j${now.ulid.toLowerCase()}`,
    title: link.title || undefined,
    until: link.until
  };
  const intent = {
    kind: 'patch' as const,
    insert: write(joinLetter, kept),
    delete: await forgotten(house, chat)
  };
  return house.sync.change([{ document, intent, label: labels.ask }, letter]);
}
