import { quadKey } from '#lib/rdf/key.ts';
import type { Patch } from '#lib/rdf/patch.ts';
import type { Quad } from '#lib/rdf/terms.ts';
import { named } from './named.ts';

/** The patch from one set of statements to another. */
export function difference(before: readonly Quad[], after: readonly Quad[]): Patch {
  const [had, has] = [new Set(before.map(quadKey)), new Set(after.map(quadKey))];
  return {
    insert: named(after.filter((quad) => !had.has(quadKey(quad)))),
    delete: named(before.filter((quad) => !has.has(quadKey(quad))))
  };
}

/** Both patches as one. */
export const both = (one: Patch, other: Patch): Patch => ({
  insert: [...one.insert, ...other.insert],
  delete: [...one.delete, ...other.delete]
});

/** The patch that takes this one back. */
export const inverse = ({ insert, delete: gone }: Patch): Patch => ({ insert: gone, delete: insert });

export const isEmpty = (patch: Patch): boolean => patch.insert.length + patch.delete.length === 0;
