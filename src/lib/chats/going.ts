import type TalkList from '#lib/ui/TalkList.svelte';
import { toasts } from '#lib/ui/toasts.svelte.ts';
import type { Message } from './message.ts';
import { words } from './screen-words.ts';
import type { ShownPart } from './shown-part.svelte.ts';
import type { TalkRow } from './talk-rows.ts';

/** A place in a chat where somebody wants to be. */
export interface Goal {
  /** The message there, if it is among these. */
  find(list: readonly Message[]): string | undefined;
  /** Asks for what is missing; false when there is nothing more to ask for. */
  ask(): boolean;
  /** It is seen for a moment, and has the focus. */
  readonly mark?: boolean;
  /** How far below the window's top (CSS px). */
  readonly offset?: number;
}

/** Brings somebody to a place in a chat, as soon as it is here. */
export class Going {
  readonly #part: ShownPart;
  readonly #talk: () => TalkList<TalkRow> | undefined;
  readonly #ended: () => void;
  #goal: Goal | undefined;

  /** `ended`: somebody is where they want to be, or will not get there. */
  constructor(part: ShownPart, talk: () => TalkList<TalkRow> | undefined, ended: () => void) {
    this.#part = part;
    this.#talk = talk;
    this.#ended = ended;
  }

  /** What is in the window now is not what somebody wants to see. */
  get isOn(): boolean {
    return this.#goal !== undefined;
  }

  to(goal: Goal): void {
    this.#goal = goal;
    void this.on();
  }

  /** To be called when more of the chat is here. */
  async on(): Promise<void> {
    const goal = this.#goal;
    if (!goal) return;
    const key = goal.find(this.#part.current?.list ?? []);
    if (key !== undefined) {
      const isThere = await this.#talk()?.show(key, goal);
      if (isThere && this.#goal === goal) this.stop();
    } else if (this.#part.current?.isComplete && !goal.ask()) {
      this.stop();
      toasts.show({ text: words.talk.notFound });
    }
  }

  /** Whoever moves is not moved any more. */
  stop(): void {
    if (!this.#goal) return;
    this.#goal = undefined;
    this.#ended();
  }
}
