/** Whether somebody looks at this page. */
export interface Looking {
  readonly now: boolean;
  /** Called when it changed; answers the way to stop. */
  subscribe(listener: () => void): () => void;
}

/** What the browser says (HTML, 6.2 page visibility). Where there is no page: always. */
export const browserLooking: Looking = {
  get now() {
    return globalThis.document?.hidden !== true;
  },
  subscribe(listener) {
    if (typeof document === 'undefined') return () => {};
    document.addEventListener('visibilitychange', listener);
    return () => document.removeEventListener('visibilitychange', listener);
  }
};
