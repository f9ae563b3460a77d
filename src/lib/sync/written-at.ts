import { decodeTime } from 'ulid';
import type { OutboxEntry } from '#lib/cache/cache.ts';

/** When somebody did this, milliseconds since 1970: its id says so (ULID). */
export const writtenAt = ({ id }: Pick<OutboxEntry, 'id'>): number => decodeTime(id);
