import type { Browser } from '@playwright/test';

/** A running server: where it is, its process (for what its processor did), and the way to end it. */
export interface Running {
  readonly url: string;
  readonly pid?: number | undefined;
  stop(): Promise<void>;
}

/** A fetch that acts for somebody. */
export interface SignedIn {
  (input: string | URL | Request, init?: RequestInit): Promise<Response>;
  headersFor(method: string, url: string): Promise<{ authorization: string; dpop: string }>;
}

/** What the benchmark uses of pod-server/, handed over by scripts/bench/: it is a package of its own. */
export interface PodServerDoors {
  startStock(wish: {
    port: number;
    config: 'file';
    data: string;
  }): Promise<{ url: string; startMs: number; stop(): Promise<void> }>;
  createPerson(
    base: string,
    person: { name: string; handle: string; email: string; password: string }
  ): Promise<{ webId: string; storage: string }>;
  signIn(base: string, who: { email: string; password: string; webId: string }): Promise<SignedIn>;
}

/** What the benchmark uses of scripts/: the built client's server, and a real browser. */
export interface PageDoors {
  serveApp(wish: {
    folder: string;
    port: number;
    pods: string;
  }): Promise<{ url: string; stop(): Promise<void> }>;
  openBrowser(): Promise<Browser>;
}

/** Everything a case gets. */
export interface Bench extends PodServerDoors, PageDoors {
  /** The project's folder. */
  readonly root: string;
  /** A folder that is deleted at the end. */
  readonly scratch: string;
  readonly rounds: number;
  /** One line of progress. */
  readonly say: (line: string) => void;
}
