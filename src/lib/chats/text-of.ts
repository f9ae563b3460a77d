import { Cannot } from '#lib/people/cannot.ts';
import { sentences } from './words.ts';

/** Characters of one message; a document must stay small enough to be patched quickly. */
export const LONGEST = 10_000;

/** The text as it is sent. Throws `Cannot` for nothing and for too much. */
export function textOf(written: string): string {
  // What no XML or Turtle reader takes (and nobody types).
  const text = written.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').trim();
  if (text === '') throw new Cannot(sentences.empty);
  if (text.length > LONGEST) throw new Cannot(sentences.long(text.length - LONGEST));
  return text;
}
