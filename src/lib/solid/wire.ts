import type { GuardedFetch } from './guarded-fetch.ts';
import type { As } from './pod.ts';
import { statusProblem } from './status.ts';

/** Who sends, as far as the wire needs to know. `Session` fits; read anew for each request. */
export interface Sender {
  readonly webId?: string | undefined;
  readonly fetch: typeof fetch;
  /**
   * Resolves once it is settled who asks. While a sign-in is being restored, what needs it waits instead of being
   * refused. Without it that is settled already.
   */
  readonly known?: () => Promise<void>;
}

export interface Sending {
  readonly as?: As;
  readonly headers?: Record<string, string>;
  readonly body?: string | Blob;
  readonly limit?: number;
  readonly total?: number;
  /** Statuses beside 2xx that are an answer, not a problem. */
  readonly allow?: readonly number[];
}

/** An answer, and whether it took somebody's token to get it. */
export interface Received {
  readonly response: Response;
  readonly signedIn: boolean;
}

/** HTTP with the right identity and typed problems: what the verbs of a pod have in common. */
export class Wire {
  readonly #fetch: GuardedFetch;
  readonly #sender: Sender | undefined;

  constructor(fetch: GuardedFetch, sender?: Sender) {
    this.#fetch = fetch;
    this.#sender = sender;
  }

  get #signedIn(): boolean {
    return this.#sender?.webId !== undefined;
  }

  /** A request as oneself, when signed in; anonymous otherwise, or when `as` says so. */
  async send(method: string, url: string, sending: Sending = {}): Promise<Received> {
    const { as = 'me', allow = [], ...init } = sending;
    if (as === 'me') await this.#sender?.known?.();
    const sender = as === 'me' && this.#signedIn ? this.#sender : undefined;
    // Bound late: a session's fetch is another one after every sign-in.
    const via: typeof fetch | undefined = sender && ((input, more) => sender.fetch(input, more));
    const response = await this.#fetch(url, { method, ...init, ...(via ? { via } : {}) });
    if (!response.ok && !allow.includes(response.status)) throw statusProblem(url, response.status);
    return { response, signedIn: via !== undefined };
  }

  /**
   * A reading: as anyone first, because a token costs a preflight and twice the server's work; as oneself when that
   * is refused. With `as`, exactly so.
   */
  async read(method: 'GET' | 'HEAD', url: string, sending: Sending = {}): Promise<Received> {
    if (sending.as || !this.#sender) return this.send(method, url, sending);
    const allow = [...(sending.allow ?? []), 401, 403];
    const open = await this.send(method, url, { ...sending, as: 'anyone', allow });
    const { status } = open.response;
    if (status !== 401 && status !== 403) return open;
    await this.#sender.known?.();
    if (this.#signedIn) return this.send(method, open.response.url, { ...sending, as: 'me' });
    if (!sending.allow?.includes(status)) throw statusProblem(url, status);
    return open;
  }
}
