import type { Notes } from '#lib/people/me.ts';
import type { Audience } from './places.ts';

/** What is being written at one place, kept as it is typed: it survives a reload and a killed tab. */
export class Draft {
  text = $state('');
  audience = $state<Audience>('friends');
  /** The text stands on this device as it is shown. */
  kept = $state(false);
  /** What was there before is here; until then nothing is written over it. */
  ready = $state(false);
  readonly #notes: Notes;
  readonly #key: string;
  readonly #loaded: Promise<void>;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `place` names where: 'home', or 'edit:{post}'. `start` is what stands there when nothing was kept. */
  constructor(notes: Notes, place: string, start: Partial<Kept> = {}) {
    this.#notes = notes;
    this.#key = draftKey(place);
    this.#loaded = this.#load(start);
  }

  /** Call at each change; keeps it when typing pauses for a moment. */
  changed(): void {
    this.kept = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.keep(), PAUSE);
  }

  /** Keeps it now: before leaving. */
  async keep(): Promise<void> {
    clearTimeout(this.#timer);
    if (!this.ready) return;
    const { text, audience } = this;
    await this.#notes.set(this.#key, text === '' ? undefined : { text, audience });
    this.kept = text !== '' && text === this.text;
  }

  /** It is sent, or given up. */
  async clear(): Promise<void> {
    this.text = '';
    // The narrow one again: a post for everyone is chosen each time.
    this.audience = 'friends';
    await this.keep();
  }

  /** Puts a text here that came back unsent, after what is being written. */
  async add({ text, audience }: Kept): Promise<void> {
    if (!this.ready) await this.#loaded;
    if (this.text.trim() === '') this.audience = audience;
    this.text = this.text.trim() === '' ? text : `${this.text}\n\n${text}`;
    await this.keep();
  }

  async #load(start: Partial<Kept>): Promise<void> {
    const before = asKept(await this.#notes.get(this.#key));
    // Whoever was quicker than the memory keeps what they typed.
    if (this.text === '') this.text = before?.text ?? start.text ?? '';
    this.audience = before?.audience ?? start.audience ?? this.audience;
    this.kept = before !== undefined && this.text === before.text;
    this.ready = true;
  }
}

const atHome = new WeakMap<Notes, Draft>();

/** The one for new posts: the same wherever its box is shown. */
export function homeDraft(notes: Notes): Draft {
  let draft = atHome.get(notes);
  if (!draft) atHome.set(notes, (draft = new Draft(notes, 'home')));
  return draft;
}

/** Milliseconds without a key before it is written down. */
const PAUSE = 300;

export interface Kept {
  readonly text: string;
  readonly audience: Audience;
}

/** The cache never forgets a note with this beginning (cache/README.md). */
export const draftKey = (place: string): string => `draft:${place}`;

function asKept(value: unknown): Kept | undefined {
  const { text, audience } = (value ?? {}) as Partial<Kept>;
  if (typeof text !== 'string') return undefined;
  return { text, audience: audience === 'public' ? 'public' : 'friends' };
}
