import { describe, expect, it } from 'vitest';
import { nextItem, placeMenu } from './menu.ts';

const box = (left: number, top: number, width = 40, height = 40) =>
  ({ left, top, right: left + width, bottom: top + height, width, height }) as DOMRect;
const view = { width: 320, height: 640 };
const menu = { width: 200, height: 240 };

describe('placeMenu', () => {
  it('hangs from the end of its button', () => {
    expect(placeMenu(box(270, 100), menu, view, false)).toEqual({ left: 110, top: 144 });
    expect(placeMenu(box(20, 100), menu, view, true)).toEqual({ left: 20, top: 144 });
  });
  it('stays in the window', () => {
    expect(placeMenu(box(0, 100), menu, view, false).left).toBe(8);
    expect(placeMenu(box(300, 100), menu, view, true).left).toBe(112);
  });
  it('goes above where there is no room below', () => {
    expect(placeMenu(box(270, 580), menu, view, false).top).toBe(336);
  });
  it('goes below where there is room nowhere', () => {
    expect(placeMenu(box(270, 100), { width: 200, height: 900 }, view, false).top).toBe(144);
  });
});

describe('nextItem', () => {
  const labels = ['Edit', 'Copy', 'End', 'Delete'];
  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 3, 0],
    ['ArrowUp', 0, 3],
    ['Home', 2, 0],
    ['End', 0, 3],
    ['e', 0, 2],
    ['E', 2, 0],
    ['d', 3, 3],
    ['x', 0, undefined],
    [' ', 0, undefined],
    ['Enter', 0, undefined]
  ])('%s at %d', (key, at, expected) => expect(nextItem(key, at, labels)).toBe(expected));
  it('has nowhere to go in an empty menu', () => expect(nextItem('ArrowDown', -1, [])).toBeUndefined());
});
