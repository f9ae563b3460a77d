import type { Quad } from '#lib/rdf/terms.ts';

/** How a read is identified. Public documents are read without a token: it would double the server's work. */
export type As = 'anyone' | 'me';

export interface Resource {
  /** Where the document was found in the end (after redirects). */
  readonly url: string;
  readonly etag: string | undefined;
  readonly contentType: string;
  readonly body: string;
  /** From the Link header, rel="acl" (WAC 4.1); resolved against the document. */
  readonly acl: string | undefined;
  /** True for rel="type" ldp:Container. */
  readonly container: boolean;
  /** True when the answer needed a token. Remembered by the cache so that the next read asks right at once. */
  readonly restricted: boolean;
}

export interface Change {
  readonly insert: readonly Quad[];
  readonly delete: readonly Quad[];
}

export type Body = string | Blob;

/** What a person or group of people may do with a resource. */
export type Mode = 'read' | 'append' | 'write' | 'control';

/** Who may do what, in words that fit both WAC and ACP. The owner always keeps every mode. */
export interface Access {
  readonly owner: readonly string[];
  /** Everyone, signed in or not. */
  readonly everyone: readonly Mode[];
  /** Everyone who is signed in anywhere (acl:AuthenticatedAgent). */
  readonly signedIn: readonly Mode[];
  /** By address of the person. */
  readonly people: Readonly<Record<string, readonly Mode[]>>;
  /**
   * Of a folder: leave to append reaches into the documents inside, where everybody adds to the same ones (chats, as
   * SolidOS does it; what one adds to another's words is told apart by signatures). Not told back by `access`.
   */
  readonly appendWithin?: boolean | undefined;
}

/**
 * One person's door to all spaces: a thin, honest HTTP. Every method throws `PodProblem`.
 * Two implementations, one contract suite: over HTTP (`http-pod.ts`) and in memory (`memory-pod.ts`, for tests).
 */
export interface Pod {
  /** Reads a document as Turtle. `undefined` means unchanged since `etag`. Without `as`: as anyone first, as me on 401. */
  read(url: string, options?: { etag?: string; as?: As }): Promise<Resource | undefined>;
  /** Reads bytes (pictures), with a size limit in bytes. The type is what the first bytes say, not the header. */
  readBlob(url: string, options?: { as?: As; limit?: number }): Promise<Blob>;
  /** PUT with If-None-Match: *. `conflict` when something is there already. */
  create(url: string, body: Body, contentType: string): Promise<void>;
  /** PUT with If-Match when `etag` is given. */
  replace(url: string, body: Body, contentType: string, etag?: string): Promise<void>;
  /**
   * N3 Patch; creates the document when it is missing and nothing is deleted. `conflict` when a deleted triple is not
   * there, or when the document is another than that of `etag`.
   */
  patch(url: string, change: Change, etag?: string): Promise<void>;
  /** DELETE; a missing document is success. */
  remove(url: string): Promise<void>;
  /** POST to a container (LDN 3.1); answers the new address, or the container's when the server does not tell. */
  post(container: string, body: Body, contentType: string): Promise<string>;
  /** The direct children of a container. */
  list(container: string): Promise<string[]>;
  /**
   * Writes who may do what with a container and all that will be in it (or with one document), before content comes.
   * A container that is missing is made. `append` on a container lets others leave documents of their own there
   * (`post`); it does not reach into the documents inside, where it would let people write into each other's.
   * Rejects with `broken` when somebody who is not signed in can read it although `everyone` has no `read`.
   */
  setAccess(url: string, access: Access): Promise<void>;
  /**
   * Who may do what, as the server enforces it (the effective ACL, or ACR). `forbidden` when that is not for me to
   * know. Each right is told once, at the widest group that has it (`normal` in access.ts).
   */
  access(url: string): Promise<Access>;
}
