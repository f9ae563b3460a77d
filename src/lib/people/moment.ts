import { ulid } from 'ulid';

/** One point in time and a name made from it. Verbs take it as their last argument, so that tests can set it. */
export interface Moment {
  readonly at: Date;
  /** 26 characters that sort by time. */
  readonly ulid: string;
}

export const moment = (at = new Date()): Moment => ({ at, ulid: ulid(at.getTime()) });
