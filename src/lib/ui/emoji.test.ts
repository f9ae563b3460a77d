import { expect, it } from 'vitest';
import { firstEmoji, usualEmoji } from './emoji.ts';

it('finds the first emoji whole, and nothing in words and numbers', () => {
  for (const emoji of [...usualEmoji, '👩‍👩‍👧', '👋🏽', '🇩🇪', '1️⃣', '☕'])
    expect(firstEmoji(`so ${emoji} it is 🙂`)).toBe(emoji);
  for (const none of ['', 'yes', '12 # *', 'ä']) expect(firstEmoji(none)).toBeUndefined();
});
