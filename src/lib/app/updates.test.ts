// @vitest-environment client
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Updates } from './updates.svelte.ts';

vi.mock('$app/environment', () => ({ dev: false, version: '1' }));

/** A page with a worker that answers, and one that waits. */
function page() {
  const worker = () => ({ postMessage: vi.fn() });
  const registration = Object.assign(new EventTarget(), { active: worker(), waiting: worker() });
  const workers = Object.assign(new EventTarget(), {
    controller: registration.active,
    register: async () => registration
  });
  const reload = vi.fn();
  vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }));
  vi.stubGlobal('location', { reload });
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('navigator', {
    serviceWorker: workers,
    locks: { request: async (_name: string, _how: unknown, held: () => Promise<void>) => held() }
  });
  const underWay = { save: vi.fn(async () => undefined), goOn: vi.fn() };
  const takeOver = () => workers.dispatchEvent(new Event('controllerchange'));
  return { updates: new Updates(underWay), underWay, registration, reload, takeOver };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('loads the page anew when the new worker has taken over', async () => {
  const { updates, underWay, registration, reload, takeOver } = page();
  await updates.start();
  expect(updates.ready).toBe(true);
  const using = updates.use();
  await vi.advanceTimersByTimeAsync(0);
  expect(registration.waiting.postMessage).toHaveBeenCalledExactlyOnceWith('take-over');
  expect(reload).not.toHaveBeenCalled();
  takeOver();
  await using;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(reload).toHaveBeenCalledOnce();
  expect(underWay.goOn).not.toHaveBeenCalled();
  expect(updates.failed).toBe(false);
});

it('goes on, and says so, when no worker takes over', async () => {
  const { updates, underWay, reload } = page();
  await updates.start();
  const using = updates.use();
  expect([updates.busy, updates.failed]).toEqual([true, false]);
  await vi.advanceTimersByTimeAsync(5_000);
  await using;
  expect([updates.busy, updates.failed]).toEqual([false, true]);
  expect(underWay.goOn).toHaveBeenCalledOnce();
  expect(reload).not.toHaveBeenCalled();
});

it('one that takes over late is offered again, and another try works', async () => {
  const { updates, registration, reload, takeOver } = page();
  await updates.start();
  const using = updates.use();
  await vi.advanceTimersByTimeAsync(5_000);
  await using;
  takeOver();
  expect(reload).not.toHaveBeenCalled();
  expect(updates.ready).toBe(true);
  // It answers now: nothing waits any more.
  Object.assign(registration, { waiting: null });
  await updates.use();
  expect(reload).toHaveBeenCalledOnce();
  expect(updates.failed).toBe(false);
});

it('goes on when what is typed cannot be kept', async () => {
  const { updates, underWay, reload } = page();
  await updates.start();
  underWay.save.mockRejectedValueOnce(new Error('no room'));
  await expect(updates.use()).rejects.toThrow('no room');
  expect(underWay.goOn).toHaveBeenCalledOnce();
  expect(updates.failed).toBe(true);
  expect(reload).not.toHaveBeenCalled();
});
