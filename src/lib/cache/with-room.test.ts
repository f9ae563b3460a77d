import { expect, it } from 'vitest';
import { withRoom } from './with-room.ts';

const full = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'));

/** Writing that fails until so many things were thrown away, and ways that throw away so many each. */
const tried = async (needs: number, ways: readonly number[]) => {
  const done: number[] = [];
  const sum = () => done.reduce((all, one) => all + one, 0);
  const written = withRoom(
    () => (sum() >= needs ? Promise.resolve('written') : full()),
    ways.map((goes) => async () => (done.push(goes), goes))
  );
  return [await written.catch((error: Error) => error.name), done];
};

it('throws nothing away while there is room', async () => {
  expect(await tried(0, [1, 1])).toEqual(['written', []]);
});

it('goes from one way to the next, and no further than it must', async () => {
  expect(await tried(3, [1, 2, 9])).toEqual(['written', [1, 2]]);
  expect(await tried(1, [0, 1])).toEqual(['written', [0, 1]]);
});

it('says that there is no room when nothing helped', async () => {
  expect(await tried(9, [1, 2])).toEqual(['QuotaExceededError', [1, 2]]);
});

it('does nothing about other faults', async () => {
  await expect(withRoom(() => Promise.reject(new Error('other')), [async () => 1])).rejects.toThrow('other');
});
