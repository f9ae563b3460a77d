/** Whether this device has a network at all. "Yes" is only a guess; "no" is certain. */
export interface Online {
  readonly now: boolean;
  /** Called when it changed; answers the way to stop. */
  subscribe(listener: () => void): () => void;
}

/** What the browser says (HTML, 9.12.2). Where there is no browser: always. */
export const browserOnline: Online = {
  get now() {
    return globalThis.navigator?.onLine !== false;
  },
  subscribe(listener) {
    if (typeof window === 'undefined') return () => {};
    window.addEventListener('online', listener);
    window.addEventListener('offline', listener);
    return () => {
      window.removeEventListener('online', listener);
      window.removeEventListener('offline', listener);
    };
  }
};
