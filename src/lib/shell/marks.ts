const SHELL = 'hearth-shell ';
const PAGE = 'hearth-page ';

/** The Cache storage of one version's files. */
export const shellName = (version: string): string => SHELL + version;

/** Which version a Cache storage belongs to; undefined: none of ours. */
export const versionOfShell = (name: string): string | undefined =>
  name.startsWith(SHELL) ? name.slice(SHELL.length) : undefined;

/** The lock (Web Locks, shared) that every page holds as long as it lives: it says which version's files it needs. */
export const pageLock = (version: string): string => PAGE + version;

export const versionOfLock = (name: string | undefined): string | undefined =>
  name?.startsWith(PAGE) ? name.slice(PAGE.length) : undefined;

/** What the app's own server tells, kept for when it cannot be asked. The same for all versions. */
export const TOLD = 'hearth-told';

/** What a page says to a worker. `take-over`: to the one that waits. `here`: its lock is held. */
export type Message = 'take-over' | 'here';
