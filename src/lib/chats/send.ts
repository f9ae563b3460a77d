import { Cannot } from '#lib/people/cannot.ts';
import type { House } from '#lib/people/me.ts';
import { moment } from '#lib/people/moment.ts';
import { waitingAccess } from '#lib/people/waiting-access.ts';
import type { Quad } from '#lib/rdf/terms.ts';
import type { Write } from '#lib/sync/sync.ts';
import type { Chat } from './chat.ts';
import { headFor } from './head.ts';
import { messageId } from './minted.ts';
import { placeFor } from './place-for.ts';
import { signingKey } from './signing-key.ts';
import { listed, saidBy } from './statements.ts';
import { textOf } from './text-of.ts';
import { labels, sentences } from './words.ts';

export interface NewMessage {
  /** Markdown or plain; trimmed. */
  readonly text: string;
  /** The message it answers. */
  readonly replyTo?: string | undefined;
  /** People it names. */
  readonly mentions?: readonly string[] | undefined;
}

export interface Sent {
  readonly message: string;
  readonly entries: readonly string[];
}

/**
 * Says something in a chat: signed, in one patch, in the day's document; a new day is told where readers come by.
 * Resolves when it is saved on this device. Throws `Cannot` with a sentence.
 */
export async function send(
  house: House,
  id: string,
  message: NewMessage,
  now = moment(house)
): Promise<Sent> {
  const text = textOf(message.text);
  return say(house, await headFor(house, id), { ...message, text }, now);
}

/** What goes along with a message: other writes first (a file), and statements of the same day document. */
export interface Along {
  readonly before?: (place: { day: string; at: Date }) => { writes: Write[]; text: string };
  readonly beside?: (message: string, day: string) => { here: Quad[]; elsewhere: Place[] };
  /** The thread it stands in. */
  readonly thread?: string;
  readonly label?: string;
}
type Place = { document: string; insert: Quad[]; delete: Quad[] };

export async function say(
  house: House,
  chat: Chat,
  { text, replyTo, mentions }: NewMessage,
  now: ReturnType<typeof moment>,
  along: Along = {}
): Promise<Sent> {
  if (chat.role === 'reader') throw new Cannot(sentences.mayNotWrite);
  if (chat.isCopy) throw new Cannot(sentences.away);
  const key = await signingKey(house);
  const { day, at, links, elsewhere } = await placeFor(house, chat, now.at);
  const first = along.before?.({ day, at });
  const message = messageId(day, now, { replyTo, thread: along.thread });
  const words = { id: message, content: first?.text ?? text, at, maker: house.me.id, replyTo, mentions };
  const beside = along.beside?.(message, day);
  const label = along.label ?? labels.send;
  const insert = [listed(chat.id, message), ...(await saidBy(key, words)), ...links, ...(beside?.here ?? [])];
  const access = waitingAccess(await house.sync.outbox(), day);
  const writes = (first?.writes ?? []).map((each) => ({
    ...each,
    after: [...access, ...(each.after ?? [])]
  }));
  const after = [...access, ...writes.keys()];
  const entries = await house.sync.change([
    ...writes,
    { document: day, intent: { kind: 'patch', insert, delete: [] }, after, label },
    // After the words: a link to nothing would be followed by everybody.
    ...[...elsewhere, ...(beside?.elsewhere ?? [])].map(({ document, ...change }): Write => ({
      document,
      intent: { kind: 'patch', ...change },
      after: [writes.length],
      label: labels.link
    }))
  ]);
  return { message, entries };
}
