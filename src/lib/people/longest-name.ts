/** Characters of a name that any screen has room for. What others wrote longer is shown cut. */
export const LONGEST_NAME = 80;
