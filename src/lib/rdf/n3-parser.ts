import parserModule, { type Token } from 'n3/lib/N3Parser.js';
import { behindDefault } from './behind-default.ts';

const LANG_STRING = /^http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#(?:dirL|l)angString$/;

/**
 * n3's parser, apart from the factory, so that a page that only makes terms does not carry it (14 kB gzip). It takes
 * what other servers' parsers take and n3 refuses: languages with a part of more than eight letters (BCP 47, 2.1), which
 * nobody knows then (`und`), and `rdf:langString` without a language, which is a plain string. Refused, one such word of
 * somebody who may add to a document would hide all that others say there.
 */
export class Parser extends behindDefault(parserModule) {
  protected override _completeLiteral(token: Token, component: string) {
    if (token.type === 'langcode' && token.value.split('-').some((part) => part.length > 8))
      return super._completeLiteral({ ...token, value: 'und' }, component);
    const isTyped = token.type === 'type' || token.type === 'typeIRI';
    if (!isTyped || !LANG_STRING.test(this._readEntity(token)?.value ?? ''))
      return super._completeLiteral(token, component);
    const plain = super._completeLiteral({ ...token, type: 'none' }, component);
    return plain && { ...plain, token: null };
  }
}
