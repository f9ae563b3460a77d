import { newestOf, type Friend } from '../world/friends.ts';

/** A fast wrong answer is no answer. Throws when the list is not the newest of all, in order. */
export function demandNewest(
  who: string,
  { newest, troubles = [] }: { readonly newest: readonly string[]; readonly troubles?: readonly string[] },
  friends: readonly Friend[],
  count: number
): void {
  const wanted = newestOf(friends, count);
  const wrong = wanted.findIndex((id, place) => newest[place] !== id);
  if (wrong < 0 && newest.length === wanted.length) return;
  const reasons = troubles.length ? ` It could not read ${troubles.join(', ')}.` : '';
  throw new Error(
    `${who} is wrong: place ${wrong} holds ${newest[wrong]} instead of ${wanted[wrong]}.${reasons}`
  );
}
