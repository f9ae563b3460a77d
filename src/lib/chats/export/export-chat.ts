import type { House } from '#lib/people/me.ts';
import { asHtml } from './as-html.ts';
import { asText } from './as-text.ts';
import { asTurtle } from './as-turtle.ts';
import { lettersOf } from './letters.ts';
import { wholeChat, type OnProgress, type WholeChat } from './whole-chat.ts';

export type Form = 'text' | 'html' | 'turtle';

/** A file for the person to keep. */
export interface Exported {
  readonly name: string;
  /** Media type, with its charset. */
  readonly type: string;
  readonly text: string;
  /** Addresses that could not be read just now; the file says so too. Empty: it is all there. */
  readonly missing: readonly string[];
}

export interface ExportOptions {
  readonly onProgress?: OnProgress | undefined;
  /** In which times are told; that of this device when it is not said. */
  readonly timeZone?: string | undefined;
  /** Stops the reading: the call rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * One chat as one file: text and HTML as it is shown to me (edits, deletions, reactions, without what I cleared for
 * myself), Turtle as it lies in its space. Asks the servers for every day there is, so it takes its time; what does
 * not answer is told in `missing`.
 */
export async function exportChat(
  house: House,
  chat: string,
  form: Form,
  { onProgress = () => undefined, timeZone, signal }: ExportOptions = {}
): Promise<Exported> {
  const whole = await wholeChat(house, chat, onProgress, signal);
  const letters = lettersOf(whole, { me: house.me.id, now: new Date(house.now()), timeZone });
  const [write, ending, type] = FORMS[form];
  return {
    name: `${fileName(letters.title)}-${letters.saved.day}.${ending}`,
    type,
    text: write(letters, whole),
    missing: whole.missing
  };
}

type Writer = (letters: ReturnType<typeof lettersOf>, whole: WholeChat) => string;

const FORMS: Record<Form, readonly [Writer, string, string]> = {
  text: [asText, 'txt', 'text/plain;charset=utf-8'],
  html: [asHtml, 'html', 'text/html;charset=utf-8'],
  turtle: [(_, whole) => asTurtle(whole), 'ttl', 'text/turtle;charset=utf-8']
};

/** What every file system takes: letters and digits of any script. */
const fileName = (title: string): string =>
  `chat-${title
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)}`.replace(/-$/, '');
