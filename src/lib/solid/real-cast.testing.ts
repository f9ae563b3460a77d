import { createPerson, signIn } from '../../../pod-server/dist/account.js';
import type { Listener, ListeningCast } from './channels/channels.contract.ts';
import { HttpChannels } from './channels/http-channels.ts';
import { guardedFetch } from './guarded-fetch.ts';
import { HttpPod } from './http-pod.ts';
import type { Cast } from './pod.contract.ts';

// Community Solid Server takes NODE_ENV=test for its own tests and then asks for jest, unless this says otherwise
// (its IdentityUtil.js). Servers in a process of their own inherit it.
process.env['JEST_WORKER_ID'] = '';

/** A space for each of two people on a running server, and the means to end it. */
export async function realCast(server: {
  url: string;
  stop(): Promise<void>;
}): Promise<Cast & ListeningCast> {
  const fetch = guardedFetch({ allowsLocal: () => true });
  const person = async (handle: string): Promise<Listener> => {
    const account = { email: `${handle}@example.org`, password: `${handle}-secret` };
    const { webId, storage } = await createPerson(server.url, { name: handle, handle, ...account });
    const signed = await signIn(server.url, { ...account, webId });
    const sender = { webId, fetch: signed };
    const channels = new HttpChannels({ fetch, sender, allowsLocal: () => true });
    return { webId, storage, pod: new HttpPod({ fetch, sender }), channels };
  };
  const anna = await person('anna');
  const bob = await person('bob');
  return { anna, bob, nobody: new HttpPod({ fetch }), stop: () => server.stop() };
}
