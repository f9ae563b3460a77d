/** Why the server could not start. `folder` also covers a folder in use by something that is no folder. */
export type ProblemCode = 'port-taken' | 'port-refused' | 'folder' | 'not-built' | 'address';

/** A start that failed for a reason a person can mend: `message` is one sentence fit to be shown as it is. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
  readonly code: ProblemCode;

  constructor(code: ProblemCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** The code of a system error (`EADDRINUSE`, `EACCES` ...), or '' for anything else. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
