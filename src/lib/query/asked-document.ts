import * as packed from '#lib/cache/packed-quads.ts';
import type { Quad } from '#lib/rdf/terms.ts';

/** What is asked: the statements of one document, known by its address. */
export interface AskedDocument {
  readonly url: string;
  readonly quads: readonly Quad[];
}

/** The same for the way into a worker. */
export interface PackedDocument extends packed.PackedQuads {
  readonly url: string;
}

export const pack = ({ url, quads }: AskedDocument): PackedDocument => ({ url, ...packed.pack(quads) });

/** The statements in a graph of that name. */
export const unpack = (document: PackedDocument, name: string): Quad[] => packed.unpack(document, name);
