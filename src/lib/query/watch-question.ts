import { documentOf } from '#lib/cache/document-of.ts';
import type { Asking, Question, Read } from './ask.ts';
import { troubleOf, type Trouble } from './trouble.ts';

/** Milliseconds. */
const LONGEST_REST = 100;

export type Answer<T> = { readonly value: T } | { readonly trouble: Trouble };

/**
 * Asks a question at once, and again whenever a document it read has changed, until stopped. One asking at a time, so
 * a later answer is never overtaken by an earlier one; changes that come meanwhile lead to one more. After a quick one
 * it rests for three times as long, so that a flood of changes takes a quarter of the page's time; after one that was
 * long, mostly because it waited for something, for as long as that. What the person wrote just now is not kept waiting.
 */
export function watchQuestion<T>(
  asking: Asking,
  question: Question<T>,
  tell: (answer: Answer<T>) => void
): () => void {
  let reads = new Set<string>();
  let state: 'planned' | 'asking' | 'outdated' | 'resting' | 'over' = 'planned';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let rested = 0;
  let hurried = false;

  const read =
    (mine: Set<string>): Read =>
    async (address, wish = 'true') => {
      const url = documentOf(address);
      mine.add(url);
      if (wish !== 'known') asking.wanted(url, wish === 'closed');
      const view = await asking.read(url);
      if (wish === 'known' && view.waiting.length === 0 && !view.document?.seen) asking.wanted(url);
      return view;
    };

  async function answer(): Promise<Answer<T>> {
    try {
      return { value: await question(read(reads)) };
    } catch (error) {
      return { trouble: troubleOf(error) };
    }
  }

  async function ask(): Promise<void> {
    if (state === 'over') return;
    state = 'asking';
    hurried = false;
    reads = new Set();
    const start = performance.now();
    const answered = await answer();
    if (isOver()) return;
    const end = performance.now();
    const took = end - start;
    rested = end + Math.max(took, Math.min(3 * took, LONGEST_REST));
    const outdated = isOutdated();
    if (isHurried()) rested = end;
    state = 'resting';
    if (outdated) plan();
    tell(answered);
  }

  function plan(): void {
    state = 'planned';
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), Math.max(0, rested - performance.now()));
  }

  // Through functions, because the compiler does not see that `state` changes while it awaits.
  const isOver = () => state === 'over';
  const isOutdated = () => state === 'outdated';
  const isHurried = () => hurried;

  const stop = asking.subscribe((urls, isOurs = false) => {
    if (state === 'over' || (state === 'planned' && !isOurs)) return;
    // While it is asked, what it has not read yet will be read as it is then.
    if (![...urls].some((url) => reads.has(url))) return;
    if (isOurs) [hurried, rested] = [true, 0];
    if (state === 'resting' || state === 'planned') plan();
    else state = 'outdated';
  });
  // Not within the caller's own work, which may be the drawing of a screen.
  queueMicrotask(() => void ask());

  return () => {
    state = 'over';
    clearTimeout(timer);
    stop();
  };
}
