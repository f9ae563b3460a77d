import { readProfile, type Person } from './profile.rules.ts';
import { documentOf } from './address.ts';
import type { Question } from '#lib/query/ask.ts';

/** Who somebody is, from their own WebID document alone. */
export function profileOf(id: string): Question<Person> {
  return async (read) => readProfile(await read(documentOf(id)), id);
}
