import type { Session, SessionProblem } from './session.ts';

/** What of a session can be seen and changes together. */
export type SessionView = Pick<Session, 'state' | 'webId' | 'issuer' | 'problem' | 'returnTo'>;

/** The visible part of a session, and who wants to know when it changes. Sessions are built on it. */
export class SessionState implements SessionView {
  #view: SessionView;
  readonly #listeners = new Set<() => void>();

  constructor(view: SessionView) {
    this.#view = view;
  }

  get view(): SessionView {
    return this.#view;
  }
  get state(): SessionView['state'] {
    return this.#view.state;
  }
  get webId(): string | undefined {
    return this.#view.webId;
  }
  get issuer(): string | undefined {
    return this.#view.issuer;
  }
  get problem(): SessionProblem | undefined {
    return this.#view.problem;
  }
  get returnTo(): string | undefined {
    return this.#view.returnTo;
  }

  become(view: SessionView): void {
    this.#view = view;
    for (const listener of [...this.#listeners]) listener();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
