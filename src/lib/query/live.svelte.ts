import { createSubscriber } from 'svelte/reactivity';
import type { Asking, Question } from './ask.ts';
import type { Trouble } from './trouble.ts';
import { watchQuestion } from './watch-question.ts';

/**
 * The answer to a question, kept up to date while somebody looks at it. Reading a property in an effect or a template
 * is looking; when nobody looks any more it rests, and the last answer stays.
 */
export class Live<T> {
  #current: T | undefined;
  #problem: Trouble | undefined;
  #asked = false;
  readonly #look: () => void;

  constructor(asking: Asking, question: Question<T>, options: { readonly initial?: T } = {}) {
    this.#current = options.initial;
    this.#look = createSubscriber((update) =>
      watchQuestion(asking, question, (answer) => {
        if ('value' in answer) this.#current = answer.value;
        this.#problem = 'trouble' in answer ? answer.trouble : undefined;
        this.#asked = true;
        update();
      })
    );
  }

  /** The last answer; `initial` until there is one. */
  get current(): T | undefined {
    this.#look();
    return this.#current;
  }

  /** Why the last asking failed; the answer before it stays in `current`. */
  get problem(): Trouble | undefined {
    this.#look();
    return this.#problem;
  }

  /** Whether there was an answer (or a problem) at least once: before that, a screen shows nothing rather than "empty". */
  get asked(): boolean {
    this.#look();
    return this.#asked;
  }
}

/** Asks the cache a question and goes on asking while somebody looks. */
export function live<T>(asking: Asking, question: Question<T>, options?: { readonly initial?: T }): Live<T> {
  return new Live(asking, question, options);
}
