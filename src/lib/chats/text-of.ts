import { Cannot } from '#lib/people/cannot.ts';
import { sentences } from './words.ts';

/** Characters of one message; a document must stay small enough to be patched quickly. */
export const LONGEST = 10_000;

/** The text as it is sent. Throws `Cannot` for nothing and for too much. */
export function textOf(written: string): string {
  // Control characters (but tab and line breaks), which nobody types and not every reader takes.
  const text = written.replace(/(?![\t\n\r])\p{Cc}/gu, '').trim();
  if (text === '') throw new Cannot(sentences.empty);
  if (text.length > LONGEST) throw new Cannot(sentences.long(text.length - LONGEST));
  return text;
}
