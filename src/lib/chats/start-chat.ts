import { write } from '#lib/rdf/shape.ts';
import { writeTurtle } from '#lib/rdf/turtle.ts';
import { alone } from '#lib/people/alone.ts';
import { Cannot } from '#lib/people/cannot.ts';
import { seen } from '#lib/people/contacts/seen.ts';
import { present } from '#lib/people/friends/present.ts';
import type { House } from '#lib/people/me.ts';
import { moment, type Moment } from '#lib/people/moment.ts';
import type { Write } from '#lib/sync/sync.ts';
import { accessFor } from './access-for.ts';
import { NAMELESS } from './chat.question.ts';
import type { Role } from './chat.ts';
import { pictureIn } from './set-picture.ts';
import { takesPart } from './index-statements.ts';
import { invitationTo } from './letters/invitation-to.ts';
import { longChat } from './long-chat.shape.ts';
import { pairWith } from './pair-with.question.ts';
import { registered } from './register.ts';
import { labels, sentences } from './words.ts';

export interface NewChat {
  /** Whom to talk to, besides me. */
  readonly people: readonly string[];
  readonly title?: string | undefined;
  /** Ready to be shown (people/scale-picture.ts). */
  readonly picture?: Blob | undefined;
  readonly rules?: string | undefined;
}

interface Started {
  readonly chat: string;
  readonly entries: readonly string[];
}

/**
 * Starts a chat in my space: who may read it first (and that nobody else can is tried), then its index, then that in
 * turn is closed to changes, and only then people are told. With one person and no title: the chat that we two have,
 * if there is one. Throws `Cannot` with a sentence.
 */
export async function startChat(
  house: House,
  { people, ...more }: NewChat,
  now = moment(house)
): Promise<Started> {
  const { me } = house;
  const others = [...new Set(people)].filter((person) => person !== me.id);
  const title = more.title?.trim() || undefined;
  if (others.length === 0) throw new Cannot(sentences.alone);
  const start = () => begin(house, others, { ...more, title }, now);
  if (others.length > 1 || title) return start();
  // Whoever presses twice, because nothing seems to happen, is not to have two.
  return alone(`${me.id} chat with ${others[0]}`, async () => {
    const ours = pairWith(me, others[0]!);
    // Where one of my chats cannot be had now, ours may be among the others.
    const known = (await seen(house, ours)) ?? (await ours(house.asking.read));
    return known ? { chat: known.id, entries: [] } : start();
  });
}

async function begin(
  house: House,
  others: readonly string[],
  { title, picture, rules }: Omit<NewChat, 'people'>,
  now: Moment
): Promise<Started> {
  const { me } = house;
  // A letter first: names that start with a digit make SolidOS loop.
  const document = `${me.storage}chats/c${now.ulid.toLowerCase()}/index.ttl`;
  const chat = `${document}#this`;
  const roles = new Map<string, Role>([
    [me.id, 'owner'],
    ...others.map((person) => [person, 'member'] as const)
  ]);
  const label = labels.start;
  const [folder, index] = accessFor(me.id, chat, roles, label);
  const put = picture && pictureIn(chat, picture, now);
  const img = put?.document;
  const said = [
    ...write(longChat, {
      id: chat,
      title: title ?? NAMELESS,
      created: now.at,
      author: me.id,
      picture: img,
      rules
    }),
    ...[...roles].flatMap(([person, role], n) => takesPart(chat, person, role, now.at, `${now.ulid}-${n}`))
  ];
  const body = writeTurtle(said, document);
  const first: Write[] = [
    folder,
    { document, intent: { kind: 'create', body, contentType: 'text/turtle' }, after: [0], label },
    { ...index, after: [1] },
    ...(put ? [{ ...put, after: [0] }] : [])
  ];
  const rest = present([
    await registered(house, chat, now.ulid, label, [1]),
    ...(await Promise.all(
      others.map((person) => invitationTo(house, person, chat, now.at, { after: [2], label }))
    ))
  ]);
  return { chat, entries: await house.sync.change([...first, ...rest]) };
}
