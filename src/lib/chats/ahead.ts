/** Milliseconds that another clock may be ahead of mine and still be taken for right: each may be five minutes off. */
export const AHEAD = 900_000;
