import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const oklch = 'oklch\\(([\\d.]+) ([\\d.]+) ([\\d.]+)\\)';
const token = (name: string): [Colour, Colour] => {
  const found = new RegExp(`--${name}:\\s*light-dark\\(\\s*${oklch},\\s*${oklch}\\s*\\)`).exec(css);
  if (found) {
    const [l1, c1, h1, l2, c2, h2] = found.slice(1).map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number
    ];
    return [
      [l1, c1, h1],
      [l2, c2, h2]
    ];
  }
  const same = new RegExp(`--${name}: var\\(--([\\w-]+)\\)`).exec(css)?.[1];
  if (!same) throw new Error(`There is no token ${name}`);
  return token(same);
};

type Colour = [lightness: number, chroma: number, hue: number];

/** WCAG 2.2 relative luminance of an OKLCH colour (CSS Color 4, 9.3), clipped to sRGB as a screen would. */
function luminance([l, c, h]: Colour): number {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const [red, green, blue] = [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short
  ].map((light) => Math.min(1, Math.max(0, light))) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: Colour, other: Colour): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const papers = ['paper', 'sheet', 'sunk'];
const texts = [
  'ink',
  'ink-2',
  'ink-3',
  'ember',
  'ember-deep',
  'bad',
  'warn',
  'good',
  'everyone',
  'friends',
  'me',
  'some'
];
const pairs = [
  ...texts.flatMap((text) => papers.map((paper) => [text, paper] as const)),
  ...['bad', 'warn', 'good', 'everyone', 'friends', 'me', 'some'].map(
    (name) => [name, `${name}-soft`] as const
  ),
  ...['ink', 'ink-2', 'ember', 'ember-deep'].map((name) => [name, 'ember-soft'] as const),
  ...['bad-soft', 'warn-soft', 'good-soft'].flatMap((soft) => [
    ['ink', soft] as const,
    ['ink-2', soft] as const
  ]),
  ...['bad-soft', 'warn-soft', 'ember-soft'].map((soft) => ['ember', soft] as const),
  ...['ember', 'ember-deep'].map((ember) => ['on-ember', ember] as const),
  ['paper', 'ink'] as const
];

describe.each(['light', 'dark'])('%s', (theme) => {
  const at = theme === 'light' ? 0 : 1;
  it.each(pairs)('%s can be read on %s (WCAG 2.2, 1.4.3)', (text, paper) => {
    expect(contrast(token(text)[at], token(paper)[at])).toBeGreaterThanOrEqual(4.5);
  });
  it.each(papers)('edges and the focus ring stand out from %s (WCAG 2.2, 1.4.11)', (paper) => {
    expect(contrast(token('edge')[at], token(paper)[at])).toBeGreaterThanOrEqual(3);
    expect(contrast(token('focus')[at], token(paper)[at])).toBeGreaterThanOrEqual(3);
  });
});

it('knows black and white', () => {
  expect(contrast([0, 0, 0], [1, 0, 0])).toBeCloseTo(21, 1);
  // #767676 on white is the grey that just passes.
  expect(contrast([0.5659, 0, 0], [1, 0, 0])).toBeCloseTo(4.54, 1);
});
