import {
  cleanPreferences,
  getTypeWeight,
  NotImplementedHttpError,
  RepresentationConverter,
  type Representation,
  type RepresentationConverterArgs
} from '@solid/community-server';

/**
 * Hands a representation on as it is when its type is already among the best the client asked for. The stock chain of
 * converters reaches the same end, but only after trying every converter for a first step; no chain can beat a
 * type whose weight is the highest asked for, so the search is lost time (about a quarter of a public GET).
 */
export class AsStored extends RepresentationConverter {
  override async canHandle({ representation, preferences }: RepresentationConverterArgs): Promise<void> {
    const type = representation.metadata.contentType;
    const wanted = cleanPreferences(preferences.type);
    if (!type || getTypeWeight(type, wanted) < Math.max(...Object.values(wanted))) {
      throw new NotImplementedHttpError('The stored type is not the one asked for.');
    }
  }

  override async handle({ representation }: RepresentationConverterArgs): Promise<Representation> {
    return representation;
  }
}
