/** Somebody who signed in on this device: enough to show a face and to begin again. No secret is kept here. */
export interface Remembered {
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  readonly storage: string | undefined;
}

const KEY = 'hearth:people';
const CURRENT = 'hearth:current';
const KEPT = 3;

const isRemembered = (value: unknown): value is Remembered =>
  typeof value === 'object' &&
  value !== null &&
  ['id', 'name', 'issuer'].every((key) => typeof Reflect.get(value, key) === 'string');

/** The last three, latest first. What is not ours in there is ignored. */
export function remembered(): readonly Remembered[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRemembered) : [];
  } catch {
    return []; // damaged: only convenience is lost
  }
}

export function remember(person: Remembered): void {
  const others = remembered().filter(({ id }) => id !== person.id);
  localStorage.setItem(KEY, JSON.stringify([person, ...others].slice(0, KEPT)));
}

export function forget(id: string): void {
  localStorage.setItem(KEY, JSON.stringify(remembered().filter((person) => person.id !== id)));
}

/** Who is signed in on this device, so that a reload shows their cache at once. */
export function current(): Remembered | undefined {
  const id = localStorage.getItem(CURRENT);
  return remembered().find((person) => person.id === id);
}

export function setCurrent(id: string | undefined): void {
  if (id) localStorage.setItem(CURRENT, id);
  else localStorage.removeItem(CURRENT);
}

/** Calls when another tab of this device signs out: whoever leaves a shared computer leaves all of it. */
export function whenNobodyIsCurrent(listener: () => void): void {
  addEventListener('storage', ({ key, newValue }) => {
    if (key === CURRENT && newValue === null) listener();
  });
}
