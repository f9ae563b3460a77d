import type { Transaction } from './cache.ts';

/** Somebody writes, and nothing else: what is known of documents stays true. */
export const isOnlyWritten = (step: Transaction): boolean =>
  step.enqueue !== undefined &&
  [step.put, step.drop, step.reread, step.update, step.dequeue].every((other) => other === undefined);

/** The addresses a step changes. `known` answers the entry with an id, for those that are taken out by id alone. */
export function touched(
  step: Transaction,
  known: (id: string) => { readonly document: string } | undefined
): ReadonlySet<string> {
  const urls = new Set<string>(step.drop);
  for (const document of step.put ?? []) urls.add(document.url);
  for (const entry of [...(step.enqueue ?? []), ...(step.update ?? [])]) urls.add(entry.document);
  for (const id of step.dequeue ?? []) {
    const entry = known(id);
    if (entry) urls.add(entry.document);
  }
  return urls;
}
