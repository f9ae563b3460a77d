/** Until the browser has nothing to paint, or two seconds have passed. */
export const idle = (): Promise<void> =>
  new Promise((resolve) => {
    // Safari has none, and tests do not paint.
    if (typeof requestIdleCallback === 'undefined') setTimeout(resolve);
    else requestIdleCallback(() => resolve(), { timeout: 2_000 });
  });
