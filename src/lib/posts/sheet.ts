/** What can be opened over a post. */
export type Sheet = 'edit' | 'who' | 'under';
