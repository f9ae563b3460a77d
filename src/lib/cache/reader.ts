import { applyWaiting } from './apply-waiting.ts';
import { isLarge, parsed, parsedSoon } from './parsed.ts';

/** What reads documents: the parser, and how what waits changes them. A first screen does without. */
export const reader = { isLarge, parsed, parsedSoon, applyWaiting };

export type Reader = typeof reader;
