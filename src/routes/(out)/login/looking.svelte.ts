import type { App } from '#lib/app/app.svelte.ts';
import { troubleOf, type Found, type Trouble } from '#lib/app/finding.ts';

/** Long enough not to ask for every letter, short enough to answer before somebody wonders. */
const REST_MS = 600;

/** What the one field says while somebody types: it looks a moment after the last letter, and only the last answer counts. */
export class Looking {
  found = $state.raw<Found>();
  trouble = $state.raw<Trouble>();
  busy = $state(false);
  readonly #app: App;
  #asked = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(app: App) {
    this.#app = app;
  }

  type(text: string): void {
    clearTimeout(this.#timer);
    this.found = undefined;
    this.trouble = undefined;
    this.#asked = text.trim();
    this.busy = false;
    // One word without a dot is somebody still typing.
    if (/[.:/]/.test(this.#asked)) this.#timer = setTimeout(() => void this.look(text), REST_MS);
  }

  /** @returns what was found, when nothing newer was asked meanwhile */
  async look(text: string): Promise<Found | undefined> {
    clearTimeout(this.#timer);
    const asked = (this.#asked = text.trim());
    this.busy = true;
    try {
      const found = await this.#app.discover(asked);
      if (asked !== this.#asked) return undefined;
      this.found = found;
      return found;
    } catch (error) {
      if (asked === this.#asked) this.trouble = troubleOf(error);
      return undefined;
    } finally {
      if (asked === this.#asked) this.busy = false;
    }
  }
}
