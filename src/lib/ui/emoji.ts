/** Offered at once; any other can be typed. */
export const usualEmoji = ['👍', '❤️', '😂', '😮', '😢', '🙏', '🎉', '🔥'] as const;

const parts = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
// Unicode emoji (UTS 51): a picture, a flag, or a keycap. Digits are Emoji too, but no reaction.
const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3/u;

/** The first emoji of what was typed, whole (skin tones and joined people are one), or undefined. */
export function firstEmoji(text: string): string | undefined {
  for (const { segment } of parts.segment(text)) if (emoji.test(segment)) return segment;
  return undefined;
}
