import { expect, it, vi } from 'vitest';
import { readOnce } from './read-once.ts';

it('reads a text once, and the oldest again when there are too many', () => {
  const read = vi.fn((source: string) => ({ source }));
  const once = readOnce(read, 2);
  const first = once('a');
  expect(once('a')).toBe(first);
  once('b');
  expect(once('a')).toBe(first);
  expect(read).toHaveBeenCalledTimes(2);
  once('c');
  expect(once('a')).toEqual({ source: 'a' });
  expect(once('a')).not.toBe(first);
  expect(read.mock.calls.flat()).toEqual(['a', 'b', 'c', 'a']);
});
