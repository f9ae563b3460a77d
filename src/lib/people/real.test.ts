import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Cast } from '#lib/solid/pod.contract.ts';
import { realCast } from '#lib/solid/real-cast.testing.ts';
import { start } from '../../../pod-server/dist/start.js';
import { startStock } from '../../../pod-server/dist/stock.js';
import { editProfile } from './edit-profile.ts';
import { accept } from './friends/accept.ts';
import { checkFriends } from './friends/check-friends.ts';
import { endFriendship } from './friends/end-friendship.ts';
import { friends } from './friends/friends.question.ts';
import { request } from './friends/request.ts';
import { houseOver } from './house.testing.ts';
import { processInbox } from './inbox/process-inbox.ts';
import { createInvite } from './invites/create-invite.ts';
import { profileOf } from './profile.question.ts';
import { needsSetup } from './setup/needs-setup.question.ts';
import { plan } from './setup/plan.ts';
import { prepare } from './setup/prepare.ts';
import { spaceOf } from './space.ts';

type House = ReturnType<typeof houseOver>;

const stock = (config: 'file' | 'file-acp') => async () => {
  const data = await mkdtemp(join(tmpdir(), 'hearth-people-'));
  const server = await startStock({ port: await freePort(), config, data });
  const stop = async () => {
    await server.stop();
    await rm(data, { recursive: true, force: true });
  };
  return { url: server.url, stop };
};

/** A port that was free a moment ago: the stock server has to be told one. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

describe.each([
  ['the bundled server', () => start({ memory: true })],
  ['a stock server with bare cards', stock('file')],
  ['a stock server that speaks ACP', stock('file-acp')]
])('two people on %s', { timeout: 120_000 }, (_, serve) => {
  let cast: Cast;
  let anna: House;
  let bob: House;
  beforeAll(async () => {
    cast = await realCast(await serve());
    anna = houseOver(cast.anna.webId, cast.anna.storage, cast.anna.pod);
    bob = houseOver(cast.bob.webId, cast.bob.storage, cast.bob.pod);
  }, 120_000);
  afterAll(async () => {
    anna?.close();
    bob?.close();
    await cast?.stop();
  });

  const wakes = async (house: House) => {
    await house.allSent();
    await processInbox(house);
    await checkFriends(house, Date.now() + 48 * 3_600_000);
    await house.allSent();
  };
  const stands = async (house: House) =>
    (await friends(house.me)(house.asking.read)).map((friend) => friend.state);
  const reads = (who: Cast['anna']['pod'], url: string) =>
    who.read(url).then(
      () => 'yes',
      (error: Error) => error.message.split(':')[0]
    );

  it('prepare their spaces, once', async () => {
    for (const [house, name] of [
      [anna, 'Anna'],
      [bob, 'Bob']
    ] as const) {
      await prepare(house, await plan(house, { name }), () => undefined);
      expect((await plan(house, { name })).filter((step) => step.state === 'missing')).toEqual([]);
      expect(await needsSetup(house.me)(house.asking.read)).toBe(false);
      const space = spaceOf(house.me);
      expect(await reads(cast.nobody, space.publicTimeline)).toBe('yes');
      for (const closed of [
        space.friendsFolder,
        space.subscriptions,
        space.contacts,
        `${house.me.storage}inbox/`
      ]) {
        expect(await reads(cast.nobody, closed), closed).not.toBe('yes');
      }
    }
  });

  it('change their profile', async () => {
    const picture = new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])], { type: 'image/jpeg' });
    await anna.sync.settled(await editProfile(anna, { name: 'Anna Weber', about: 'Soup.', picture }));
    await anna.sync.refresh([anna.me.id]);
    const person = await profileOf(anna.me.id)(anna.asking.read);
    expect(person).toMatchObject({ name: 'Anna Weber', about: 'Soup.', pictureIsOwn: true });
    expect((await cast.nobody.readBlob(person.picture!)).size).toBe(7);
  });

  it('become friends by invitation, and only they may read what is for friends', async () => {
    const { token } = await createInvite(anna);
    await anna.allSent();
    await request(bob, anna.me.id, { token });
    await wakes(bob);
    await wakes(anna);
    await wakes(bob);
    expect([await stands(anna), await stands(bob)]).toEqual([['friend'], ['friend']]);
    const page = spaceOf(anna.me).friendsRecent;
    await cast.anna.pod.create(page, '<> <http://purl.org/dc/terms/title> "For friends".', 'text/turtle');
    expect(await reads(cast.bob.pod, page)).toBe('yes');
    expect(await reads(cast.nobody, page)).toBe('unauthorised');
  });

  it('end it, and begin again', async () => {
    const page = spaceOf(anna.me).friendsRecent;
    await endFriendship(bob, anna.me.id);
    await wakes(bob);
    await wakes(anna);
    expect([await stands(anna), await stands(bob)]).toEqual([['ended'], ['ended']]);
    expect(await reads(cast.bob.pod, page)).toBe('forbidden');
    await request(anna, bob.me.id);
    await wakes(anna);
    await wakes(bob);
    await accept(bob, anna.me.id);
    await wakes(bob);
    await wakes(anna);
    expect([await stands(anna), await stands(bob)]).toEqual([['friend'], ['friend']]);
    expect(await reads(cast.bob.pod, page)).toBe('yes');
  });
});
