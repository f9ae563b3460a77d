import type { Session } from '#lib/solid/session.ts';
import type { Sender } from '#lib/solid/wire.ts';

/** A session as the wire wants it: while it is being restored, what needs it waits. */
export function sender(session: Session): Sender {
  return {
    get webId() {
      return session.webId;
    },
    fetch: (input, init) => session.fetch(input, init),
    known: () =>
      new Promise((resolve) => {
        const settled = () => session.state !== 'restoring';
        if (settled()) return resolve();
        const stop = session.subscribe(() => {
          if (!settled()) return;
          stop();
          resolve();
        });
      })
  };
}
