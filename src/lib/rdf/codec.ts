import { dateTime, iri as iriTerm, isIri, text as textTerm, typed, type Term } from './terms.ts';
import { XSD } from './vocab.ts';

/** How one kind of value looks as a term, and back. `read` gives undefined for what it cannot understand. */
export interface Codec<T> {
  /** The datatype, as an IRI; 'IRI' or 'BlankNodeOrIRI' for nodes. The published shapes are held against it. */
  readonly kind: string;
  write(value: T): Term;
  read(term: Term): T | undefined;
}

export const text: Codec<string> = {
  kind: XSD.string,
  write: (value) => textTerm(value),
  // Other apps tag languages or type their texts; the text is the text.
  read: (term) => (term.termType === 'Literal' ? term.value : undefined)
};

export const iri: Codec<string> = {
  kind: 'IRI',
  write: (value) => iriTerm(value),
  read: (term) => (term.termType === 'NamedNode' && isIri(term.value) ? term.value : undefined)
};

/** A thing described beside its owner: ours have IRIs, SolidOS leaves them nameless (read as `_:label`). */
export const thing: Codec<string> = {
  kind: 'BlankNodeOrIRI',
  write: iri.write,
  read: (term) => (term.termType === 'BlankNode' ? `_:${term.value}` : iri.read(term))
};

/** An IRI that SolidOS keeps as plain text (vcard:value); others write it as an IRI, and both are read. */
export const iriText: Codec<string> = {
  kind: XSD.string,
  write: (value) => textTerm(iriTerm(value).value),
  read: (term) => (term.termType !== 'BlankNode' && isIri(term.value) ? term.value : undefined)
};

export const time: Codec<Date> = {
  kind: XSD.dateTime,
  write: (value) => dateTime(value),
  read: (term) => {
    if (term.termType !== 'Literal') return undefined;
    // Date.parse alone would take "5" for a year, and a time without a zone for the reader's own zone.
    const parts = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?)?$/.exec(
      term.value
    );
    if (!parts) return undefined;
    const moment = new Date(`${parts[1]}T${parts[2] ?? '00:00'}${parts[3] ?? 'Z'}`);
    return Number.isNaN(moment.getTime()) ? undefined : moment;
  }
};

export const boolean: Codec<boolean> = {
  kind: XSD.boolean,
  write: (value) => typed(String(value), XSD.boolean),
  read: (term) => {
    if (term.termType !== 'Literal') return undefined;
    if (term.value === 'true' || term.value === '1') return true;
    return term.value === 'false' || term.value === '0' ? false : undefined;
  }
};

/** Whole numbers. */
export const integer: Codec<number> = {
  kind: XSD.integer,
  write: (value) => {
    if (!Number.isSafeInteger(value)) throw new RangeError(`Not a whole number: ${value}`);
    return typed(String(value), XSD.integer);
  },
  read: (term) => numeric(term, Number.isSafeInteger)
};

/** Numbers with a fraction, as xsd:double. */
export const number: Codec<number> = {
  kind: XSD.double,
  write: (value) => {
    if (!Number.isFinite(value)) throw new RangeError(`Not a finite number: ${value}`);
    return typed(String(value), XSD.double);
  },
  read: (term) => numeric(term, Number.isFinite)
};

function numeric(term: Term, good: (value: number) => boolean): number | undefined {
  if (term.termType !== 'Literal' || term.value.trim() === '') return undefined;
  const value = Number(term.value);
  return good(value) ? value : undefined;
}
