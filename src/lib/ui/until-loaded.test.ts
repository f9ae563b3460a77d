import { expect, it, vi } from 'vitest';
import { untilLoaded } from './until-loaded.ts';

it('tries again what could not be fetched, each time after waiting', async () => {
  const load = vi
    .fn<() => Promise<string>>()
    .mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
    .mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
    .mockResolvedValue('here');
  const again = vi.fn(async () => {});
  expect(await untilLoaded(load, again)).toBe('here');
  expect(again).toHaveBeenCalledTimes(2);
});

it('a defect of the part itself is told', async () => {
  const again = vi.fn(async () => {});
  await expect(untilLoaded(() => Promise.reject(new SyntaxError('broken')), again)).rejects.toThrow('broken');
  expect(again).not.toHaveBeenCalled();
});
