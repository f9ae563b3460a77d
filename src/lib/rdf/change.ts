import { quadKey } from './key.ts';
import type { Graph } from './graph.ts';
import type { Patch } from './patch.ts';
import { type Fields, type Given, type Shape, write } from './shape.ts';

/**
 * The patch that makes the document say `next` of the thing: deletes only what stands in `graph` under
 * the shape's own paths (a server answers 409 to deleting what is not there), adds what is missing, and
 * leaves types and every unknown statement alone. Values another app wrote under a second word only
 * (foaf:name without vcard:fn) are brought into line with the first.
 */
export function changeTo<F extends Fields>(shape: Shape<F>, graph: Graph, next: Given<Shape<F>>): Patch {
  const wanted = write(shape, next);
  const wantedKeys = new Set(wanted.map(quadKey));
  const present = new Set(graph.about(next.id).map(quadKey));
  const ours = new Set(Object.values(shape.fields).flatMap((field) => field.paths));
  return {
    insert: wanted.filter((quad) => !present.has(quadKey(quad))),
    delete: graph
      .about(next.id)
      .filter((quad) => ours.has(quad.predicate.value) && !wantedKeys.has(quadKey(quad)))
  };
}
