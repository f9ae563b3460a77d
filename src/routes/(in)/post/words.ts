/** What the page itself says. */
export const words = { title: 'Post', back: 'Back to Home' } as const;
