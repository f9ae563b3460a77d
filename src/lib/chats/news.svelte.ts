import type { House } from '#lib/people/me.ts';
import { live } from '#lib/query/live.svelte.ts';
import { calmly } from './calmly.ts';
import { chats } from './chats.question.ts';
import { checksOf } from './checks.ts';

/** In how many chats somebody said something I have not read; muted and archived ones do not ask for me. */
export class News {
  readonly #asked;

  constructor(house: House) {
    const checks = checksOf(house);
    this.#asked = live(calmly(house, checks), chats(house, checks));
  }

  get count(): number {
    return (this.#asked.current ?? []).filter(
      ({ unread, isMuted, isArchived, mentions }) => !isArchived && (isMuted ? mentions > 0 : unread > 0)
    ).length;
  }
}
