import type { CachedDocument } from '#lib/cache/cache.ts';
import type { Source } from '#lib/people/sources.question.ts';
import { possessive } from '#lib/people/possessive.ts';

/** Why somebody's newest words are not here. */
export type Silence =
  | 'silent' // their space does not answer
  | 'unopened' // it answers, and has not let me in yet
  | 'closed' // it answers, and does not let me read
  | 'garbled'; // what it sends cannot be read

/** Somebody whose newest words are not here. A quiet note, never an error page. */
export interface Quiet {
  readonly owner: string;
  readonly why: Silence;
  /** Up to when what is shown is true, milliseconds since 1970; 0 when nothing was ever read. */
  readonly seen: number;
}

const NO_ANSWER: ReadonlySet<string> = new Set(['offline', 'slow']);

/** What to say of a person, from all their documents. Nothing when every one could be read (or is not there yet). */
export function quietOf(
  { owner, byMyYes }: Pick<Source, 'owner' | 'byMyYes'>,
  documents: readonly (CachedDocument | undefined)[]
): Quiet | undefined {
  const found = documents.flatMap((document) => {
    const why = document && silenceOf(document);
    // A refusal is news of now, so `seen` is now too; whether anything was read before, the text says.
    const seen = document?.turtle ? document.seen : 0;
    // Nobody outside can see whether their app saw my yes: what was never open may still open.
    const unopened = byMyYes && why === 'closed' && seen === 0;
    return why ? [{ owner, why: unopened ? 'unopened' : why, seen } as const] : [];
  });
  const order: Silence[] = ['silent', 'garbled', 'closed', 'unopened'];
  return found.sort((a, b) => order.indexOf(a.why) - order.indexOf(b.why))[0];
}

export function silenceOf({ state, problem }: CachedDocument): Silence | undefined {
  // Nobody was recognised: that is about my own sign-in, and the frame says so.
  if (problem?.kind === 'unauthorised') return undefined;
  if (state === 'forbidden') return 'closed';
  if (state !== 'broken') return undefined;
  return NO_ANSWER.has(problem?.kind ?? '') || (problem?.status ?? 0) >= 500 ? 'silent' : 'garbled';
}

/** The note in words; without a name it is about me. `when` writes a moment for the reader ("at 14:05", "on Tuesday ..."). */
export function quietWords(
  { why, seen }: Quiet,
  name: string | undefined,
  when: (moment: number) => string
): string {
  const then = seen > 0 ? `; you see what was there ${when(seen)}` : '';
  const whose = name === undefined ? 'Your' : possessive(name);
  if (why === 'silent') return `${whose} space is not answering${then}.`;
  if (why === 'garbled') return `What ${whose.replace('Your', 'your')} space sends cannot be read${then}.`;
  if (why === 'unopened' && name !== undefined)
    return `What ${name} writes for friends opens to you when their app has seen your answer.`;
  if (name === undefined) return 'Your space does not let you read your own posts.';
  return seen > 0
    ? `${name} does not let you read this any more.`
    : `${name} does not let you read what they write for friends.`;
}

/** A moment as it stands in a sentence: "at 14:05" today, else with the day. */
export function sayWhen(moment: number, now: number, locale?: string): string {
  const today = new Date(moment).toDateString() === new Date(now).toDateString();
  const day = today ? {} : ({ weekday: 'long', day: 'numeric', month: 'long' } as const);
  const said = new Intl.DateTimeFormat(locale, { ...day, hour: 'numeric', minute: '2-digit' }).format(moment);
  return `${today ? 'at' : 'on'} ${said}`;
}
