import type { Notes } from '#lib/people/me.ts';
import { toHex } from './hex.ts';

/** What was found of signatures stays on this device, so that a page that is loaded again need not check them again. */
export interface KeptVerdicts {
  /** `name`: see `nameOf` (signature.ts). Asks `find`, and remembers its answer, where nothing is kept. */
  verdict(name: string, find: () => Promise<boolean>): Promise<boolean>;
  /** Writes what is new, all of it at once. Where that fails, it will be checked again, and nothing is lost but time. */
  save(): Promise<void>;
}

const YOUNG = 'chat-verdicts:young';
const OLD = 'chat-verdicts:old';
/** A line is some 70 bytes. Two halves are kept: when the young one is full, it takes the place of the old one. */
const HALF = 4_000;

export function keptVerdicts(notes: Notes, half = HALF): KeptVerdicts {
  let loaded: Promise<[Map<string, boolean>, Map<string, boolean>]> | undefined;
  const halves = () => (loaded ??= Promise.all([mapIn(notes, YOUNG), mapIn(notes, OLD)]));
  let isNew = false;

  return {
    async verdict(name, find) {
      const [young, old] = await halves();
      const key = await digest(name);
      const known = young.get(key) ?? old.get(key);
      const verdict = known ?? (await find());
      if (!young.has(key)) {
        // What is still asked for moves on with the young.
        young.set(key, verdict);
        isNew = true;
      }
      return verdict;
    },
    async save() {
      if (!isNew) return;
      isNew = false;
      const [young] = await halves();
      if (young.size <= half) return settled([notes.set(YOUNG, young)]);
      // A page that asks for more at once than is kept keeps what it asked last.
      const old = new Map([...young].slice(-half));
      const next = new Map<string, boolean>();
      loaded = Promise.resolve([next, old]);
      await settled([notes.set(OLD, old), notes.set(YOUNG, next)]);
    }
  };
}

/** Whatever else may stand there was written by no version of ours. A note that cannot be read is as good as none. */
async function mapIn(notes: Notes, key: string): Promise<Map<string, boolean>> {
  const found = await notes.get(key).catch(() => undefined);
  return found instanceof Map ? (found as Map<string, boolean>) : new Map<string, boolean>();
}

/** The name holds every signed letter: two that differ in any never share a line. */
const digest = async (name: string): Promise<string> =>
  toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(name))));

const settled = async (writes: readonly Promise<void>[]): Promise<void> =>
  void (await Promise.allSettled(writes));
