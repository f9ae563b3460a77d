import { ACL } from '#lib/rdf/vocab.ts';
import type { Mode } from './pod.ts';

/** The modes of WAC section 4.2, which ACP servers use too (ACP 5.4: modes are IRIs of one's choice). */
const IRI: Readonly<Record<Mode, string>> = {
  read: ACL.Read,
  append: ACL.Append,
  write: ACL.Write,
  control: ACL.Control
};

export const iriOfMode = (mode: Mode): string => IRI[mode];

/** The modes among some IRIs; others are no concern of ours. */
export function modesAmong(iris: readonly string[]): Mode[] {
  return (Object.keys(IRI) as Mode[]).filter((mode) => iris.includes(IRI[mode]));
}
