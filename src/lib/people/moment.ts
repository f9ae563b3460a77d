import { ulid } from 'ulid';
import type { House } from './me.ts';

/** One point in time and a name made from it. Verbs take it as their last argument, so that tests can set it. */
export interface Moment {
  readonly at: Date;
  /** 26 characters that sort by time. */
  readonly ulid: string;
}

export const momentAt = (at: Date): Moment => ({ at, ulid: ulid(at.getTime()) });

/** Now, as everything that others read is dated: by the server's clock where it is known, not by this device's. */
export const moment = (house: Pick<House, 'now'>): Moment => momentAt(new Date(house.now()));
