import { SignUpProblem, type SignUpFault } from '#lib/solid/sign-up.ts';

/** Why a space could not be created, for the form. What is not ours to name is the server's refusal. */
export function faultOf(error: unknown): SignUpFault {
  if (error instanceof SignUpProblem) return error.fault;
  return { field: undefined, reason: 'refused', detail: String(error) };
}
