import { describe, expect, it, vi } from 'vitest';
import { documentAt } from '#lib/cache/cache.contract.ts';
import { memoryCache } from '#lib/cache/memory-cache.ts';
import { viewer } from '#lib/cache/read-view.ts';
import type { View } from '#lib/cache/view.ts';
import type { Asking, Question } from './ask.ts';
import { watchQuestion, type Answer } from './watch-question.ts';

const A = 'https://anna.example/a';
const B = 'https://anna.example/b';
const P = 'https://anna.example/p';

function house() {
  const cache = memoryCache();
  const wanted: string[] = [];
  const asking: Asking = {
    read: viewer(cache),
    subscribe: (listener) => cache.subscribe(listener),
    wanted: (url) => wanted.push(url)
  };
  const put = (url: string, value: string) =>
    cache.commit({ put: [documentAt(url, `<#1> <p> "${value}".`)] });
  const watch = <T>(question: Question<T>) => {
    const answers: Answer<T>[] = [];
    const stop = watchQuestion(asking, question, (answer) => answers.push(answer));
    return { answers, stop };
  };
  return { cache, asking, wanted, put, watch };
}

const textOf =
  (url: string): Question<string | undefined> =>
  async (read) =>
    (await read(url)).graph.text(`${url}#1`, P);

describe('a watched question', () => {
  it('is asked at once, and wishes what it reads to be kept true', async () => {
    const { watch, put, wanted } = house();
    await put(A, 'x');
    const { answers } = watch(textOf(A));
    await vi.waitFor(() => expect(answers).toEqual([{ value: 'x' }]), { timeout: 20_000 });
    expect(wanted).toEqual([A]);
  });

  it('is asked again when what it read has changed, and not for anything else', async () => {
    const { watch, put } = house();
    let asked = 0;
    const { answers } = watch(async (read) => (asked++, textOf(A)(read)));
    await vi.waitFor(() => expect(answers).toHaveLength(1), { timeout: 20_000 });
    const other = watch(textOf(B));
    await vi.waitFor(() => expect(other.answers).toHaveLength(1), { timeout: 20_000 });
    await put(B, 'other');
    await vi.waitFor(() => expect(other.answers).toHaveLength(2), { timeout: 20_000 });
    expect(asked).toBe(1);
    await put(A, 'x');
    await vi.waitFor(() => expect(answers.at(-1)).toEqual({ value: 'x' }), { timeout: 20_000 });
    expect(asked).toBe(2);
  });

  it('follows the documents it reads from answer to answer', async () => {
    const { watch, put } = house();
    await put(A, B);
    const { answers } = watch(async (read) => textOf((await textOf(A)(read)) ?? A)(read));
    await vi.waitFor(() => expect(answers).toHaveLength(1), { timeout: 20_000 });
    await put(B, 'found');
    await vi.waitFor(() => expect(answers.at(-1)).toEqual({ value: 'found' }), { timeout: 20_000 });
    await put(A, A);
    await vi.waitFor(() => expect(answers.at(-1)).toEqual({ value: A }), { timeout: 20_000 });
    const before = answers.length;
    await put(B, 'not read any more');
    await put(A, `${A}#x`);
    await vi.waitFor(() => expect(answers.length).toBeGreaterThan(before), { timeout: 20_000 });
    expect(answers).toHaveLength(before + 1);
  });

  it('makes one asking of many changes', async () => {
    const { watch, put } = house();
    const { answers } = watch(textOf(A));
    await vi.waitFor(() => expect(answers).toHaveLength(1), { timeout: 20_000 });
    await Promise.all(Array.from({ length: 50 }, (_, i) => put(A, String(i))));
    await vi.waitFor(() => expect(answers.at(-1)).toEqual({ value: '49' }), { timeout: 20_000 });
    expect(answers).toHaveLength(2);
  });

  it('asks once more when something changes while it is being asked, and ends with the newest', async () => {
    const { watch, put } = house();
    await put(A, 'old');
    const gates: (() => void)[] = [];
    const { answers } = watch(async (read) => {
      const answer = await textOf(A)(read);
      await new Promise<void>((resolve) => gates.push(resolve));
      return answer;
    });
    await vi.waitFor(() => expect(gates).toHaveLength(1), { timeout: 20_000 });
    await put(A, 'new');
    await put(A, 'newest');
    gates[0]!();
    await vi.waitFor(() => expect(gates).toHaveLength(2), { timeout: 20_000 });
    gates[1]!();
    await vi.waitFor(() => expect(answers).toEqual([{ value: 'old' }, { value: 'newest' }]), {
      timeout: 20_000
    });
  });

  it('answers a failure with its kind and goes on', async () => {
    const { watch, put } = house();
    const { answers } = watch(async (read) => {
      if ((await textOf(A)(read)) !== 'good')
        throw Object.assign(new Error('no'), { problem: { kind: 'full', detail: 'd' } });
      return 'well';
    });
    await vi.waitFor(() => expect(answers).toEqual([{ trouble: { kind: 'full', detail: 'd' } }]), {
      timeout: 20_000
    });
    await put(A, 'good');
    await vi.waitFor(() => expect(answers.at(-1)).toEqual({ value: 'well' }), { timeout: 20_000 });
  });

  it('is not heard of again once stopped', async () => {
    const { watch, put } = house();
    const first = watch(textOf(A));
    const second = watch(textOf(A));
    await vi.waitFor(() => expect([first.answers.length, second.answers.length]).toEqual([1, 1]), {
      timeout: 20_000
    });
    first.stop();
    await put(A, 'x');
    await vi.waitFor(() => expect(second.answers).toHaveLength(2), { timeout: 20_000 });
    expect(first.answers).toHaveLength(1);
  });

  it('rests after a long asking, but does not keep waiting what was written here just now', async () => {
    vi.useFakeTimers();
    try {
      let tell: (urls: ReadonlySet<string>, isOurs?: boolean) => void = () => undefined;
      const view = { url: A, waiting: [] } as unknown as View;
      const asking: Asking = {
        read: async () => view,
        wanted: () => undefined,
        subscribe: (listener) => ((tell = listener), () => undefined)
      };
      let asked = 0;
      const stop = watchQuestion(
        asking,
        async (read) => {
          asked++;
          await read(A);
          await new Promise((done) => setTimeout(done, 500));
        },
        () => undefined
      );
      await vi.advanceTimersByTimeAsync(500);
      tell(new Set([A]));
      await vi.advanceTimersByTimeAsync(400);
      expect(asked).toBe(1);
      tell(new Set([B]), true);
      await vi.advanceTimersByTimeAsync(1);
      expect(asked).toBe(1);
      tell(new Set([A]), true);
      await vi.advanceTimersByTimeAsync(1);
      expect(asked).toBe(2);
      // Written while it is asked: once more, at once.
      tell(new Set([A]), true);
      await vi.advanceTimersByTimeAsync(501);
      expect(asked).toBe(3);
      stop();
    } finally {
      vi.useRealTimers();
    }
  });
});
