import {
  AtomicFileDataAccessor,
  ExtensionBasedMapper,
  guardedStreamFrom,
  InMemoryDataAccessor,
  SingleRootIdentifierStrategy,
  type DataAccessor,
  type Guarded,
  type RepresentationMetadata,
  type ResourceIdentifier
} from '@solid/community-server';
import type { Readable } from 'node:stream';

/**
 * Where documents are kept: below `root`, or in memory without it.
 * A document is written beside its place and moved there whole, so an upload that breaks off harms nothing.
 */
export function storage(baseUrl: string, root?: string): DataAccessor {
  if (root === undefined) return new MemoryStorage(new SingleRootIdentifierStrategy(baseUrl));
  return new AtomicFileDataAccessor(
    new ExtensionBasedMapper(baseUrl, root, {}),
    root,
    '/.internal/tempFiles/'
  );
}

/**
 * The stock memory storage takes the number of characters for the number of bytes of what the server itself wrote
 * (patched or made from a template): with one umlaut in it, a document was sent with too short a Content-Length.
 */
class MemoryStorage extends InMemoryDataAccessor {
  override async writeDocument(
    identifier: ResourceIdentifier,
    data: Guarded<Readable>,
    metadata: RepresentationMetadata
  ): Promise<void> {
    const chunks: unknown[] = [];
    for await (const chunk of data) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
    await super.writeDocument(identifier, guardedStreamFrom(chunks), metadata);
  }
}
