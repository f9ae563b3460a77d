/** A frame that does not come within this (ms) is not waited for: the page was hidden meanwhile. */
const PATIENCE = 200;

/** Resolves when the browser has painted what is there now; soon where nothing is shown. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, PATIENCE);
    // After the frame, not before it: callbacks of a frame run before it is painted (HTML, 8.1.7.3).
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
