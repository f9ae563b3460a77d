/** A running server: where it is, its process (for what its processor did), and the way to end it. */
export interface Running {
  readonly url: string;
  readonly pid?: number | undefined;
  stop(): Promise<void>;
}

export interface SignedIn {
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

/** Everything a case gets. */
export interface Bench extends PodServerDoors {
  /** The project's folder. */
  readonly root: string;
  /** A folder that is deleted at the end. */
  readonly scratch: string;
  readonly rounds: number;
  /** One line of progress. */
  readonly say: (line: string) => void;
}
