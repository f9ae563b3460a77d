/** How long after a failure the next try is made, ms, unless the network comes back before. */
const AGAIN = 10_000;

function weather(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, AGAIN);
    addEventListener('online', done);
    function done() {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    }
  });
}

/**
 * Loads a part of the app. One that cannot be had now (no network, and this device has not kept it yet) is tried again
 * when there is a network, or a little later. Rejects only for what is a defect of the part itself.
 */
export async function untilLoaded<T>(load: () => Promise<T>, again = weather): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch (error) {
      // A module that cannot be fetched is a TypeError (HTML, 8.1.6.7.3); so is little else of a module's own.
      if (!(error instanceof TypeError)) throw error;
      await again();
    }
  }
}
