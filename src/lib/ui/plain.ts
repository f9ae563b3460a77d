import { limits, type Block, type Inline, type Rich } from './rich.ts';

// Embeddings and overrides can turn the reading of what stands after them; isolates and marks stay (UAX 9, 2.7
// advises isolates instead). Other control characters, U+FEFF and the language tags are never meant to be seen.
const unwanted = /(?![\n\t])[\p{Cc}\u202A-\u202E\uFEFF\u{E0000}-\u{E001F}]/gu;

/** The text without characters that only deceive, with one kind of line end, and no longer than anybody reads. */
export function cleanText(source: string): { text: string; cut: boolean } {
  // A half of a surrogate pair is no character: encodeURI and the DOM of some browsers stumble over it.
  const text = source
    .slice(0, limits.shown)
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/\r\n?|\u2028/g, '\n')
    .replace(unwanted, '');
  const shown = text.split('\n').slice(0, limits.lines).join('\n');
  return { text: shown, cut: source.length > limits.shown || shown.length < text.length };
}

/** Could this be anything but words? If not, it is shown without waiting for the reader of markdown. */
export function isPlain(source: string): boolean {
  return !/[*_~`[\]\\<&]|https?:|www\.|^\s*(?:[>#]|(?:[-+]|\d{1,9}[.)])(?:\s|$))/imu.test(source);
}

/** Words as they stand: an empty line parts paragraphs, a line end is a line end. */
export function plainText(source: string): Rich {
  const { text, cut } = cleanText(source);
  const blocks = text
    .split(/\n[^\S\n]*\n\s*/)
    .map((part) => part.trim().replace(/[^\S\n]*\n[^\S\n]*/g, '\n'))
    .filter((part) => part !== '')
    .map((part): Block => ({ kind: 'paragraph', inside: lines(part) }));
  return { blocks, cut };
}

/** A text with line ends as text and breaks. */
export function lines(text: string): Inline[] {
  return text
    .split('\n')
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ kind: 'break' } as const] : []),
      ...(line === '' ? [] : [{ kind: 'text', text: line } as const])
    ]);
}
