import { pack, type PackedQuads } from './packed-quads.ts';
import { parseHere } from './parse-here.ts';

export interface ParseAsked {
  readonly turtle: string;
  readonly url: string;
}

/** What a document says, or why it cannot be read. */
export type ParseAnswer = PackedQuads | { readonly broken: string };

/** What the worker does with a document. */
export function answerOf({ turtle, url }: ParseAsked): ParseAnswer {
  const { quads, broken } = parseHere(turtle, url);
  return broken === undefined ? pack(quads) : { broken };
}
