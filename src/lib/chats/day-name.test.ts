import { expect, it } from 'vitest';
import { dayName } from './day-name.ts';

const noon = (day: number, year = 2026) => new Date(year, 10, day, 12);

it('says a day as one says it', () => {
  const now = noon(21).getTime();
  expect(dayName(new Date(2026, 10, 21, 0, 0, 1), now)).toBe('Today');
  expect(dayName(new Date(2026, 10, 20, 23, 59), now)).toBe('Yesterday');
  expect(dayName(noon(17), now)).toMatch(/^\p{L}+$/u);
  expect(dayName(noon(14), now)).toMatch(/14/);
  expect(dayName(noon(14, 2024), now)).toMatch(/2024/);
  expect(dayName(noon(22), now)).toMatch(/22/);
});
