import { alone } from '../alone.ts';
import type { House } from '../me.ts';
import { lastWords, type Written } from './last-words.ts';
import { underWay } from './under-way.ts';
import { joined, withMine, type Version } from './versions.ts';

/** What a draft begins with, or is given. */
export interface Words {
  readonly text: string;
  readonly extra?: string;
}

/**
 * What is being written at one place, kept at each key: it survives a reload and a killed tab. The newest words are
 * shown; what another tab wrote at the same place meanwhile is kept beside them (`others`).
 */
export class Draft {
  text = $state('');
  /** What belongs to the text: the audience of a post. */
  extra = $state('');
  /** The text stands on this device as it is shown. */
  kept = $state(false);
  /** What was kept before is shown. */
  ready = $state(false);
  /** Other texts that were begun at this place, newest first. */
  others = $state.raw<readonly Version[]>([]);

  readonly #house: Pick<House, 'me' | 'notes'>;
  readonly #place: string;
  readonly #start: Words;
  readonly #by = crypto.randomUUID();
  /** What stands here instead of in another tab's words. */
  #took: readonly Version[] = [];
  readonly #loaded: Promise<void>;
  /** What this tab shows, as it is kept. */
  #base: Version | undefined;
  #at = 0;
  #wanted = false;
  #running: Promise<void> | undefined;

  /** `place` names where: 'home', or 'edit:{post}'. `start` is what stands there when nothing was kept. */
  constructor(house: Pick<House, 'me' | 'notes'>, place: string, start: Words = { text: '' }) {
    this.#house = house;
    this.#place = place;
    this.#start = start;
    this.#loaded = this.#load();
  }

  /** Call at each change of the text or of what belongs to it, before the event is over. */
  changed(): void {
    this.kept = false;
    this.#at = Math.max(Date.now(), this.#at + 1);
    lastWords.write(this.#house.me.id, this.#place, this.#mine());
    void this.keep();
  }

  /** Resolves when what is here now is in the database. Writes at once when nothing is on its way there. */
  keep(): Promise<void> {
    this.#wanted = true;
    this.#running ??= underWay(this.#run().finally(() => (this.#running = undefined)));
    return this.#running;
  }

  /** It is sent, or given up. `rest` was typed or chosen meanwhile and stays. */
  async clear({ text, extra = '' }: Words = { text: '' }): Promise<void> {
    this.text = '';
    this.extra = '';
    this.changed();
    // At once: somebody is typing on.
    if (text !== '' || extra !== '') {
      [this.text, this.extra] = [text, extra];
      this.changed();
    }
    await this.keep();
  }

  /**
   * Puts words here, after what is being written: they came back unsent, were begun in another tab, or shared from
   * another app. Once, however often they come.
   */
  async add({ text, extra = '' }: Words): Promise<void> {
    await this.#loaded;
    const empty = this.text.trim() === '' || this.text === this.#start.text;
    if (empty) this.extra = extra;
    if (empty) this.text = text;
    else if (!this.text.includes(text)) this.text = `${this.text}\n\n${text}`;
    this.changed();
    await this.keep();
  }

  /** One of the `others` comes here. */
  async take(other: Version): Promise<void> {
    this.#forget(other);
    await this.add(other);
  }

  /** One of the `others` is not wanted any more. */
  async drop(other: Version): Promise<void> {
    this.#forget(other);
    this.changed();
    await this.keep();
  }

  /** Somebody comes back to this tab: what it shows untouched may have been sent or changed in another. */
  async look(): Promise<void> {
    await this.#running;
    const there = await this.#stored();
    const same = there.some(({ by, at }) => by === this.#base?.by && at === this.#base.at);
    if (this.#isUntouched && !same) return this.#adopt(there);
    this.others = this.others.filter(({ by }) => there.some((one) => one.by === by));
  }

  /** Another tab wrote. What it sent or gave up is not shown here any longer, unless somebody went on with it here. */
  async heard(event: Written): Promise<void> {
    const shows = this.#base !== undefined || this.others.length > 0;
    if (shows && lastWords.wasEmptied(this.#house.me.id, this.#place, event)) await this.look();
  }

  async #load(): Promise<void> {
    const there = await this.#stored();
    // Whoever was quicker than the memory keeps what they typed.
    if (this.#at > 0 || this.text !== '') this.others = there.filter(({ by }) => by !== this.#by);
    else this.#adopt(there);
    this.ready = true;
  }

  get #isUntouched(): boolean {
    const { text, extra = '' } = this.#base ?? this.#start;
    return this.text === text && this.extra === extra;
  }

  #adopt([newest, ...others]: readonly Version[]): void {
    this.#base = newest;
    if (newest) this.#took = [...this.#took, newest];
    this.text = newest?.text ?? this.#start.text;
    this.extra = newest?.extra ?? this.#start.extra ?? '';
    this.kept = newest !== undefined && !this.#house.notes.fleeting;
    this.others = others;
  }

  #forget(other: Version): void {
    this.#took = [...this.#took, other];
    this.others = this.others.filter((each) => each !== other);
  }

  async #run(): Promise<void> {
    await this.#loaded;
    while (this.#wanted) {
      this.#wanted = false;
      await this.#save();
    }
  }

  async #save(): Promise<void> {
    // What was taken over untouched stays where it is.
    if (this.#at === 0) return;
    const { me, notes } = this.#house;
    const mine = this.#mine();
    const left = lastWords.read(me.id, this.#place);
    await alone(`draft ${me.id} ${this.#place}`, async () => {
      const there = joined(await notes.get(draftKey(this.#place)), left);
      const next = withMine(there, mine, this.#took);
      await notes.set(draftKey(this.#place), next.length ? next : undefined);
    });
    const isEmpty = mine.text.trim() === '';
    // Where the notes go with the page, the last words are all that may outlive it.
    if (!notes.fleeting || isEmpty)
      for (const version of [...left, mine]) lastWords.done(me.id, this.#place, version);
    this.#base = isEmpty ? undefined : mine;
    this.kept = !notes.fleeting && this.#base !== undefined && mine.text === this.text;
  }

  #mine(): Version {
    return { by: this.#by, at: this.#at, text: this.text, extra: this.extra };
  }

  async #stored(): Promise<Version[]> {
    const { me, notes } = this.#house;
    return joined(await notes.get(draftKey(this.#place)), lastWords.read(me.id, this.#place));
  }
}

/** The cache never forgets a note with this beginning (cache/README.md). */
export const draftKey = (place: string): string => `draft:${place}`;
