// @types/n3 describes only the front door of n3; these are the two rooms behind it that we use,
// because the front door weighs four times as much (measured: 56 kB against 14 kB gzip).
declare module 'n3/lib/N3Parser.js' {
  import { Parser, type Quad } from 'n3';
  export interface Token {
    readonly type: string;
    readonly value: string;
    readonly prefix: string;
  }
  /** With what `n3-parser.ts` does in its place. */
  export default class extends Parser<Quad> {
    /** The literal that was begun, with its language or type; `token` comes next, unless it was a part of it. */
    protected _completeLiteral(
      token: Token,
      component: string
    ): { token: Token | null; literal: unknown; readCb: boolean } | undefined;
    /** The address that a token means. */
    protected _readEntity(token: Token): { readonly value: string } | undefined;
  }
}
declare module 'n3/lib/N3DataFactory.js' {
  export { DataFactory as default } from 'n3';
}
