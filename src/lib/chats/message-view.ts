import { hostOf, placeOf } from '#lib/people/address.ts';
import type { House } from '#lib/people/me.ts';
import type { KnownAuthors } from '#lib/people/known-authors.svelte.ts';
import { pictureOf } from '#lib/people/pictures.ts';
import { refusal } from '#lib/people/refusal.ts';
import { sentAs } from '#lib/people/sending.ts';
import { standsIn } from '#lib/people/storage.ts';
import type { MessageBody, MessageView, ReactionView } from '#lib/ui/message.ts';
import type { Found } from './message-at.question.ts';
import type { Message, Reaction } from './message.ts';
import { gistOf, nameFrom, speakerOf, type NameOf } from './naming.ts';
import { words } from './screen-words.ts';
import { isOfChat, pictureAt } from './shown-picture.ts';

/** What of a message is decided where it is shown. */
export interface Around {
  /** The message it answers: what is known of it, once that was asked. */
  readonly answered?: { readonly asked: boolean; readonly current: Found } | undefined;
  /** Whose space the chat lies in, by name; undefined for mine. */
  readonly owner?: string | undefined;
  /** The person wants to see this picture although it lies elsewhere. */
  readonly allowed: boolean;
}

/** A message as the screen shows it. */
export function messageView(
  house: House,
  authors: KnownAuthors,
  message: Message,
  around: Around
): MessageView {
  const nameOf = nameFrom(authors);
  const { maker, sending, edited, thread } = message;
  // A handle could be chosen so that it reads like a name of the chat.
  const isOutside = maker !== undefined && !message.isMine && message.flags.includes('not-in-chat');
  const picture = maker === undefined || isOutside ? undefined : pictureOf(house, authors.of(maker));
  const stopped = sending?.stopped;
  return {
    id: message.id,
    isMine: message.isMine,
    author: {
      id: maker ?? '',
      name: isOutside ? placeOf(maker) : speakerOf(message, nameOf),
      ...(maker === undefined ? {} : { href: `/u?id=${encodeURIComponent(maker)}` }),
      ...(picture ? { picture } : {})
    },
    ...(message.flags.includes('no-time') ? {} : { at: message.at.getTime() }),
    ...(edited ? { edited: edited.getTime() } : {}),
    body: bodyOf(house, message, around.allowed, nameOf),
    ...(message.replyTo === undefined ? {} : { quote: quoteOf(message.replyTo, around.answered, nameOf) }),
    reactions: message.reactions.map((reaction) => reactionView(reaction, house.me.id, nameOf)),
    ...(thread ? { replies: thread.replies } : {}),
    isInThread: message.inThread !== undefined,
    signs: signsOf(message),
    ...(sending ? { state: sentAs(sending, house.notes) } : message.isMine ? { state: 'sent' } : {}),
    ...(stopped
      ? {
          problem: refusal(
            stopped.kind,
            standsIn(stopped.document, [house.me.storage]) ? undefined : around.owner
          )
        }
      : {})
  };
}

function bodyOf(
  house: House,
  { body, chat, maker, mentions }: Message,
  allowed: boolean,
  nameOf: NameOf
): MessageBody {
  if (body.kind === 'text') {
    const named = mentions.map((id) => ({ name: nameOf(id), href: `/u?id=${encodeURIComponent(id)}` }));
    return named.length > 0 ? { ...body, named } : body;
  }
  if (body.kind === 'file') {
    if (!body.isPicture) return { kind: 'file', name: body.name };
    if (!allowed && !isOfChat(chat, body.url)) {
      return { kind: 'picture', name: body.name, ask: words.message.pictureFrom(hostOf(body.url)) };
    }
    const src = pictureAt(house, body.url);
    return { kind: 'picture', name: body.name, ...(src ? { src } : {}) };
  }
  if (body.kind === 'deleted' && body.by !== maker && body.by !== '')
    return { kind: 'note', text: words.message.deletedBy(nameOf(body.by)) };
  return { kind: 'note', text: gistOf({ body }) };
}

function quoteOf(id: string, answered: Around['answered'], nameOf: NameOf): MessageView['quote'] & object {
  const found = answered?.current;
  if (found && found !== 'coming')
    return { id: found.id, name: speakerOf(found, nameOf), text: gistOf(found) };
  return { id, name: '', text: unknownIn(answered) };
}

/** What stands for a message nobody can show: nothing for the moment in which it is asked for. */
export function unknownIn(answered: Around['answered']): string {
  if (!answered?.asked) return '…';
  return answered.current === 'coming' ? words.message.coming : words.message.gone;
}

function reactionView({ emoji, people, mine }: Reaction, me: string, nameOf: NameOf): ReactionView {
  const names = people.slice(0, 8).map((id) => (id === me ? words.you : nameOf(id)));
  const list = new Intl.ListFormat().format(names);
  return {
    emoji,
    count: people.length,
    isMine: mine !== undefined,
    who: words.message.reacted(list, people.length - names.length)
  };
}

/** A sentence for each odd thing. */
function signsOf({ signature, flags, maker, isMine, sending }: Message): string[] {
  const { signs } = words.message;
  // Nobody signs for nobody: that is said already.
  const signed = maker === undefined || (isMine && sending !== undefined);
  const own = !signed && (signature === 'unsigned' || signature === 'bad') ? [signs[signature]] : [];
  return [...own, ...flags.map((flag) => signs[flag])].filter((sign) => sign !== '');
}
