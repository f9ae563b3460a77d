import { expect, it } from 'vitest';
import { nameFault } from './name-fault.ts';

it.each([
  ['Bob', undefined],
  [` ${'b'.repeat(80)} `, undefined],
  ['  ', 'Your friends need a name to know you by.'],
  ['b'.repeat(103), 'A name can have 80 characters. This one has 23 too many.']
])('%j: %s', (typed, said) => expect(nameFault(typed)).toBe(said));
