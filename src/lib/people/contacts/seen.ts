import type { Question, Read } from '#lib/query/ask.ts';
import { isKnown } from '../known.ts';
import type { House } from '../me.ts';

/**
 * The answer to a question about my own space that is only asked now and then: documents it meets for the first time
 * are fetched. `undefined` when one of them cannot be had now, so that nothing is decided from half a view.
 */
export async function seen<T>(house: House, question: Question<T>): Promise<T | undefined> {
  let complete = true;
  const read: Read = async (url) => {
    if (!isKnown(await house.asking.read(url))) await house.sync.refresh([url]);
    const view = await house.asking.read(url);
    if (!isKnown(view) && view.waiting.length === 0) complete = false;
    return view;
  };
  const answer = await question(read);
  return complete ? answer : undefined;
}
