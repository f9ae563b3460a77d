import type { Audience } from './audience.ts';

/** A post as the screen needs it; where it comes from is the caller's business. */
export type PostView = {
  id: string;
  /** The post's own page. */
  href?: string;
  text: string;
  at: Date | number | string;
  edited?: Date | number | string;
  author: { id: string; name: string; href?: string; picture?: string };
  audience: Audience;
  /** Better words for the audience: "Anna and 3 others". */
  audienceLabel?: string;
  /** `waiting`: kept here, goes out when it can. `unkept`: goes out when it can, this browser keeps nothing. `refused`: it needs its author. */
  state?: 'saved' | 'waiting' | 'unkept' | 'sending' | 'refused';
  /** Why it was refused: what happened, what to do. */
  problem?: { title: string; text?: string; safe?: string };
};
