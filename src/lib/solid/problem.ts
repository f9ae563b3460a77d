/**
 * What can go wrong between us and a space, as values. Whether to try again is a property of the kind and is
 * never read from an error's text.
 */
export type ProblemKind =
  | 'offline' // no answer: no network, no such host, connection refused
  | 'slow' // no answer, or no end of it, within the time allowed
  | 'unauthorised' // 401: sign in (again)
  | 'forbidden' // 403: signed in, not allowed
  | 'missing' // 404: nothing there (yet)
  | 'gone' // 410
  | 'conflict' // 409, 412: somebody else changed it first
  | 'full' // 413, 507: no room
  | 'refused' // any other 4xx: the request itself is not accepted
  | 'broken' // 5xx, or an answer that cannot be used: too large, a redirect loop, not Turtle
  | 'unsafe'; // an address we do not open: other schemes, private networks

export interface Problem {
  readonly kind: ProblemKind;
  readonly url: string;
  /** HTTP status, where there was one. */
  readonly status?: number;
  /** For "look underneath" and logs, in English; screens word a problem from its kind. */
  readonly detail: string;
}

const RETRIED: ReadonlySet<ProblemKind> = new Set(['offline', 'slow', 'broken', 'unauthorised']);

/** True when the same request may succeed later without anybody changing it. */
export const mayRetry = (problem: Problem): boolean => RETRIED.has(problem.kind);

/** The one error that the rooms from solid/ upward throw for a failed request. */
export class PodProblem extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`${problem.kind}: ${problem.detail} (${problem.url})`);
    this.name = 'PodProblem';
    this.problem = problem;
  }
}

/** The problem inside anything thrown; what is not ours is a defect of ours or of the other side: `broken`. */
export function problemOf(error: unknown, url: string): Problem {
  if (error instanceof PodProblem) return error.problem;
  return { kind: 'broken', url, detail: error instanceof Error ? error.message : String(error) };
}
