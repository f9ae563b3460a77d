import { Graph } from '#lib/rdf/graph.ts';
import { parseTurtle } from '#lib/rdf/turtle.ts';
import type { Pod } from './pod.ts';
import { PodProblem, type ProblemKind } from './problem.ts';

/** For tables: `ok`, or the kind of the problem. Anything else thrown is thrown on. */
export async function outcome(promise: Promise<unknown>): Promise<'ok' | ProblemKind> {
  try {
    await promise;
    return 'ok';
  } catch (error) {
    if (error instanceof PodProblem) return error.problem.kind;
    throw error;
  }
}

/** A document as a graph, read through a pod. */
export async function graphOf(pod: Pod, url: string): Promise<Graph> {
  const resource = await pod.read(url);
  return new Graph(parseTurtle(resource!.body, resource!.url));
}
