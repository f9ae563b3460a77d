import parserModule from 'n3/lib/N3Parser.js';
import { behindDefault } from './behind-default.ts';

// Apart from the factory, so that a page that only makes terms does not carry the parser (14 kB gzip).
export const Parser = behindDefault(parserModule);
