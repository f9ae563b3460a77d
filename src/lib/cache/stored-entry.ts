import type { Intent, OutboxEntry } from './cache.ts';
import { fromPlain, toPlain, type PlainQuad } from './plain-quads.ts';

type Patch = Extract<Intent, { kind: 'patch' }>;

/** An entry as it lies in IndexedDB: statements as plain strings, everything else as it is (files too). */
export interface StoredEntry extends Omit<OutboxEntry, 'intent'> {
  readonly intent:
    | Exclude<Intent, Patch>
    | {
        readonly kind: 'patch';
        readonly insert: readonly PlainQuad[];
        readonly delete: readonly PlainQuad[];
      };
}

export function toStored(entry: OutboxEntry): StoredEntry {
  const { intent } = entry;
  if (intent.kind !== 'patch') return { ...entry, intent };
  return {
    ...entry,
    intent: { kind: 'patch', insert: toPlain(intent.insert), delete: toPlain(intent.delete) }
  };
}

export function fromStored(entry: StoredEntry): OutboxEntry {
  const { intent } = entry;
  if (intent.kind !== 'patch') return { ...entry, intent };
  return {
    ...entry,
    intent: { kind: 'patch', insert: fromPlain(intent.insert), delete: fromPlain(intent.delete) }
  };
}
