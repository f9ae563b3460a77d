/** How many letters one sender may leave in one inbox. */
export interface LetterRule {
  /** Within a minute. */
  readonly aMinute: number;
  /** Not yet taken away by the owner. */
  readonly waiting: number;
}

interface Sender {
  /** When they left the newest ones, ms. */
  times: number[];
  /** Where those are that may still lie there. */
  letters: Set<string>;
}

const MINUTE = 60_000;
/** Pairs of inbox and sender that are remembered; the one who wrote longest ago is forgotten first. */
const MOST_SENDERS = 10_000;

/**
 * Counts letters by inbox and sender, in memory: after a start it begins anew, so the rule slows a flood down and bounds
 * it for as long as the server runs. Whoever has many addresses is many senders.
 */
export class LetterLimit {
  private readonly senders = new Map<string, Sender>();
  private readonly rule: LetterRule;
  private readonly isThere: (letter: string) => Promise<boolean>;
  private readonly now: () => number;

  /** @param isThere whether a letter still lies where it was left */
  constructor(rule: LetterRule, isThere: (letter: string) => Promise<boolean>, now = Date.now) {
    this.rule = rule;
    this.isThere = isThere;
    this.now = now;
  }

  /** Whether they may leave one more now. A yes is counted at once, so that many at a time are many. */
  async admits(inbox: string, sender: string): Promise<boolean> {
    const { times, letters } = this.of(inbox, sender);
    const now = this.now();
    while (times.length > 0 && times[0]! <= now - MINUTE) times.shift();
    if (times.length >= this.rule.aMinute) return false;
    times.push(now);
    if (letters.size + times.length <= this.rule.waiting) return true;
    for (const letter of letters) if (!(await this.isThere(letter))) letters.delete(letter);
    return letters.size < this.rule.waiting;
  }

  /** Their letter lies there now. */
  left(inbox: string, sender: string, letter: string): void {
    this.of(inbox, sender).letters.add(letter);
  }

  private of(inbox: string, sender: string): Sender {
    // Neither address has a space in it.
    const key = `${inbox} ${sender}`;
    const found = this.senders.get(key) ?? { times: [], letters: new Set() };
    this.senders.delete(key);
    this.senders.set(key, found);
    const [oldest] = this.senders.keys();
    if (this.senders.size > MOST_SENDERS && oldest !== undefined) this.senders.delete(oldest);
    return found;
  }
}
