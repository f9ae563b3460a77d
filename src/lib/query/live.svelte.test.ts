// @vitest-environment client
import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { documentAt } from '#lib/cache/cache.contract.ts';
import { memoryCache } from '#lib/cache/memory-cache.ts';
import { viewer } from '#lib/cache/read-view.ts';
import { live } from './live.svelte.ts';

const A = 'https://anna.example/a';

function house() {
  const cache = memoryCache();
  let hearing = 0;
  const asking = {
    read: viewer(cache),
    subscribe(listener: (urls: ReadonlySet<string>) => void) {
      hearing++;
      const stop = cache.subscribe(listener);
      return () => (hearing--, stop());
    },
    wanted: () => {}
  };
  const put = (value: string) => cache.commit({ put: [documentAt(A, `<#1> <p> "${value}".`)] });
  return { asking, put, hearing: () => hearing };
}

describe('Live', () => {
  it('shows the first value, then the answer, then each change, and rests when nobody looks', async () => {
    const { asking, put, hearing } = house();
    const answer = live(
      asking,
      async (read) => (await read(A)).graph.text(`${A}#1`, 'https://anna.example/p') ?? 'none',
      {
        initial: 'remembered'
      }
    );
    expect(hearing()).toBe(0);
    const seen: [string | undefined, boolean][] = [];
    const stop = $effect.root(() => {
      $effect(() => {
        seen.push([answer.current, answer.asked]);
      });
    });
    flushSync();
    expect(seen).toEqual([['remembered', false]]);
    await vi.waitFor(() => expect(seen.at(-1)).toEqual(['none', true]), { timeout: 20_000 });
    await put('x');
    await vi.waitFor(() => expect(seen.at(-1)).toEqual(['x', true]), { timeout: 20_000 });
    expect(hearing()).toBe(1);
    stop();
    await vi.waitFor(() => expect(hearing()).toBe(0), { timeout: 20_000 });
    await put('unseen');
    expect(answer.current).toBe('x');
    const again: (string | undefined)[] = [];
    const stopAgain = $effect.root(() => {
      $effect(() => {
        again.push(answer.current);
      });
    });
    await vi.waitFor(() => expect(again.at(-1)).toBe('unseen'), { timeout: 20_000 });
    stopAgain();
  });

  it('keeps the last answer beside a problem', async () => {
    const { asking, put } = house();
    let fails = false;
    const answer = live(asking, async (read) => {
      await read(A);
      if (fails) throw new Error('no');
      return 'good';
    });
    const seen: unknown[] = [];
    const stop = $effect.root(() => {
      $effect(() => {
        seen.push([answer.current, answer.problem?.detail]);
      });
    });
    await vi.waitFor(() => expect(seen.at(-1)).toEqual(['good', undefined]), { timeout: 20_000 });
    fails = true;
    await put('x');
    await vi.waitFor(() => expect(seen.at(-1)).toEqual(['good', 'no']), { timeout: 20_000 });
    stop();
  });
});
