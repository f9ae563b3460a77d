import { untrack } from 'svelte';
import type { House } from './me.ts';
import type { Person } from './profile.rules.ts';
import { live } from '#lib/query/live.svelte.ts';
import { authorsOf } from './authors.question.ts';

/**
 * Who wrote the posts of a long list, as far as it was looked at: more are asked for as one goes, and a name that was
 * there stays until there is a newer one. Make it while a component is made.
 */
export class KnownAuthors {
  #ids = $state.raw<readonly string[]>([]);
  #people = $state.raw<Readonly<Record<string, Person>>>({});

  constructor(house: House) {
    // A function of its own: what a constructor itself reads of its fields is not watched.
    const asked = $derived.by(() => live(house.asking, authorsOf(this.#ids)));
    $effect.pre(() => {
      const answer = asked.current;
      if (answer) untrack(() => (this.#people = { ...this.#people, ...Object.fromEntries(answer) }));
    });
  }

  of(id: string): Person | undefined {
    return Object.hasOwn(this.#people, id) ? this.#people[id] : undefined;
  }

  /** These are on the screen, or nearly. */
  want(ids: Iterable<string>): void {
    const more = [...ids].filter((id, at, all) => all.indexOf(id) === at && !this.#ids.includes(id));
    if (more.length > 0) this.#ids = [...this.#ids, ...more];
  }
}
