import { describe, expect, it } from 'vitest';
import { entryFor } from '#lib/cache/cache.contract.ts';
import { nextTime, ready, withDependents } from './order.ts';

const ids = (entries: readonly { readonly id: string }[]) => entries.map((entry) => entry.id).join(' ');
const none = new Set<string>();

describe('what may be sent', () => {
  it('is the oldest of each document', () => {
    const outbox = [entryFor('1', 'a'), entryFor('2', 'a'), entryFor('3', 'b')];
    expect(ids(ready(outbox, 0, none))).toBe('1 3');
    expect(ids(ready(outbox, 0, new Set(['a'])))).toBe('3');
  });

  it('is not what waits for another, or for what stopped', () => {
    const problem = { kind: 'full', detail: '' };
    const outbox = [
      entryFor('1', 'a', { problem }),
      entryFor('2', 'a'),
      entryFor('3', 'b', { after: ['1'] }),
      entryFor('4', 'c', { after: ['0'] })
    ];
    expect(ids(ready(outbox, 0, none))).toBe('4');
  });

  it('comes at its time, and does not let the next of its document pass', () => {
    const outbox = [
      entryFor('1', 'a', { nextAt: 50 }),
      entryFor('2', 'a'),
      entryFor('3', 'b', { nextAt: 70 })
    ];
    expect(ids(ready(outbox, 49, none))).toBe('');
    expect(ids(ready(outbox, 50, none))).toBe('1');
    expect(ids(ready(outbox, Infinity, none))).toBe('1 3');
    expect(nextTime(outbox, 0, none)).toBe(50);
    expect(nextTime(outbox, 0, new Set(['a']))).toBe(70);
    expect(nextTime([], 0, none)).toBeUndefined();
  });

  it('does not wait for a time that a wrong clock has set', () => {
    const outbox = [entryFor('1', 'a', { nextAt: 3_600_000 }), entryFor('2', 'b', { nextAt: 300_000 })];
    expect(ids(ready(outbox, 0, none))).toBe('1');
    expect(nextTime(outbox, 0, new Set(['a']))).toBe(300_000);
  });

  it('messages to one inbox do not wait for each other', () => {
    const send = { kind: 'send', turtle: '' } as const;
    const outbox = [
      entryFor('1', 'inbox', { intent: send, problem: { kind: 'refused', detail: '' } }),
      entryFor('2', 'inbox', { intent: send }),
      entryFor('3', 'inbox', { intent: send })
    ];
    expect(ids(ready(outbox, 0, none))).toBe('2 3');
  });

  it('what hangs on an entry is all that waits for it, however far', () => {
    const outbox = [
      entryFor('1', 'a'),
      entryFor('2', 'b', { after: ['1'] }),
      entryFor('3', 'c'),
      entryFor('4', 'd', { after: ['2', '3'] })
    ];
    expect(ids(withDependents(outbox, '1'))).toBe('1 2 4');
    expect(ids(withDependents(outbox, '9'))).toBe('');
  });
});
