/** Below this a difference is noise: the Date header has whole seconds, and answers travel. ms */
const NOISE = 5_000;

/**
 * The provider's time as far as this device can tell. Proofs are refused when they are older or newer than a minute
 * or two (RFC 9449 section 11.1), and many a device is further off than that.
 */
export class ServerClock {
  #skew: number;
  readonly #measure: () => Promise<number | undefined>;

  /**
   * @param measure asks a server that lets us read its date how far this device is ahead, ms
   * @param skew what was found last time, ms
   */
  constructor(measure: () => Promise<number | undefined>, skew = 0) {
    this.#measure = measure;
    this.#skew = skew;
  }

  /** How far this device is ahead, ms. */
  get skew(): number {
    return this.#skew;
  }
  set skew(value: number) {
    this.#skew = Math.abs(value) < NOISE ? 0 : value;
  }

  now(): number {
    return Date.now() - this.#skew;
  }

  /** Takes the time from an answer: its date where a page may read it, else when its token was made (seconds). */
  learn(response: Response, iat?: number): void {
    const date = Date.parse(response.headers.get('date') ?? '');
    if (!Number.isNaN(date)) this.skew = Date.now() - date;
    else if (iat !== undefined) this.skew = Date.now() - iat * 1000;
  }

  /**
   * Takes the time from an answer that says its date. `asked`: when the question left, by this device. The date is of
   * some moment between question and answer, however slow, and has whole seconds (RFC 9110, 6.6.1): so only what cannot
   * be is corrected.
   */
  hear(response: Response, asked: number): void {
    const date = Date.parse(response.headers.get('date') ?? '');
    const [least, most] = [asked - (date + 1000), Date.now() - date];
    // Not a number, or this device's clock was set meanwhile.
    if (!(least <= most)) return;
    if (this.#skew < least) this.skew = least;
    else if (this.#skew > most) this.skew = most;
  }

  /** After a refusal that nobody explained: true when the clock turned out to be wrong and is right now. */
  async correct(believed: number): Promise<boolean> {
    if (Math.abs(this.#skew - believed) < NOISE) {
      const measured = await this.#measure();
      if (measured !== undefined) this.skew = measured;
    }
    return Math.abs(this.#skew - believed) >= NOISE;
  }
}
