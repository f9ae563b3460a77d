/** Runs one job of a name at a time, in all tabs of this browser together. */
export type Turn = <T>(name: string, job: () => Promise<T>) => Promise<T>;

/** Web Locks 2.1: a tab that dies leaves its turn to the next. */
export const lockTurn: Turn = <T>(name: string, job: () => Promise<T>): Promise<T> =>
  navigator.locks.request(name, job) as Promise<T>;
