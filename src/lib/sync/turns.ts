interface Waiting {
  readonly key: string;
  readonly start: () => void;
}

/** At most so many at a time; the urgent before the others, each in the order they came. */
export interface Turns {
  take<T>(key: string, urgent: boolean, work: () => Promise<T>): Promise<T>;
  /** Makes one that still waits urgent. */
  hurry(key: string): void;
}

export function turns(limit: number): Turns {
  let urgent: Waiting[] = [];
  let others: Waiting[] = [];
  let running = 0;

  function next(): void {
    while (running < limit) {
      const one = urgent.shift() ?? others.shift();
      if (!one) return;
      running++;
      one.start();
    }
  }

  return {
    take: (key, isUrgent, work) =>
      new Promise((resolve, reject) => {
        const start = () => {
          work()
            .then(resolve, reject)
            .finally(() => {
              running--;
              next();
            });
        };
        (isUrgent ? urgent : others).push({ key, start });
        next();
      }),
    hurry(key) {
      urgent = [...urgent, ...others.filter((one) => one.key === key)];
      others = others.filter((one) => one.key !== key);
    }
  };
}
