import { documentOf, hostOf } from '#lib/people/address.ts';
import { lookedInto } from '#lib/people/inbox/looked.ts';
import { isKnown } from '#lib/people/known.ts';
import type { House } from '#lib/people/me.ts';
import { standsIn } from '#lib/people/storage.ts';
import type { Question, Read } from '#lib/query/ask.ts';
import { headOf } from './chat.question.ts';
import type { Invitation } from './chat.ts';
import { checksOf } from './checks.ts';
import { invitedTo } from './invited-to.ts';
import { keysOf } from './keys.question.ts';
import { signedLetter } from './letters/letter-signature.ts';
import type { LongChatInvite } from './long-chat.shape.ts';
import { NOTHING_KEPT } from './mine.ts';
import { myChats } from './my-chats.question.ts';
import { talkedTo } from './talked-to.ts';
import { whoseSpace } from './whose-space.ts';

const MOST = 50;
/** Letters that are looked through for them: most of an inbox may be somebody's rubbish. */
const MOST_LETTERS = 1_000;
/** Of chats at strange servers, of which nothing is known but their address: anybody can name as many as they like. */
const MOST_STRANGE = 5;

const isElsewhere = ({ me }: House, id: string): boolean =>
  /^https?:/.test(id) && URL.canParse(id) && !standsIn(documentOf(id), [me.storage]);

/**
 * Chats that messages in my inbox point to. Looking into the inbox is people/'s work (`processInbox`): what it finds to
 * be nothing about friendship is read here. A message proves nothing but what its signature does: else counts what the
 * chat says of itself, that its owner lets me read it, and in whose space it lies. A chat of my own space nobody else
 * invites to. Servers I do not talk to anyway are asked only after `lookAt`. Ask it with `checks.asking`.
 */
export function invitations(house: House): Question<Invitation[]> {
  return async (read) => {
    const looked = await lookedInto(house);
    const going = new Set((await house.sync.outbox()).map((entry) => entry.document));
    const others = Object.keys(looked).filter((url) => looked[url] === 'other' && !going.has(url));
    const mine = new Set(await myChats(house.me)(read));
    const isNear = await talkedTo(house)(read);
    const near: Read = (url, wish) => (isNear(url) ? read(url, wish) : house.asking.read(url));
    const strange = new Set<string>();
    const found = new Map<string, Invitation>();
    let asked = 0;
    for (const message of others.slice(0, MOST_LETTERS)) {
      if (found.size >= MOST) break;
      const said = invitedTo((await read(message, 'known')).graph);
      const id = said?.chat;
      if (id === undefined || found.has(id) || mine.has(id) || !isElsewhere(house, id)) continue;
      const known = isKnown(await house.asking.read(documentOf(id)));
      // Each is a request, also where nothing is there.
      if (!known && isNear(id) && ++asked > MOST) continue;
      const view = await (known ? read : near)(documentOf(id), 'known');
      const isLooked = known || isKnown(view);
      if (isNear(id) ? !isLooked : !isLooked && strange.size >= MOST_STRANGE) continue;
      if (!isLooked && strange.has(hostOf(id))) continue;
      const sender = await senderOf(house, near, message, said!);
      // Its signature is being checked: it comes with the verdict.
      if (sender === 'unchecked') continue;
      if (!isLooked) strange.add(hostOf(id));
      const host = await whoseSpace(near, view, id, house.me);
      const chat = headOf(view, id, house.me, NOTHING_KEPT, host);
      if (isLooked && !chat.isChat) continue;
      found.set(id, { message, chat, from: sender ?? host, isSigned: sender !== undefined, isLooked });
    }
    return [...found.values()];
  };
}

/** Who signed an invitation, to me and to this chat; undefined where nobody did whose key can be had. */
async function senderOf(
  house: House,
  read: Read,
  message: string,
  { actor, chat, published, proof }: LongChatInvite
): Promise<string | undefined> {
  if (actor === undefined || published === undefined || proof === undefined) return undefined;
  const signed = signedLetter({ kind: 'invitation', actor, chat, published, to: house.me.id });
  const verdicts = ((await keysOf(read, actor)) ?? []).map((key) =>
    checksOf(house).verdict(signed, proof, key, message)
  );
  if (verdicts.includes(true)) return actor;
  return verdicts.includes(undefined) ? 'unchecked' : undefined;
}
