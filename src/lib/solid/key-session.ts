import type { Session } from './session.ts';
import { SessionState } from './session-state.ts';

export interface Key {
  readonly webId: string;
  readonly issuer: string;
  /** A fetch that already acts for that person. */
  readonly fetch: typeof fetch;
}

/** A session for tests and tools, where somebody holds the key already: no page is left and nobody is asked. */
export function keySession(key: Key): Session {
  const { webId, issuer } = key;
  const own = new SessionState({ state: 'out' });
  const enter = async () => own.become({ state: 'in', webId, issuer });
  return {
    get state() {
      return own.view.state;
    },
    get webId() {
      return own.view.webId;
    },
    get issuer() {
      return own.view.issuer;
    },
    fetch: (input, init) => (own.view.state === 'in' ? key.fetch(input, init) : fetch(input, init)),
    start: enter,
    signIn: enter,
    signOut: async () => own.become({ state: 'out' }),
    subscribe: (listener) => own.subscribe(listener)
  };
}
