/** A document that is not the Turtle it should be. `detail` is for people who look underneath. */
export class TurtleProblem extends Error {
  constructor(
    readonly url: string,
    readonly detail: string,
    /** Counted from 1, where the parser knows it. */
    readonly line?: number
  ) {
    super(`${url || 'Turtle'}${line === undefined ? '' : `, line ${line}`}: ${detail}`);
    this.name = 'TurtleProblem';
  }
}
