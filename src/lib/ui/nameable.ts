/** Somebody who can be named with an `@` where a message is written. */
export type Nameable = { id: string; name: string; picture?: string; detail?: string };
