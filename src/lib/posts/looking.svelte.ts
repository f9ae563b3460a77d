import type { Notes } from '#lib/people/me.ts';
import { cameBack, stillLooking, type Looked, type Moment } from './looked.ts';

const KEY = 'home:looked';
/** How often (ms) it is written down that somebody is still looking; much less than AWAY. */
const BEAT = 60_000;

/** Somebody at Home on this device: since when is what they see new? */
export class Looking {
  #looked = $state.raw<Looked>();
  #newest: number | undefined;
  #ready = false;
  readonly #notes: Notes;

  constructor(notes: Notes) {
    this.#notes = notes;
    void this.#open();
  }

  /** The moment of looking before this one; nothing on the first visit. */
  get since(): Moment | undefined {
    return this.#looked?.since;
  }

  /** The newest post that was seen stands at this time (ms since 1970). */
  saw(newest: number): void {
    if (this.#newest !== undefined && newest <= this.#newest) return;
    this.#newest = newest;
    this.#keep();
  }

  /** Call when the page is shown or hidden. */
  turned(visible: boolean): void {
    if (visible) this.#looked = cameBack(this.#looked, Date.now());
    this.#keep();
  }

  /** Writes down now and then that somebody looks; answers how to stop, which writes it down once more. */
  watch(): () => void {
    const beat = setInterval(() => document.visibilityState === 'visible' && this.#keep(), BEAT);
    return () => {
      clearInterval(beat);
      this.#keep();
    };
  }

  async #open(): Promise<void> {
    this.#looked = cameBack((await this.#notes.get(KEY)) as Looked | undefined, Date.now());
    this.#ready = true;
    this.#keep();
  }

  #keep(): void {
    if (!this.#ready || this.#newest === undefined) return;
    this.#looked = stillLooking(this.#looked, this.#newest, Date.now());
    void this.#notes.set(KEY, this.#looked);
  }
}
