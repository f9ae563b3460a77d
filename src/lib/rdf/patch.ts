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

/**
 * What a server makes of the patch: deletions first, then insertions. Pure; each statement of what it speaks of once. All
 * else is passed over by its subject: a message is a handful of statements in a document of a thousand.
 */
export function applyPatch(quads: readonly Quad[], patch: Patch): Quad[] {
  const changed = new Set([...patch.delete, ...patch.insert].map(({ subject }) => subject.value));
  const gone = new Set(patch.delete.map(quadKey));
  const there = new Set<string>();
  const isNew = (quad: Quad) => {
    const before = there.size;
    return there.add(quadKey(quad)).size > before;
  };
  const stays = (quad: Quad) => !changed.has(quad.subject.value) || (!gone.has(quadKey(quad)) && isNew(quad));
  return [...quads.filter(stays), ...patch.insert.filter(isNew)];
}
