import { describe, expect, it } from 'vitest';
import { hueOf, initials } from './face.ts';

describe('initials', () => {
  it.each([
    ['Anna Weber', 'AW'],
    ['anna', 'A'],
    ['Anna Maria von Weber', 'AW'],
    ['Tom O’Brien', 'TB'],
    ['  ', '?'],
    ['', '?'],
    ['🦊', '🦊'],
    ['👩‍👧‍👦 family', 'F'],
    ['3 friends', '3F'],
    ['李 美玲', '李美'],
    ['e\u0301lodie', 'É'],
    ['ßa', 'SS'],
    ['…', '…']
  ])('%j gives %j', (name, expected) => expect(initials(name)).toBe(expected));
});

describe('hueOf', () => {
  it('stays the same and spreads', () => {
    expect(hueOf('https://a.example/me')).toBe(hueOf('https://a.example/me'));
    const hues = new Set(
      Array.from({ length: 200 }, (_, index) => Math.floor(hueOf(`https://a.example/${index}`) / 30))
    );
    expect(hues.size).toBe(12);
    for (const id of ['', 'a', '🦊']) expect(hueOf(id)).toSatisfy((hue: number) => hue >= 0 && hue < 360);
  });
});
