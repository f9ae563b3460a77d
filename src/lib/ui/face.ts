/** One or two letters to stand for a name. Counts what a reader sees as a letter, so an emoji or a mark stays whole. */
export function initials(name: string): string {
  const parts = name.normalize('NFC').match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
  const first = parts[0];
  if (first === undefined) return letter(name.trim()) ?? '?';
  const last = parts.length > 1 ? parts.at(-1) : undefined;
  return [first, last]
    .map((part) => (part ? (letter(part) ?? '') : ''))
    .join('')
    .toLocaleUpperCase();
}

let graphemes: Intl.Segmenter | undefined;

function letter(text: string): string | undefined {
  // To make one takes longer than to draw a whole post.
  graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  for (const { segment } of graphemes.segment(text)) return segment;
  return undefined;
}

/** A hue in degrees that stays with an id for ever: FNV-1a, so that near ids get far hues. */
export function hueOf(id: string): number {
  let hash = 0x811c9dc5;
  for (const char of id) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) % 360;
}
