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

export const foundDays = async (house: Pick<House, 'notes'>, chat: string): Promise<Found> =>
  ((await house.notes.get(KEY + chat)) as Found | undefined) ?? NONE;

export const rememberDays = (house: Pick<House, 'notes'>, chat: string, found: Found): Promise<void> =>
  house.notes.set(KEY + chat, found);
