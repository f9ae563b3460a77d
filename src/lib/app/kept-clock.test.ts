import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keptClock } from './kept-clock.ts';

const NOON = Date.UTC(2026, 10, 21, 12);
const memory = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value)
  };
};
beforeEach(() => void vi.useFakeTimers({ now: NOON + 300_000 }));
afterEach(() => void vi.useRealTimers());

it('knows after a page load what it was told, without a network', () => {
  const storage = memory();
  expect(keptClock(storage).now()).toBe(NOON + 300_000);
  const date = new Date(NOON).toUTCString();
  keptClock(storage).hear(new Response(null, { headers: { date } }), Date.now());
  expect(Math.abs(keptClock(storage).now() - NOON)).toBeLessThanOrEqual(1_000);
});

it('takes what is damaged for nothing', () => {
  const storage = memory();
  storage.setItem('hearth:ahead', 'soon');
  expect(keptClock(storage).now()).toBe(NOON + 300_000);
});
