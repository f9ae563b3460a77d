/** What the page itself says. */
export const words = { title: 'Home' } as const;
