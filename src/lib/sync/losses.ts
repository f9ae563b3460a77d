import type { Cache, Single } from '#lib/cache/cache.ts';
import { documentOf } from '#lib/cache/document-of.ts';
import { fingerprint } from '#lib/cache/fingerprint.ts';
import type { Lost } from '#lib/cache/weigh.ts';
import { PodProblem } from '#lib/solid/problem.ts';

const PREFIX = 'lost:';
const prefixOf = (subject: string) => `${PREFIX}${subject} `;
const keyOf = (subject: string, text: string) => prefixOf(subject) + fingerprint(text);

/** What lost against another device, kept on this one until the person has seen to it. */
export interface Losses {
  /**
   * Keeps what is about to be lost. What a change was made from is not lost any more: the person saw it and wrote over
   * it. Throws PodProblem (`slow`: try again) when this device cannot keep it.
   */
  keep(document: string, carried: readonly Single[], lost: readonly Lost[]): Promise<void>;
  /** Oldest first; of one thing, when it is given. */
  list(subject?: string): Promise<readonly Lost[]>;
  forget(lost: Lost): Promise<void>;
}

/** One note for each, so that nothing is read, changed and written back while another tab does the same. */
export function lossesIn(cache: Pick<Cache, 'note' | 'setNote' | 'noteKeys'>): Losses {
  return {
    async keep(document, carried, lost) {
      // Other documents repeat it; one place is enough to notice.
      const isHere = (subject: string) => documentOf(subject) === document;
      try {
        for (const { subject, predicates, from } of carried)
          for (const quad of from)
            if (isHere(subject) && quad.predicate.value === predicates[0])
              await cache.setNote(keyOf(subject, quad.object.value), undefined);
        for (const each of lost)
          if (isHere(each.subject)) await cache.setNote(keyOf(each.subject, each.text), each);
      } catch (error) {
        throw new PodProblem({
          kind: 'slow',
          url: document,
          detail: `this device cannot keep it: ${String(error)}`
        });
      }
    },
    async list(subject) {
      const keys = await cache.noteKeys(subject === undefined ? PREFIX : prefixOf(subject));
      const all = await Promise.all(keys.map((key) => cache.note(key)));
      return (all as (Lost | undefined)[]).filter((one) => one !== undefined).sort((a, b) => a.at - b.at);
    },
    forget: ({ subject, text }) => cache.setNote(keyOf(subject, text), undefined)
  };
}
