import { writtenAt } from '#lib/sync/written-at.ts';
import type { Thing } from './things.ts';

/** When a person did it, milliseconds since 1970. Apart from `things.ts`: the first paint tells no times of it. */
export const sinceOf = ({ entries }: Pick<Thing, 'entries'>): number => writtenAt(entries[0]!);
