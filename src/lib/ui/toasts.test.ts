import { expect, it, vi } from 'vitest';
import { toasts } from './toasts.svelte.ts';

it('shows at most three, runs an action once and tells the end once', () => {
  const undo = vi.fn();
  const onend = vi.fn();
  const ids = ['a', 'b', 'c', 'd'].map((text) =>
    toasts.show({ text, action: { label: 'Undo', run: undo }, onend })
  );
  expect(toasts.list.map(({ text }) => text)).toEqual(['b', 'c', 'd']);
  expect(onend).toHaveBeenCalledExactlyOnceWith(false);
  toasts.close(ids[3]!, true);
  toasts.close(ids[3]!, true);
  expect(undo).toHaveBeenCalledTimes(1);
  expect(onend).toHaveBeenLastCalledWith(true);
  expect(onend).toHaveBeenCalledTimes(2);
});

it('stays longer where there is more to read or something to press', () => {
  const of = (id: number) => toasts.list.find((each) => each.id === id)!.lasts;
  const short = of(toasts.show({ text: 'Posted' }));
  const long = of(toasts.show({ text: 'x'.repeat(100) }));
  const pressed = of(toasts.show({ text: 'Posted', action: { label: 'Undo', run: () => {} } }));
  expect(long).toBeGreaterThan(short);
  expect(pressed).toBeGreaterThanOrEqual(9_000);
});
