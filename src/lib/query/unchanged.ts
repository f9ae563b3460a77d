/**
 * `now`, with each part that says what it said `before` being the very object that was there: whoever draws it can tell
 * by identity what is news. In lists things are found again by their `id` or `key`, else by their place. Looks into
 * plain objects, lists, sets and dates; anything else is unchanged only when it is the same one.
 */
export function unchanged<T>(before: unknown, now: T): T;
export function unchanged(before: unknown, now: unknown): unknown {
  if (before === now) return before;
  if (Array.isArray(before) && Array.isArray(now)) return list(before, now);
  if (before instanceof Date && now instanceof Date) return before.getTime() === now.getTime() ? before : now;
  if (before instanceof Set && now instanceof Set) {
    const [old, all] = [[...(before as Set<unknown>)], [...(now as Set<unknown>)]];
    return old.length === all.length && all.every((each, n) => each === old[n]) ? before : now;
  }
  return isPlain(before) && isPlain(now) ? object(before, now) : now;
}

type Plain = Record<string, unknown>;

function object(before: Plain, now: Plain): Plain {
  const names = Object.keys(now);
  const next: Plain = {};
  for (const name of names) next[name] = unchanged(before[name], now[name]);
  const isSame =
    names.length === Object.keys(before).length &&
    names.every((name) => Object.hasOwn(before, name) && next[name] === before[name]);
  return isSame ? before : next;
}

function list(before: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  const named = new Map(before.map((each) => [nameOf(each), each]));
  const next = now.map((each, n) => {
    const name = nameOf(each);
    return unchanged(nameOf(before[n]) === name ? before[n] : named.get(name), each);
  });
  return next.length === before.length && next.every((each, n) => each === before[n]) ? before : next;
}

/** What it is known by in its list. */
function nameOf(each: unknown): string | undefined {
  const name = isPlain(each) ? (each.key ?? each.id) : undefined;
  return typeof name === 'string' ? name : undefined;
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
