import { plan } from '#lib/people/setup/plan.ts';
import { prepare } from '#lib/people/setup/prepare.ts';
import { spaceOf } from '#lib/people/space.ts';
import type { Neighbour } from '../../e2e/bad-input/support/neighbour.ts';
import { demoHouse } from '../../scripts/demo/demo-house.ts';
import type { Bench } from '../doors.ts';

/** Somebody with a prepared space, who acts without a browser and with the app's own verbs. */
export async function moveIn(
  bench: Bench,
  pods: string,
  name: string,
  door: (send: typeof fetch) => typeof fetch = (send) => send
): Promise<Neighbour> {
  const handle = name.split(' ')[0]!.toLowerCase();
  const account = { email: `${handle}@example.org`, password: 'a-password-at-home' };
  const { webId, storage } = await bench.createPerson(pods, { name, handle, ...account });
  const own = door(await bench.signIn(pods, { ...account, webId }));
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
