import type { ProblemKind } from './problem.ts';

/** One request, for "look underneath". Never its token, never its content. */
export interface LoggedRequest {
  /** When it was sent, milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  readonly url: string;
  /** HTTP status, or 0 when there was no usable answer; then `problem` says why. */
  readonly status: number;
  readonly problem?: ProblemKind;
  readonly ms: number;
  /** Bytes of the answer's body, decompressed. */
  readonly bytes: number;
  /** Whether it was sent as somebody. */
  readonly signedIn: boolean;
}

/** The newest `length` requests, oldest first. */
export class RequestLog {
  readonly #length: number;
  #entries: LoggedRequest[] = [];

  constructor(length: number) {
    this.#length = length;
  }

  get entries(): readonly LoggedRequest[] {
    return this.#entries;
  }

  add(entry: LoggedRequest): void {
    this.#entries = [...this.#entries.slice(1 - this.#length), entry];
  }
}
