import type { SessionProblem } from '#lib/solid/session.ts';

/** Everything that can keep somebody out, in one list that pages have words for. */
export type SignInTrouble = SessionProblem['kind'] | 'no-space';
