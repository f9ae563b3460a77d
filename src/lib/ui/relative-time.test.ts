import { describe, expect, it } from 'vitest';
import { exactTime, relativeTime } from './relative-time.ts';

const noon = new Date(2026, 10, 21, 12, 0).getTime();
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).getTime();

describe('relativeTime', () => {
  it.each([
    ['just now', noon - 5_000, 'now'],
    ['a clock slightly ahead', noon + 20_000, 'now'],
    ['a clock some minutes ahead', noon + 200_000, 'now'],
    ['minutes', noon - 4 * 60_000, '4 min. ago'],
    ['hours', noon - 3 * 3_600_000, '3 hr. ago'],
    ['late last night seen at noon', at(2026, 10, 20, 23, 50), 'yesterday'],
    ['the day before', at(2026, 10, 19, 8, 0), '2 days ago'],
    ['this year', at(2026, 2, 1, 8, 0), 'Mar 1'],
    ['another year', at(2024, 11, 31, 8, 0), 'Dec 31, 2024'],
    ['to come', noon + 2 * 3_600_000, 'in 2 hr.']
  ])('%s', (_, when, expected) => expect(relativeTime(when, noon, 'en')).toBe(expected));

  it('calls ten minutes over midnight ten minutes', () => {
    expect(relativeTime(at(2026, 10, 20, 23, 55), at(2026, 10, 21, 0, 5), 'en')).toBe('10 min. ago');
  });
  it('speaks the reader’s language', () => {
    expect(relativeTime(at(2026, 10, 20, 9, 0), noon, 'de')).toBe('gestern');
    expect(exactTime(noon, 'de')).toContain('21. November 2026');
  });
});
