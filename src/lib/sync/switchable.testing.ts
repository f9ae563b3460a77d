import type { Online } from './online.ts';

/** A network switch for tests. */
export function switchable(): Online & { set(now: boolean): void } {
  const listeners = new Set<() => void>();
  let up = true;
  return {
    get now() {
      return up;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(now) {
      if (now === up) return;
      up = now;
      for (const listener of listeners) listener();
    }
  };
}
