import { accept } from '#lib/people/friends/accept.ts';
import { checkFriends } from '#lib/people/friends/check-friends.ts';
import { request } from '#lib/people/friends/request.ts';
import { processInbox } from '#lib/people/inbox/process-inbox.ts';
import { plan } from '#lib/people/setup/plan.ts';
import { prepare } from '#lib/people/setup/prepare.ts';
import { spaceOf, type Space } from '#lib/people/space.ts';
import { createPerson, signIn } from '../../../pod-server/dist/account.js';
import { demoHouse, type DemoHouse } from '../../../scripts/demo/demo-house.ts';

/** Somebody on the same server, acting without a browser and with the app's own verbs. */
export interface Neighbour {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly webId: string;
  readonly space: Space;
  readonly house: DemoHouse;
  /** Their own fetch, with their own token: what they may do by themselves, without this app. */
  readonly fetch: typeof fetch;
  /** Replaces one of their documents, as other apps (or they, meaning harm) might. */
  put(address: string, body: string, type?: string): Promise<void>;
}

export async function moveIn(pods: string, name: string): Promise<Neighbour> {
  const handle = name.split(' ')[0]!.toLowerCase();
  const account = { email: `${handle}@example.org`, password: 'a-password-at-home' };
  const { webId, storage } = await createPerson(pods, { name, handle, ...account });
  const own = await signIn(pods, { ...account, webId });
  const me = { id: webId, storage, issuer: pods };
  const house = demoHouse(pods, me, own);
  await prepare(house, await plan(house, { name }), () => undefined);
  await house.allSent();
  return {
    name,
    ...account,
    webId,
    space: spaceOf(me),
    house,
    fetch: own,
    async put(address, body, type = 'text/turtle') {
      const answer = await own(address, { method: 'PUT', headers: { 'content-type': type }, body });
      if (!answer.ok) throw new Error(`PUT ${address}: ${answer.status} ${await answer.text()}`);
    }
  };
}

/** Friends by asking and saying yes, as in the app. */
export async function befriend(asks: Neighbour, asked: Neighbour): Promise<void> {
  await request(asks.house, asked.webId);
  await asks.house.allSent();
  await processInbox(asked.house);
  await accept(asked.house, asks.webId);
  await asked.house.allSent();
  await processInbox(asks.house);
  await checkFriends(asks.house);
  await asks.house.allSent();
}
