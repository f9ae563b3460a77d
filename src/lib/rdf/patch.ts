import { distinct, quadKey } from './key.ts';
import { quadText } from './ntriples.ts';
import type { Quad } from './terms.ts';
import { TurtleProblem } from './turtle-problem.ts';
import { SOLID } from './vocab.ts';

/** What changes in a document: named statements only, everything else in it stays untouched. */
export interface Patch {
  insert: readonly Quad[];
  delete: readonly Quad[];
}

/**
 * The change as the text of a `text/n3` PATCH body (Solid Protocol, section 5.3.1).
 * Throws a TurtleProblem when nothing changes, and for blank nodes: a server answers those with 422,
 * because "delete that nameless thing" has no certain meaning.
 */
export function n3Patch(patch: Patch): string {
  const clauses = [
    [SOLID.deletes, patch.delete],
    [SOLID.inserts, patch.insert]
  ] as const;
  const written = clauses
    .filter(([, quads]) => quads.length > 0)
    .map(([verb, quads]) => `  <${verb}> {\n${formula(quads)}\n  }`);
  if (written.length === 0) throw new TurtleProblem('', 'the patch changes nothing');
  return `_:patch a <${SOLID.InsertDeletePatch}>;\n${written.join(';\n')}.\n`;
}

function formula(quads: readonly Quad[]): string {
  return distinct(quads)
    .map((quad) => `    ${quadText(quad)}`)
    .join('\n');
}

/** What a server makes of the patch: deletions first, then insertions. Pure; each statement once. */
export function applyPatch(quads: readonly Quad[], patch: Patch): Quad[] {
  const gone = new Set(patch.delete.map(quadKey));
  return distinct([...quads.filter((quad) => !gone.has(quadKey(quad))), ...patch.insert]);
}
