import { Lru } from '#lib/cache/lru.ts';
import type { House } from '#lib/people/me.ts';
import type { Asking } from '#lib/query/ask.ts';
import { untilLoaded } from '#lib/ui/until-loaded.ts';
import { idle } from './keep/idle.ts';
import { keptVerdicts, type KeptVerdicts } from './kept-verdicts.ts';
import { isSignedHere, nameOf } from './signed-here.ts';
import type { isSignedBy } from './signature.ts';
import type { Signed } from './signed-text.ts';

/** Verdicts on signatures, each found once on a device (kept-verdicts.ts). */
export interface Checks {
  /** The verdict if it is known; otherwise it is found beside the page, and who read `document` is told to look again. */
  verdict(signed: Signed, proof: string, key: string, document: string): boolean | undefined;
  /** As the house's, and also tells of documents whose verdicts came. */
  readonly asking: Asking;
  /** Something came that no document tells of: who read this one is told to look again. */
  tell(document: string): void;
  /** Until nothing is left to check, and what was found is written. */
  done(): Promise<void>;
}

const KEPT = 20_000;
/** Milliseconds at a stretch; checking one takes some. */
const SLICE = 8;
/** Milliseconds after which those who look are told of what was found meanwhile. */
const TELL = 150;

const known = new WeakMap<House, Checks>();

/** One for each house. */
export function checksOf(house: House): Checks {
  const found = known.get(house);
  if (found) return found;
  const made = makeChecks(house.asking, keptVerdicts(house.notes));
  known.set(house, made);
  return made;
}

/** The library of signatures comes with the first that is checked, behind what is painted. */
const isSigned: typeof isSignedBy = async (...asked) =>
  (await untilLoaded(() => import('./signature.ts'))).isSignedBy(...asked);

interface Waiting {
  readonly name: string;
  readonly document: string;
  readonly check: () => Promise<boolean>;
}

function makeChecks(asking: Asking, kept: KeptVerdicts): Checks {
  const verdicts = new Lru<boolean>(KEPT);
  const listeners = new Set<(urls: ReadonlySet<string>) => void>();
  const waiting = new Map<string, Waiting>();
  let working: Promise<void> | undefined;
  let saving: Promise<void> | undefined;

  async function work(): Promise<void> {
    let done = new Set<string>();
    let told = performance.now();
    const tell = () => {
      const urls = done;
      done = new Set();
      told = performance.now();
      for (const listener of listeners) listener(urls);
    };
    // Whoever asked shows what there is first.
    await idle();
    while (waiting.size) {
      const end = performance.now() + SLICE;
      // What was asked last stands lowest, where people look.
      for (const one of [...waiting.values()].reverse()) {
        verdicts.set(one.name, await kept.verdict(one.name, one.check));
        waiting.delete(one.name);
        done.add(one.document);
        if (performance.now() > end) break;
      }
      if (performance.now() - told > TELL) tell();
      // The page comes first.
      await new Promise((next) => setTimeout(next));
    }
    working = undefined;
    // Whoever asks for more is not kept waiting by what is written.
    saving = kept.save();
    tell();
  }

  return {
    verdict(signed, proof, key, document) {
      const name = nameOf(signed, proof, key);
      if (isSignedHere(name)) return true;
      const verdict = verdicts.get(name);
      if (verdict === undefined) {
        waiting.set(name, { name, document, check: () => isSigned(signed, proof, key) });
        working ??= work();
      }
      return verdict;
    },
    asking: {
      ...asking,
      subscribe(listener) {
        listeners.add(listener);
        const stop = asking.subscribe(listener);
        return () => {
          listeners.delete(listener);
          stop();
        };
      }
    },
    tell: (document) => {
      for (const listener of listeners) listener(new Set([document]));
    },
    done: async () => {
      while (working) await working;
      await saving;
    }
  };
}
