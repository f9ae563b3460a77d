import { Graph } from '#lib/rdf/graph.ts';
import { parseTurtle, TurtleProblem } from '#lib/rdf/turtle.ts';
import { NOTIFY, PIM, SOLID } from '#lib/rdf/vocab.ts';
import { ancestorsOf } from '../containers.ts';
import { linked } from '../link.ts';
import { mayRetry, PodProblem } from '../problem.ts';
import type { Wire } from '../wire.ts';
import type { Service } from './channels.ts';

/** Containers whose well-known place is tried, from the root of the server on. */
const MOST = 3;
/** Bytes of a storage description. */
const LIMIT = 100_000;
const NOT_HERE: ReadonlySet<number> = new Set([401, 501]);

/**
 * The subscription service for WebSocketChannel2023 of the storage that a document lies in: its storage description
 * names it (Solid Notifications Protocol 0.2, discovery; Solid Protocol 0.11, 4.1). The document links to the
 * description; where that may not be read, or is not there yet, the description is looked for at its usual place.
 * Throws PodProblem when the network did not answer.
 */
export async function findService(wire: Wire, topic: string): Promise<Service> {
  const places = await linkedFrom(wire, topic);
  const usual = ancestorsOf(topic).reverse().slice(0, MOST);
  for (const place of places.length ? places : usual.map((container) => `${container}.well-known/solid`)) {
    const found = await described(wire, place, topic);
    if (found) return found;
  }
  // Not the topic's own folder: one answer for all that lies in what is most likely the space.
  return { storage: usual[1] ?? usual[0] ?? topic };
}

async function linkedFrom(wire: Wire, topic: string): Promise<string[]> {
  const { response } = await wire.read('HEAD', topic, { allow: [401, 403, 404, 405, 410, 501] });
  return linked(response, SOLID.storageDescription).slice(0, 1);
}

async function described(wire: Wire, place: string, topic: string): Promise<Service | undefined> {
  try {
    const headers = { accept: 'text/turtle' };
    const { response } = await wire.read('GET', place, { headers, limit: LIMIT, as: 'anyone' });
    const graph = new Graph(parseTurtle(await response.text(), response.url));
    const storage = graph.ofType(PIM.Storage).find((root) => topic.startsWith(root));
    if (storage === undefined) return undefined;
    const url = graph
      .iris(storage, NOTIFY.subscription)
      .find((service) => graph.has(service, NOTIFY.channelType, NOTIFY.WebSocketChannel2023));
    return { storage, url };
  } catch (error) {
    if (error instanceof TurtleProblem) return undefined;
    if (!(error instanceof PodProblem)) throw error;
    // Community Solid Server says 501 for "not a storage".
    if (mayRetry(error.problem) && !NOT_HERE.has(error.problem.status ?? 0)) throw error;
    return undefined;
  }
}
