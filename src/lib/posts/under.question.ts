import type { View } from '#lib/cache/view.ts';
import { Graph } from '#lib/rdf/graph.ts';
import { n3Patch } from '#lib/rdf/patch.ts';
import { TurtleProblem, writeTurtle } from '#lib/rdf/turtle.ts';
import { documentOf } from '#lib/people/address.ts';
import type { Question } from '#lib/query/ask.ts';

/** What lies beneath a thing on the screen. */
export interface Under {
  readonly url: string;
  /** The whole document, with what waits applied; undefined when there is nothing in it. */
  readonly turtle: string | undefined;
  /** What it says of the one thing; undefined when nothing. */
  readonly about: string | undefined;
  readonly document: View['document'];
  /** What has not arrived yet: in words, and as it will be sent. */
  readonly pending: readonly {
    readonly label: string;
    readonly body: string;
    readonly problem?: string | undefined;
  }[];
}

export function underneath(address: string): Question<Under> {
  return async (read) => {
    const url = documentOf(address);
    const view = await read(url);
    return {
      url,
      turtle: pretty(view.graph, url) ?? (view.document?.turtle || undefined),
      about: pretty(new Graph(view.graph.about(address)), url),
      document: view.document,
      pending: view.waiting.map(({ label, intent, problem }) => ({
        label,
        body: intent.kind === 'patch' ? n3Patch(intent) : intent.kind,
        problem: problem?.detail
      }))
    };
  };
}

/** Readable Turtle; undefined for nothing, or for what cannot be written (then the server's own text is shown). */
function pretty(graph: Graph, url: string): string | undefined {
  if (graph.quads.length === 0) return undefined;
  try {
    return writeTurtle(graph.quads, url);
  } catch (error) {
    if (error instanceof TurtleProblem) return undefined;
    throw error;
  }
}
