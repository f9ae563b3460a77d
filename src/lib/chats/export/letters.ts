import { handleOf } from '#lib/people/address.ts';
import { cleanText } from '#lib/ui/plain.ts';
import type { Message, Signature } from '../message.ts';
import { clock, type Told } from './clock.ts';
import type { WholeChat } from './whole-chat.ts';
import { exported as words } from './words.ts';

/** A message in words, for whatever form it is written in. Nothing in it is escaped. */
export interface Letter {
  readonly id: string;
  readonly who: string;
  readonly when: Told;
  /** What was said, markdown or plain; or, when `isNote`, what we say about it. */
  readonly text: string;
  readonly isNote: boolean;
  /** A picture or file: an http(s) address. */
  readonly file?: { readonly url: string; readonly name: string } | undefined;
  /** What stands small beside it: an edit, a signature that does not hold. */
  readonly marks: readonly string[];
  /** What it answers. */
  readonly answers?: string | undefined;
  readonly reactions: readonly string[];
}

export interface Letters {
  readonly title: string;
  readonly address: string;
  readonly about: string;
  readonly missing: string | undefined;
  readonly saved: Told;
  readonly list: readonly Letter[];
  readonly files: readonly { readonly url: string; readonly name: string }[];
}

const MOST_NAMES = 12;
const QUOTED = 80;

/** The whole chat in words, oldest first. */
export function lettersOf(
  { head, messages, names, missing }: WholeChat,
  { me, now, timeZone }: { me: string; now: Date; timeZone?: string | undefined }
): Letters {
  const { tell, zone } = clock(timeZone);
  const nameOf = (person: string | undefined): string =>
    person === undefined || person === '' ? words.nobody : line(names.get(person) ?? handleOf(person));
  const byId = new Map(messages.flatMap((each) => [[each.id, each] as const, [each.version, each] as const]));
  const others = head.others.map(nameOf);
  const saved = tell(now);
  const list = messages.map((message): Letter => {
    const answered = message.replyTo === undefined ? undefined : byId.get(message.replyTo);
    const said = saidIn(message, nameOf, tell);
    return {
      id: message.id,
      who: nameOf(message.maker),
      when: tell(message.at),
      ...said,
      file:
        message.body.kind === 'file' ? { url: message.body.url, name: line(message.body.name) } : undefined,
      marks: marksOf(message, tell),
      answers:
        message.replyTo === undefined
          ? undefined
          : answered
            ? words.answers(nameOf(answered.maker), short(saidIn(answered, nameOf, tell).text))
            : words.answersUnknown,
      reactions: message.reactions.map(
        ({ emoji, people }) => `${line(emoji)} ${people.map(nameOf).join(', ')}`
      )
    };
  });
  return {
    title: line(head.title ?? together(others.length ? others : [nameOf(me)])),
    address: head.id,
    about: words.about(together(head.people.map(({ id }) => nameOf(id))), saved.day, saved.time, zone),
    missing: missing.length ? words.missing(missing.length) : undefined,
    saved,
    list,
    files: list.flatMap(({ file }) => (file ? [file] : []))
  };
}

type Tell = ReturnType<typeof clock>['tell'];

function saidIn(
  { body }: Message,
  nameOf: (person: string) => string,
  tell: Tell
): { text: string; isNote: boolean } {
  const note = (text: string) => ({ text, isNote: true });
  switch (body.kind) {
    case 'text': {
      const { text, cut } = cleanText(body.text);
      return { text: cut ? `${text} …` : text, isNote: false };
    }
    case 'file':
      return note(`${body.isPicture ? words.picture : words.file}: ${line(body.name)}`);
    case 'closed':
      return note(words.closed);
    case 'deleted':
      return note(words.deleted(body.by === '' ? '' : nameOf(body.by), body.at ? whenOf(tell(body.at)) : ''));
    case 'nothing':
      return note(words.empty);
  }
}

const SIGNATURES: Record<Signature, readonly string[]> = {
  verified: [],
  unsigned: [words.unsigned],
  bad: [words.bad],
  unchecked: [words.unchecked]
};

const marksOf = ({ edited, signature, inThread, sending }: Message, tell: Tell): string[] => [
  ...(edited ? [words.edited(whenOf(tell(edited)))] : []),
  ...(inThread === undefined ? [] : [words.inThread]),
  ...(sending ? [words.sending] : SIGNATURES[signature])
];

const whenOf = ({ day, time }: Told): string => `${day} ${time}`;

/** Names and the like: one line, so that nobody writes a message of somebody else into their own name. */
const line = (source: string): string => cleanText(source).text.replace(/\s+/g, ' ').trim();

const short = (text: string): string => {
  const letters = [...line(text)];
  return letters.length > QUOTED ? `${letters.slice(0, QUOTED).join('')}…` : letters.join('');
};

function together(names: readonly string[]): string {
  if (names.length > MOST_NAMES)
    return words.andOthers(names.slice(0, MOST_NAMES).join(', '), names.length - MOST_NAMES);
  return names.length > 1 ? words.and(names.slice(0, -1).join(', '), names.at(-1)!) : (names[0] ?? '');
}
