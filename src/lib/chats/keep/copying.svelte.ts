import { SvelteMap } from 'svelte/reactivity';
import type { House } from '#lib/people/me.ts';
import { copiedOf } from './copied.ts';
import type { CopyState } from './copy-state.ts';
import { keepUp } from './keep-up.ts';

/** My copies as a screen watches them, and the only one who works on them in this tab. */
class Copying {
  readonly #house: House;
  readonly #states = new SvelteMap<string, CopyState>();
  readonly #running = new Map<string, Promise<void>>();

  constructor(house: House) {
    this.#house = house;
  }

  /** Undefined while nothing was ever copied on this device. */
  of(chat: string): CopyState | undefined {
    return this.#states.get(chat);
  }

  /** Takes up what this device remembers. */
  async look(chat: string): Promise<void> {
    const copied = await copiedOf(this.#house, chat);
    if (copied && !this.#states.has(chat)) this.#states.set(chat, { kind: 'current', ...copied });
  }

  /** See `keepUp`. One after the other. */
  keepUp(chat: string, only?: ReadonlySet<string>): Promise<void> {
    const before = this.#running.get(chat) ?? Promise.resolve();
    const now = before.then(() =>
      keepUp(this.#house, chat, {
        ...(only ? { only } : {}),
        onState: (state) => this.#states.set(chat, state)
      })
    );
    this.#running.set(
      chat,
      now.catch(() => undefined)
    );
    return now;
  }

  /** No copy is kept any more. */
  forget(chat: string): void {
    this.#states.delete(chat);
  }
}

const known = new WeakMap<House, Copying>();

/** One for each house. */
export function copyingOf(house: House): Copying {
  let found = known.get(house);
  if (!found) known.set(house, (found = new Copying(house)));
  return found;
}
