/**
 * The versions whose files no page needs any more. A page that has not said yet which version it is might need any of
 * them, so as long as there is one, nothing goes.
 */
export function outlived(now: {
  /** Versions whose files are kept. */
  readonly kept: readonly string[];
  /** The version that answers. */
  readonly current: string;
  /** The version of every page that said so. */
  readonly pages: readonly string[];
  /** How many pages are open. */
  readonly open: number;
  /** A newer version is being kept or waits: its files are not old. */
  readonly newer: boolean;
}): string[] {
  if (now.newer || now.pages.length < now.open) return [];
  return now.kept.filter((version) => version !== now.current && !now.pages.includes(version));
}
