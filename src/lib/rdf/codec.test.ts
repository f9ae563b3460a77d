import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boolean, integer, iri, iriText, number, text, thing, time, type Codec } from './codec.ts';
import { anyNamed, anyText } from './arbitrary.testing.ts';
import { dataFactory } from './n3.ts';
import { text as plain, typed } from './terms.ts';
import { XSD } from './vocab.ts';

const years = {
  min: new Date('0001-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59Z'),
  noInvalidDate: true
};
const cases: [string, Codec<unknown>, fc.Arbitrary<unknown>][] = [
  ['text', text, anyText],
  ['iri', iri, anyNamed.map((node) => node.value)],
  ['thing', thing, anyNamed.map((node) => node.value)],
  ['iriText', iriText, anyNamed.map((node) => node.value)],
  ['time', time, fc.date(years)],
  ['boolean', boolean, fc.boolean()],
  ['integer', integer, fc.maxSafeInteger()],
  ['number', number, fc.double({ noNaN: true, noDefaultInfinity: true })]
];

it.each(cases)('%s: what is written reads back', (_name, codec, values) => {
  fc.assert(
    fc.property(values, (value) => {
      // -0 and 0 are one number to people.
      expect(codec.read(codec.write(value))).toEqual(value === 0 ? expect.closeTo(0) : value);
    })
  );
});

describe('reading what others wrote', () => {
  it('takes any literal for a text', () => {
    expect(text.read(plain('Hallo', 'de'))).toBe('Hallo');
    expect(text.read(dataFactory.namedNode('urn:x') as never)).toBeUndefined();
  });

  it("follows SolidOS's nameless nodes and takes an address as text or IRI", () => {
    const nameless = dataFactory.blankNode('b1') as never;
    expect(thing.read(nameless)).toBe('_:b1');
    expect(iri.read(nameless)).toBeUndefined();
    expect(iriText.read(dataFactory.namedNode('urn:x') as never)).toBe('urn:x');
    expect(iriText.read(plain('no address'))).toBeUndefined();
  });

  it.each([
    ['2020-05-01', '2020-05-01T00:00:00.000Z'],
    ['2020-05-01T12:00', '2020-05-01T12:00:00.000Z'],
    ['2020-05-01T12:00:00+02:00', '2020-05-01T10:00:00.000Z'],
    ['2020-05-01T12:00:00.1234567Z', '2020-05-01T12:00:00.123Z']
  ])('understands the time %s', (written, meant) => {
    expect(time.read(plain(written))?.toISOString()).toBe(meant);
  });

  it.each(['5', '', 'yesterday', '2020-13-45', '01/05/2020', '2020-05-01 or so'])(
    'passes over the time %j',
    (written) => {
      expect(time.read(typed(written, XSD.dateTime))).toBeUndefined();
    }
  );

  it('passes over what is no number and no truth', () => {
    expect(integer.read(plain('1.5'))).toBeUndefined();
    expect(number.read(plain(''))).toBeUndefined();
    expect(boolean.read(plain('maybe'))).toBeUndefined();
    expect(boolean.read(plain('1'))).toBe(true);
  });
});

it('refuses to write what would not read back', () => {
  expect(() => time.write(new Date(Number.NaN))).toThrow(RangeError);
  expect(() => time.write(new Date('+010000-01-01T00:00:00Z'))).toThrow(RangeError);
  expect(() => integer.write(0.5)).toThrow(RangeError);
  expect(() => number.write(Infinity)).toThrow(RangeError);
  expect(() => iri.write('not an address')).toThrow(TypeError);
});
