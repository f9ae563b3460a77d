import { describe, expect, it } from 'vitest';
import { interleaved, median, ratioOf } from './rounds.ts';
import { row } from './row.ts';

describe('measuring', () => {
  it('takes turns, leaves out the first round, and lets the sides begin in turn', async () => {
    const order: string[] = [];
    const side = (name: string, took: number) => async () => (order.push(name), took);
    const taken = await interleaved(
      { rounds: 3, milliseconds: 10_000 },
      { ours: side('ours', 2), theirs: side('theirs', 1) }
    );
    expect(taken).toEqual({ ours: [2, 2, 2], theirs: [1, 1, 1] });
    expect(order.join(' ')).toBe('ours theirs theirs ours ours theirs theirs ours');
  });

  it('ends early when it takes too long, but never without a measure', async () => {
    const slow = async () => 1;
    expect(await interleaved({ rounds: 50, milliseconds: -1 }, { slow })).toEqual({ slow: [1] });
  });

  it('tries once more what failed once, and fails when it fails again', async () => {
    let tries = 0;
    const once = async () => {
      if (++tries === 2) throw new Error('broke off');
      return tries;
    };
    expect(await interleaved({ rounds: 1, milliseconds: 10_000 }, { once })).toEqual({ once: [3] });
    const never = () => Promise.reject(new Error('wrong'));
    await expect(interleaved({ rounds: 1, milliseconds: 10_000 }, { never })).rejects.toThrow('wrong');
  });

  it('gives the median of each round by itself', () => {
    expect(median([5, 1, 3])).toBe(3);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    // The second round was slow for both.
    expect(ratioOf([2, 20, 3], [1, 10, 1])).toBe(2);
  });
});

describe('a row', () => {
  it.each([
    [1.25, '<= 1.25', true],
    [1.2504, '<= 1.25', true],
    [1.251, '<= 1.25', false],
    [1.4, '>= 1.4', true],
    [1.39, '>= 1.4', false],
    [0, '<= 0', true]
  ] as const)('%d against %s passes: %s', (measured, goal, pass) => {
    expect(row('id', 'case', measured, goal)).toMatchObject({ goal, pass });
  });
});
