import type { House } from '#lib/people/me.ts';

/** Day documents that were found by looking, and whether everything was looked through. */
export interface Found {
  readonly days: readonly string[];
  readonly isAll: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const KEY = 'chat-days:';
const NONE: Found = { days: [], isAll: false, at: 0 };

type Noted = Map<string, Promise<Found>>;
/** Each reading of a chat asks for it, and what another tab found can be found again. */
const known = new WeakMap<House['notes'], Noted>();

function notedIn(notes: House['notes']): Noted {
  const noted: Noted = known.get(notes) ?? new Map();
  known.set(notes, noted);
  return noted;
}

export function foundDays({ notes }: Pick<House, 'notes'>, chat: string): Promise<Found> {
  const noted = notedIn(notes);
  const found = noted.get(chat) ?? notes.get(KEY + chat).then((note) => (note as Found | undefined) ?? NONE);
  noted.set(chat, found);
  // A failure is not kept; whoever asked hears of it.
  found.catch(() => noted.delete(chat));
  return found;
}

export async function rememberDays(
  { notes }: Pick<House, 'notes'>,
  chat: string,
  found: Found
): Promise<void> {
  await notes.set(KEY + chat, found);
  notedIn(notes).set(chat, Promise.resolve(found));
}
