export type DiscoveryKind =
  | 'not-an-address' // cannot be one: a typo
  | 'unreachable' // nobody answers (or does not let pages of other sites ask)
  | 'slow'
  | 'nothing-there' // a server with spaces, but nobody lives at this address
  | 'no-issuer' // somebody's card, which does not say where to sign in
  | 'not-solid'; // a web site without spaces

/** Why an address that somebody typed led nowhere. */
export class DiscoveryProblem extends Error {
  readonly kind: DiscoveryKind;
  /** What they may have meant, fit to be put into the field. */
  readonly suggestion: string | undefined;

  constructor(kind: DiscoveryKind, detail: string, suggestion?: string) {
    super(`${kind}: ${detail}`);
    this.name = 'DiscoveryProblem';
    this.kind = kind;
    this.suggestion = suggestion;
  }
}
