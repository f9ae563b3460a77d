import { expect, it } from 'vitest';
import { atWord, begins } from './at-word.ts';

it('is what stands between the sign and the caret', () => {
  expect(atWord('Hello @an', 9)).toEqual({ from: 6, typed: 'an' });
  expect(atWord('@', 1)).toEqual({ from: 0, typed: '' });
  expect(atWord('(@anna we', 9)).toEqual({ from: 1, typed: 'anna we' });
  expect(atWord('@anna later', 3)).toEqual({ from: 0, typed: 'an' });
});

it('is nothing in an address, after two signs, or on another line', () => {
  expect(atWord('mail me@x', 9)).toBeUndefined();
  expect(atWord('@@a', 3)).toBeUndefined();
  expect(atWord('@anna\nx', 7)).toBeUndefined();
});

it('begins a name, or one of its words', () => {
  expect(['', 'an', 'anna w', 'we'].map((typed) => begins('Anna Weber', typed))).toEqual([
    true,
    true,
    true,
    true
  ]);
  expect(['nna', 'weber x', 'anna  '].map((typed) => begins('Anna Weber', typed))).toEqual([
    false,
    false,
    false
  ]);
});
