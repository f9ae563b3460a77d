/** What a signature is about. `created` as it stands in the document, letter by letter. */
export interface Signed {
  readonly id: string;
  readonly created: string;
  readonly content: string;
  readonly maker: string;
}

/**
 * The text that SolidOS hashes and signs: these keys in this order. `dateDeleted` and `sig` are always empty there, so
 * a deletion is told by its content (or, in ours, by its address).
 */
export function signedText({ id, created, content, maker }: Signed): string {
  return JSON.stringify({ id, created, dateDeleted: '', content, maker, sig: '' });
}
