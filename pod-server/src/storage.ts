import {
  AtomicFileDataAccessor,
  ExtensionBasedMapper,
  guardedStreamFrom,
  InMemoryDataAccessor,
  SingleRootIdentifierStrategy,
  type DataAccessor,
  type Guarded,
  type RepresentationMetadata,
  type ResourceIdentifier,
  type ResourceLink
} from '@solid/community-server';
import type { Readable } from 'node:stream';

/**
 * Where documents are kept: below `root`, or in memory without it.
 * A document is written beside its place and moved there whole, so an upload that breaks off harms nothing.
 */
export function storage(baseUrl: string, root?: string): DataAccessor {
  if (root === undefined) return new MemoryStorage(new SingleRootIdentifierStrategy(baseUrl));
  return new Files(new Paths(baseUrl, root, {}), root, '/.internal/tempFiles/');
}

/**
 * For each document that is not there the stock storage looks for what was said of it, to remove that: three file
 * operations of five, for every folder between a document and its rule of access, twice in a GET. Only this server
 * writes in the folder (`folder-claim.ts`) and removes both, and whoever makes a document replaces what was said of it.
 */
class Files extends AtomicFileDataAccessor {
  protected override async cleanupDanglingMetadata(): Promise<void> {}
}

/** What is said of a document is always Turtle under its plain name: there is no other ending to look for in the folder. */
class Paths extends ExtensionBasedMapper {
  override mapUrlToFilePath(
    identifier: ResourceIdentifier,
    isMetadata: boolean,
    contentType?: string
  ): Promise<ResourceLink> {
    return super.mapUrlToFilePath(identifier, isMetadata, isMetadata ? 'text/turtle' : contentType);
  }
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
