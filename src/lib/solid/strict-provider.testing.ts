import { afterEach, beforeEach, vi } from 'vitest';
import { FakeProvider } from './fake-provider.testing.ts';

/** A new provider for every test: strict, but no real one. With a real one in a real browser: e2e/session/. */
export function strictProvider(): () => FakeProvider {
  let provider: FakeProvider;
  beforeEach(() => {
    provider = new FakeProvider();
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
  return () => provider;
}
