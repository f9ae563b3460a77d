import { PodProblem, type ProblemKind } from './problem.ts';

/**
 * What an HTTP status means for us. 408, 425 and 429 count as `slow`: the same request is welcome later, which
 * none of the other 4xx is (RFC 9110 section 15.5, RFC 8470, RFC 6585).
 */
export function kindOfStatus(status: number): ProblemKind {
  if (status === 401 || status === 407) return 'unauthorised';
  if (status === 403 || status === 451) return 'forbidden';
  if (status === 404) return 'missing';
  if (status === 410) return 'gone';
  if (status === 409 || status === 412) return 'conflict';
  if (status === 413 || status === 507) return 'full';
  if (status === 408 || status === 425 || status === 429) return 'slow';
  if (status >= 400 && status < 500) return 'refused';
  return 'broken';
}

/** The error for an answer that is no success. */
export function statusProblem(
  url: string,
  status: number,
  detail = `the server answered ${status}`
): PodProblem {
  return new PodProblem({ kind: kindOfStatus(status), url, status, detail });
}
