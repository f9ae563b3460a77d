import {
  ChainedConverter,
  INTERNAL_QUADS,
  NotImplementedHttpError,
  RdfToQuadConverter,
  RepresentationConverter,
  type Representation,
  type RepresentationConverterArgs
} from '@solid/community-server';

/**
 * Turtle to triples, which every check of access rules and every patch needs: the one chain the stock search can come
 * to for this pair, taken without searching. Other types and wishes go through the search.
 */
export class TurtleToQuads extends RepresentationConverter {
  private readonly chain = new ChainedConverter([new RdfToQuadConverter()]);

  override async canHandle({ representation, preferences }: RepresentationConverterArgs): Promise<void> {
    const wanted = Object.keys(preferences.type ?? {});
    const fits = wanted.length === 1 && wanted[0] === INTERNAL_QUADS;
    if (!fits || representation.metadata.contentType !== 'text/turtle') {
      throw new NotImplementedHttpError('This is not Turtle on its way to triples.');
    }
  }

  override async handle(input: RepresentationConverterArgs): Promise<Representation> {
    return this.chain.handle(input);
  }
}
