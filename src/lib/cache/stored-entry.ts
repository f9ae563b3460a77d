import type { Intent, OutboxEntry, Single } from './cache.ts';
import { fromPlain, toPlain, type PlainQuad } from './plain-quads.ts';

type Patch = Extract<Intent, { kind: 'patch' }>;
type StoredSingle = Omit<Single, 'from'> & { readonly from: readonly PlainQuad[] };

/** An entry as it lies in IndexedDB: statements as plain strings, everything else as it is (files too). */
export interface StoredEntry extends Omit<OutboxEntry, 'intent'> {
  readonly intent:
    | Exclude<Intent, Patch>
    | {
        readonly kind: 'patch';
        readonly insert: readonly PlainQuad[];
        readonly delete: readonly PlainQuad[];
        readonly single?: readonly StoredSingle[] | undefined;
      };
}

export function toStored(entry: OutboxEntry): StoredEntry {
  const { intent } = entry;
  if (intent.kind !== 'patch') return { ...entry, intent };
  const single = intent.single?.map((one) => ({ ...one, from: toPlain(one.from) }));
  return {
    ...entry,
    intent: {
      kind: 'patch',
      insert: toPlain(intent.insert),
      delete: toPlain(intent.delete),
      ...(single && { single })
    }
  };
}

export function fromStored(entry: StoredEntry): OutboxEntry {
  const { intent } = entry;
  if (intent.kind !== 'patch') return { ...entry, intent };
  const single = intent.single?.map((one) => ({ ...one, from: fromPlain(one.from) }));
  return {
    ...entry,
    intent: {
      kind: 'patch',
      insert: fromPlain(intent.insert),
      delete: fromPlain(intent.delete),
      ...(single && { single })
    }
  };
}
