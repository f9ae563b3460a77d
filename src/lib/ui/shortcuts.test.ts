import { afterEach, describe, expect, it, vi } from 'vitest';
import { matching, shortcuts } from './shortcuts.ts';

const run = vi.fn();
const removals: (() => void)[] = [];
const add = (keys: string, does = run) => removals.push(shortcuts.add({ keys, label: keys, run: does }));
const press = (key: string, more: Partial<Parameters<typeof matching>[0]> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  defaultPrevented: false,
  repeat: false,
  target: null,
  ...more
});
const typing = { closest: () => ({}) } as unknown as EventTarget;

afterEach(() => {
  removals.splice(0).forEach((remove) => remove());
  shortcuts.on = true;
});

describe('shortcuts', () => {
  it('finds a key, and the newest of two', () => {
    const newer = vi.fn();
    add('c');
    add('c', newer);
    expect(matching(press('c'))?.run).toBe(newer);
    removals.pop()?.();
    expect(matching(press('c'))?.run).toBe(run);
    expect(matching(press('x'))).toBeUndefined();
  });
  it('leaves a key alone that means nothing now', () => {
    let holds = false;
    removals.push(shortcuts.add({ keys: 'Enter', label: 'Open', when: () => holds, run }));
    expect(matching(press('Enter'))).toBeUndefined();
    holds = true;
    expect(matching(press('Enter'))?.run).toBe(run);
  });
  it('is silent while someone types, composes or holds a key', () => {
    add('c');
    for (const more of [
      { target: typing },
      { isComposing: true },
      { repeat: true },
      { altKey: true },
      { defaultPrevented: true }
    ])
      expect(matching(press('c', more))).toBeUndefined();
  });
  it('lets Ctrl through while typing, also as Command, and keeps it apart from the letter', () => {
    add('Ctrl+K');
    expect(matching(press('k', { ctrlKey: true, target: typing }))).toBeDefined();
    expect(matching(press('k', { metaKey: true }))).toBeDefined();
    expect(matching(press('k'))).toBeUndefined();
  });
  it('can be switched off, but for Ctrl', () => {
    add('c');
    add('Ctrl+k');
    shortcuts.on = false;
    expect(matching(press('c'))).toBeUndefined();
    expect(matching(press('k', { ctrlKey: true }))).toBeDefined();
  });
  it('runs once for a press, until it is told to stop', () => {
    add('?');
    const target = new EventTarget() as unknown as Window;
    const stop = shortcuts.listen(target);
    const event = () => Object.assign(new Event('keydown', { cancelable: true }), { key: '?' });
    target.dispatchEvent(event());
    stop();
    target.dispatchEvent(event());
    expect(run).toHaveBeenCalledTimes(1);
  });
});
