import { PIM } from '#lib/rdf/vocab.ts';
import { ancestorsOf } from './containers.ts';
import { linked } from './link.ts';
import { PodProblem } from './problem.ts';
import { Wire } from './wire.ts';

/** Deeper than any card lies in a space. */
const MOST = 5;

/**
 * The root of the space that a resource is in, found by walking up to the container that says it is one (Solid
 * Protocol 4.1: Link rel="type" pim:Storage). Undefined when none says so. For cards that name no space.
 * @param wire a wire with a sender sees private roots too
 */
export async function findStorage(wire: Wire, resource: string): Promise<string | undefined> {
  for (const container of ancestorsOf(resource.split('#', 1)[0]!).slice(0, MOST)) {
    try {
      const { response } = await wire.read('HEAD', container);
      if (linked(response, 'type').includes(PIM.Storage)) return container;
    } catch (error) {
      // A container that is closed or missing says nothing, but the one above may.
      if (!(error instanceof PodProblem) || error.problem.status === undefined) throw error;
    }
  }
  return undefined;
}
