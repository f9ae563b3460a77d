import {
  BasicRepresentation,
  guardedStreamFrom,
  readableToQuads,
  type RdfToQuadConverter
} from '@solid/community-server';

/**
 * The stock server begins to answer before it has read a document that is not Turtle, and cuts the line where it cannot
 * be read: to whoever asked that is a server that is away. Read first, it is a refusal that says why.
 */
export function readWhole(converter: RdfToQuadConverter): void {
  const begin = converter.handle.bind(converter);
  const handle: typeof begin = async (given) => {
    const { data, metadata } = await begin(given);
    const quads = await readableToQuads(data);
    return new BasicRepresentation(guardedStreamFrom([...quads]), metadata);
  };
  Object.assign(converter, { handle });
}
