import type { Page } from '@playwright/test';

interface Event {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Of the thread's own time: what other programs take of the processor does not count. */
  readonly tdur?: number;
}

export interface FrameTimes {
  /** Ms between frames, as the clock on the wall says. */
  readonly wall: readonly number[];
  /** Ms of work of the page's main thread in each frame, the slowest first. */
  readonly own: readonly number[];
}

const MARK = 'hearth-frame';

/** Scrolls `count` frames by `step` px each and says how long each took (Tracing of the DevTools protocol). */
export async function frameTimes(page: Page, count: number, step: number): Promise<FrameTimes> {
  const devtools = await page.context().newCDPSession(page);
  const events: Event[] = [];
  devtools.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as Event[])));
  await devtools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'] }
  });
  const wall = await page.evaluate(
    ({ count, step, mark }) =>
      new Promise<number[]>((done) => {
        const gaps: number[] = [];
        let last = performance.now();
        const frame = (now: number) => {
          gaps.push(now - last);
          last = now;
          scrollBy(0, step);
          performance.mark(mark);
          if (gaps.length < count) requestAnimationFrame(frame);
          else done(gaps);
        };
        requestAnimationFrame(frame);
      }),
    { count, step, mark: MARK }
  );
  const complete = new Promise((done) => devtools.once('Tracing.tracingComplete', done));
  await devtools.send('Tracing.end');
  await complete;
  await devtools.detach();
  return { wall: wall.toSorted((a, b) => b - a), own: perFrame(events) };
}

function perFrame(events: readonly Event[]): number[] {
  const marks = events.filter(({ name }) => name === MARK).sort((a, b) => a.ts - b.ts);
  const [first] = marks;
  const tasks = events.filter(
    ({ name, ph, pid, tid }) =>
      ph === 'X' && name.endsWith('RunTask') && pid === first?.pid && tid === first.tid
  );
  return marks
    .slice(0, -1)
    .map(({ ts }, index) => {
      const ended = ({ ts: begun, dur = 0 }: Event) =>
        begun + dur > ts && begun + dur <= marks[index + 1]!.ts;
      return tasks.filter(ended).reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;
    })
    .sort((a, b) => b - a);
}
