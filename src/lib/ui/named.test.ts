import fc from 'fast-check';
import { expect, it } from 'vitest';
import { namedParts } from './named.ts';

const people = [
  { name: 'Anna Weber', href: '/u?id=a' },
  { name: 'عمر الخطيب', href: '/u?id=o' },
  { name: 'X', href: '/u?id=x' }
];

it('leads to who is named, by the whole name or the first', () => {
  expect(namedParts('So @anna weber, and @X!', people)).toEqual([
    { text: 'So ' },
    { text: '@anna weber', href: '/u?id=a' },
    { text: ', and ' },
    { text: '@X', href: '/u?id=x' },
    { text: '!' }
  ]);
  expect(namedParts('@عمر', people)).toEqual([{ text: '@عمر', href: '/u?id=o' }]);
});

it('takes neither longer words nor addresses for names', () => {
  for (const text of ['@annabel', 'mail@x.example', '@@anna', 'anna', '@xylophone'])
    expect(namedParts(text, people)).toEqual([{ text }]);
});

it('loses no letter', () => {
  const words = fc.array(fc.constantFrom('@', ' ', '.', 'Anna', 'anna weber', 'X', 'é', '😀', '@x'));
  fc.assert(
    fc.property(words, (parts) => {
      const text = parts.join('');
      expect(
        namedParts(text, people)
          .map((part) => part.text)
          .join('')
      ).toBe(text);
    })
  );
});
