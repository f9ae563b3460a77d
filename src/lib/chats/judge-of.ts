import { documentOf } from '#lib/people/address.ts';
import type { House } from '#lib/people/me.ts';
import type { Read } from '#lib/query/ask.ts';
import type { Checks } from './checks.ts';
import { keysOf } from './keys.question.ts';
import type { Saying } from './saying.ts';
import type { Judge } from './version.rules.ts';

/** So many people whom this device never asked are asked at once: an index may name a thousand, at any server. */
const AT_ONCE = 24;

/** A judge who learns the keys of people as they are needed. */
export interface Learning extends Judge {
  /** Looks up the keys of who signs these, the first of them first. Who is one too many is asked when others came. */
  learn(sayings: readonly Saying[]): Promise<void>;
}

/** Of nobody but these `people` a key is looked up. */
export function judgeOf(
  house: House,
  read: Read,
  checks: Checks,
  people: ReadonlySet<string>,
  atOnce = AT_ONCE
): Learning {
  const keys = new Map<string, readonly string[] | undefined>();
  let strangers = 0;
  return {
    keys: (person) => keys.get(person),
    verdict: (signed, proof, key, document) => checks.verdict(signed, proof, key, document),
    async learn(sayings) {
      const makers = new Set(sayings.flatMap(({ proofs, makers }) => (proofs.length > 0 ? makers : [])));
      const asked: string[] = [];
      for (const maker of makers) {
        if (!people.has(maker) || keys.has(maker)) continue;
        const isStranger = (await house.asking.read(documentOf(maker))).document === undefined;
        if (!isStranger || strangers++ < atOnce) asked.push(maker);
      }
      await Promise.all(asked.map(async (person) => keys.set(person, await keysOf(read, person))));
    }
  };
}
