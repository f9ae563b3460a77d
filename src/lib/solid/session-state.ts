import type { Session } from './session.ts';

/** What of a session can be seen and changes together. */
export type SessionView = Pick<Session, 'state' | 'webId' | 'issuer' | 'problem' | 'returnTo'>;

/** The visible part of a session, and who wants to know when it changes. */
export class SessionState {
  #view: SessionView;
  readonly #listeners = new Set<() => void>();

  constructor(view: SessionView) {
    this.#view = view;
  }

  get view(): SessionView {
    return this.#view;
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
