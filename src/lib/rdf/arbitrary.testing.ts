import fc from 'fast-check';
import { iri, quad, text, typed, type Quad, type Term } from './terms.ts';
import { AS, FOAF, RDF, XSD } from './vocab.ts';
import { dataFactory } from './n3.ts';

/** The document the arbitrary graphs speak in. */
export const HERE = 'https://alice.example/notes/day.ttl';

// Texts with everything that ends a literal somewhere, and the rest of Unicode without lone surrogates.
const nasty = fc.constantFrom(
  '"',
  '\\',
  '\n',
  '\r',
  '\t',
  "'",
  '"""',
  '\\n',
  '\u0000',
  '\u2028',
  '>',
  '😀',
  '@en',
  '^^'
);
export const anyText = fc
  .array(fc.oneof(nasty, fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 6 })
  .map((parts) => parts.join(''));

const anyIri = fc.oneof(
  fc.constantFrom(
    HERE,
    `${HERE}#it`,
    `${HERE}#a.b`,
    `${HERE}x`,
    AS.Note,
    FOAF.name,
    `${AS.Note}/x`,
    'urn:x:1',
    'mailto:a@b.example'
  ),
  fc.webUrl({ withFragments: true, withQueryParameters: true })
);
export const anyNamed = anyIri.map((value) => iri(value));

const anyLiteral = fc.oneof(
  anyText.map((value) => text(value)),
  fc.tuple(anyText, fc.constantFrom('en', 'de-AT')).map(([value, lang]) => text(value, lang)),
  fc
    .tuple(anyText, fc.constantFrom(XSD.dateTime, XSD.integer, 'urn:type'))
    .map(([value, type]) => typed(value, type))
);
const anyBlank = fc
  .constantFrom('x', 'y', 'z', 'd-1 odd label')
  .map((label) => dataFactory.blankNode(label) as Term);

const statement = (subject: fc.Arbitrary<Term>, object: fc.Arbitrary<Term>): fc.Arbitrary<Quad> =>
  fc
    .tuple(subject, fc.oneof(fc.constantFrom(RDF.type, AS.content), anyIri), object)
    .map(([s, p, o]) => quad(s, p, o));

/** Statements without blank nodes. */
export const groundQuads = fc.array(statement(anyNamed, fc.oneof(anyNamed, anyLiteral)), {
  minLength: 1,
  maxLength: 12
});
/** Statements that may hold blank nodes. */
export const anyQuads = fc.array(
  statement(fc.oneof(anyNamed, anyBlank), fc.oneof(anyNamed, anyLiteral, anyBlank)),
  { minLength: 1, maxLength: 12 }
);
