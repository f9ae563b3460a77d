import { createPerson, signIn } from '../../../pod-server/dist/account.js';
import type { Listener, ListeningCast } from './channels/channels.contract.ts';
import { HttpChannels } from './channels/http-channels.ts';
import { guardedFetch } from './guarded-fetch.ts';
import { HttpPod } from './http-pod.ts';
import type { Cast } from './pod.contract.ts';

// Community Solid Server takes NODE_ENV=test for its own tests and then asks for jest, unless this says otherwise
// (its IdentityUtil.js). Servers in a process of their own inherit it.
process.env['JEST_WORKER_ID'] = '';

const fetch = guardedFetch({ allowsLocal: () => true });

export interface RealPerson extends Listener {
  /** Asks in their name, with nothing of ours between. */
  readonly ask: typeof globalThis.fetch;
}

/** Somebody with a space on a running server, signed in. */
export async function realPerson(server: { url: string }, handle: string): Promise<RealPerson> {
  const account = { email: `${handle}@example.org`, password: `${handle}-secret` };
  const { webId, storage } = await createPerson(server.url, { name: handle, handle, ...account });
  const ask = await signIn(server.url, { ...account, webId });
  const sender = { webId, fetch: ask };
  const channels = new HttpChannels({ fetch, sender, allowsLocal: () => true });
  return { webId, storage, pod: new HttpPod({ fetch, sender }), channels, ask };
}

/** A space for each of two people on a running server, and the means to end it. */
export async function realCast(server: {
  url: string;
  stop(): Promise<void>;
}): Promise<Cast & ListeningCast & { readonly anna: RealPerson; readonly bob: RealPerson }> {
  const anna = await realPerson(server, 'anna');
  const bob = await realPerson(server, 'bob');
  return { anna, bob, nobody: new HttpPod({ fetch }), stop: () => server.stop() };
}
