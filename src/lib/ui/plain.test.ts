import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdown } from './markdown.ts';
import { cleanText, isPlain, plainText } from './plain.ts';
import { limits } from './rich.ts';

describe('isPlain', () => {
  it.each(['Hello', 'Hello, Anna!\n\nCome at 7.', 'a - b', 'we are 5 (five)', 'é 😀 שלום'])(
    'needs no reader for %j',
    (text) => expect(isPlain(text)).toBe(true)
  );
  it.each([
    '*a*',
    'https://a.example',
    'HTTPS://A.EXAMPLE',
    'www.a.example',
    '# a',
    '> a',
    '- a',
    'x\n1. a',
    '2026. Really',
    '&amp;',
    '\\*'
  ])('needs it for %j', (text) => expect(isPlain(text)).toBe(false));

  it('never changes what is shown', () => {
    const piece = fc.constantFrom(
      'word',
      ' ',
      '\n',
      '\n\n',
      '.',
      ',',
      '-',
      '+',
      '1.',
      '#',
      '(',
      ')',
      ':',
      '/',
      '@',
      '!',
      '=',
      '|',
      '\t',
      'é'
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (list) => {
        const text = list.join('');
        fc.pre(isPlain(text));
        expect(words(markdown(text))).toEqual(words(plainText(text)));
      }),
      { numRuns: 2_000 }
    );
  });
});

/** What is read: texts that touch are one. Anything but words and line ends shows as its kind. */
const words = (rich: ReturnType<typeof plainText>) =>
  rich.blocks.map((block) =>
    block.kind === 'paragraph'
      ? block.inside
          .map((part) => (part.kind === 'text' ? part.text : part.kind))
          .join('')
          .replace(/\s+/g, ' ')
      : block.kind
  );

describe('cleanText', () => {
  it('takes out what only deceives and keeps what is writing', () => {
    expect(cleanText('a\u202Eb\u0000c\r\nd\re\u{E0041}').text).toBe('abc\nd\ne\u{E0041}');
    expect(cleanText('\u{1F3F4}\u{E0067}\u{E007F} \u2067x\u2069 a\tb').text).toBe(
      '\u{1F3F4}\u{E0067}\u{E007F} \u2067x\u2069 a\tb'
    );
  });
  it('cuts by length and by lines, and says so', () => {
    expect(cleanText('\n'.repeat(limits.lines))).toMatchObject({ cut: true });
    expect(cleanText('a\n'.repeat(limits.lines - 1))).toMatchObject({ cut: false });
    expect(cleanText('a'.repeat(limits.shown + 1))).toMatchObject({ cut: true });
  });
});
