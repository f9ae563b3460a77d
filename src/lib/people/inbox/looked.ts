import type { House } from '../me.ts';

/**
 * What became of messages that stay in the inbox, so that they are not looked into again and again; `later` are looked
 * into again, in the order in which they stand here.
 */
export type Looked = Record<string, 'other' | 'unclear' | 'forged' | 'later'>;

const KEY = 'inbox:looked';

export async function lookedInto(house: House): Promise<Looked> {
  const noted = await house.notes.get(KEY);
  return typeof noted === 'object' && noted !== null ? { ...(noted as Looked) } : {};
}

/** Remembers only what is still there. */
export function rememberLooked(house: House, looked: Looked, there: readonly string[]): Promise<void> {
  const kept = Object.entries(looked).filter(([url]) => there.includes(url));
  return house.notes.set(KEY, Object.fromEntries(kept));
}
