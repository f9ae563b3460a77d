import type { House } from '#lib/people/me.ts';

/** What this device knows of a copy it has looked through. */
export interface Copied {
  /** When everything that could be read of the chat was in the copy, milliseconds since 1970. */
  readonly at: number;
  /** Documents of the chat that did not answer then. */
  readonly missing: number;
}

const KEY = 'chat-copied:';

export const copiedOf = async (house: Pick<House, 'notes'>, chat: string): Promise<Copied | undefined> =>
  ((await house.notes.get(KEY + chat)) as Copied | undefined) ?? undefined;

export const noteCopied = (house: Pick<House, 'notes'>, chat: string, copied: Copied): Promise<void> =>
  house.notes.set(KEY + chat, copied);

export const forgetCopied = (house: Pick<House, 'notes'>, chat: string): Promise<void> =>
  house.notes.set(KEY + chat, undefined);
