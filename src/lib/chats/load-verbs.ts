import { part } from '#lib/ui/part.ts';

/** The verbs of a conversation; undefined, and a sentence about it, when they cannot be had. */
export const loadVerbs = () => part(() => import('./verbs.ts'));
