import { plan } from '#lib/people/setup/plan.ts';
import { prepare } from '#lib/people/setup/prepare.ts';
import { spaceOf, type Space } from '#lib/people/space.ts';
import { demoHouse, type DemoHouse } from './demo-house.ts';

/** Somebody with a prepared space, who acts without a browser and with the app's own verbs. */
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

/** An account to be made: what the sign-up form asks for. */
export interface Newcomer {
  readonly name: string;
  readonly handle: string;
  readonly email: string;
  readonly password: string;
}

/** What is used of pod-server/, handed over: it is a package of its own. */
export interface Accounts {
  createPerson(base: string, person: Newcomer): Promise<{ webId: string; storage: string }>;
  signIn(base: string, who: { email: string; password: string; webId: string }): Promise<typeof fetch>;
}

/**
 * @param who a name, whose first word is the handle, or all that the form asks for
 * @param door what their requests pass through, for whoever counts them or wants them to fail.
 */
export async function moveIn(
  accounts: Accounts,
  pods: string,
  who: string | Newcomer,
  door: (send: typeof fetch) => typeof fetch = (send) => send
): Promise<Neighbour> {
  const { name, handle, ...account } = typeof who === 'string' ? newcomer(who) : who;
  const { webId, storage } = await accounts.createPerson(pods, { name, handle, ...account });
  const own = door(await accounts.signIn(pods, { ...account, webId }));
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

function newcomer(name: string): Newcomer {
  const handle = name.split(' ')[0]!.toLowerCase();
  return { name, handle, email: `${handle}@example.org`, password: 'a-password-at-home' };
}
