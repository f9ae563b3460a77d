import type { Access, Mode } from './pod.ts';

const ORDER: readonly Mode[] = ['read', 'append', 'write', 'control'];
/** What an owner has. */
export const ALL: readonly Mode[] = ['read', 'write', 'control'];

/** Modes in one order, each once, without an append that write includes, and without what `wider` gives already. */
export function modes(given: Iterable<Mode>, wider: Iterable<Mode> = []): Mode[] {
  const had = new Set(wider);
  const all = new Set(given);
  return ORDER.filter(
    (mode) =>
      all.has(mode) && !had.has(mode) && !(mode === 'append' && (all.has('write') || had.has('write')))
  );
}

/**
 * The same rights, said in one way: each once, at the widest group that has it; whoever is named
 * and may read, write and control is an owner. So two servers' ways of saying the same thing compare as equal.
 */
export function normal(access: Access): Access {
  const everyone = modes(access.everyone);
  const signedIn = modes(access.signedIn, everyone);
  const owner = new Set(access.owner);
  const people: Record<string, readonly Mode[]> = {};
  for (const [person, given] of Object.entries(access.people).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const own = modes(given);
    const total = [...own, ...everyone, ...signedIn];
    if (own.length && ALL.every((mode) => total.includes(mode))) owner.add(person);
    const left = modes(given, [...everyone, ...signedIn]);
    if (left.length && !owner.has(person)) people[person] = left;
  }
  return { owner: [...owner].sort(), everyone, signedIn, people };
}

/**
 * What an access rule of a container says about the things in it. Append stays at the container: there it lets
 * others leave documents of their own (POST); inside it would let them write into each other's (SECURITY.md,
 * "members harming each other"), unless the rule says so.
 */
export function within(access: Access): Access {
  if (access.appendWithin) return access;
  const inner = (given: readonly Mode[]) => given.filter((mode) => mode !== 'append');
  return {
    owner: access.owner,
    everyone: inner(access.everyone),
    signedIn: inner(access.signedIn),
    people: Object.fromEntries(Object.entries(access.people).map(([person, given]) => [person, inner(given)]))
  };
}

/** The people of an access rule by equal modes, for documents that say each combination once. */
export function groups(access: Access): { name: string; modes: readonly Mode[]; people: string[] }[] {
  const found = new Map<string, { name: string; modes: readonly Mode[]; people: string[] }>();
  for (const [person, given] of Object.entries(access.people)) {
    const own = modes(given);
    if (own.length === 0 || access.owner.includes(person)) continue;
    const name = own.join('-');
    const group = found.get(name) ?? { name, modes: own, people: [] };
    group.people.push(person);
    found.set(name, group);
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
