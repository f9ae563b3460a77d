/**
 * Something small kept beside the page's entry in the browser's history, so that going back and a reload find it
 * again. Taken down when the entry is left. Where a browser cannot tell its entries apart nothing is kept.
 */
export function keptWithEntry<T>(name: string, take: () => T | undefined): { value?: T; stop: () => void } {
  const history = (window as { navigation?: Navigation }).navigation;
  let entry = history?.currentEntry?.key;
  if (!history || entry === undefined) return { stop: () => undefined };

  const begun = forgotten;
  const keep = () => {
    const value = take();
    if (value === undefined || begun !== forgotten) return;
    try {
      sessionStorage.setItem(address(entry!, name), JSON.stringify(value));
    } catch {
      // No room, or storage is switched off: the page then opens at its top.
      sessionStorage.removeItem(address(entry!, name));
    }
  };
  const moved = () => {
    const next = history.currentEntry?.key;
    if (next === undefined || next === entry) return;
    // Told before the page changes, and about the entry that is left.
    keep();
    entry = next;
  };
  history.addEventListener('currententrychange', moved);
  addEventListener('pagehide', keep);
  const kept = sessionStorage.getItem(address(entry, name));
  return {
    ...(kept === null ? {} : { value: JSON.parse(kept) as T }),
    stop() {
      history.removeEventListener('currententrychange', moved);
      removeEventListener('pagehide', keep);
    }
  };
}

/** Forgets what this tab kept for all its pages; lists that still stand keep nothing any more. */
export function forgetPlaces(): void {
  forgotten++;
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(ALL)) sessionStorage.removeItem(key);
}

const ALL = 'hearth:place:';
/** How often all was forgotten. */
let forgotten = 0;
const address = (entry: string, name: string) => `${ALL}${entry}:${name}`;
