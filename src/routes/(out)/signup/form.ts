import { nameFault } from '#lib/people/name-fault.ts';

export interface Form {
  readonly name: string;
  readonly handle: string;
  readonly email: string;
  readonly password: string;
}
export type Faults = Partial<Record<keyof Form, string>>;

/** What a server keeps as a folder name without changing it, and what begins with a letter (docs/data.md). */
const HANDLE = /^[a-z][a-z0-9-]{2,38}$/;

/** A suggestion from a name: "Zoë van Dam" becomes "zoe-van-dam". Empty where nothing usable is left. */
export function handleFrom(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 39);
}

export function check(
  form: Form,
  say: { needHandle: string; needEmail: string; needPassword: string }
): Faults {
  const name = nameFault(form.name);
  return {
    ...(name ? { name } : {}),
    ...(HANDLE.test(form.handle) ? {} : { handle: say.needHandle }),
    ...(/^[^\s@]+@[^\s@]+\.?[^\s@]+$/.test(form.email) ? {} : { email: say.needEmail }),
    ...(form.password.length >= 8 ? {} : { password: say.needPassword })
  };
}
