import { afterEach, describe, expect, it } from 'vitest';
import { Graph } from '#lib/rdf/graph.ts';
import { sameGraph } from '#lib/rdf/isomorphic.ts';
import { parseTurtle } from '#lib/rdf/turtle.ts';
import { AS, FOAF, LDP, PIM, SOLID, VCARD } from '#lib/rdf/vocab.ts';
import { PodProblem } from '#lib/solid/problem.ts';
import { accept } from '../friends/accept.ts';
import { checkFriends } from '../friends/check-friends.ts';
import { request } from '../friends/request.ts';
import { testHouse, world as newWorld, type TestHouse } from '../house.testing.ts';
import { processInbox } from '../inbox/process-inbox.ts';
import { needsSetup } from './needs-setup.question.ts';
import { mayPropose, putOff, sawPrepared } from './put-off.ts';
import { plan } from './plan.ts';
import { prepare } from './prepare.ts';

const opened: TestHouse[] = [];
const home = (name = 'anna', world = newWorld()) => {
  const house = testHouse(name, world);
  opened.push(house);
  return house;
};
afterEach(() => opened.splice(0).forEach((house) => house.close()));

const root = 'https://anna.example/';
const me = `${root}profile/card#me`;
const at = new Date('2026-11-21T10:00:00Z');
const graph = (house: TestHouse, path: string) => {
  const turtle = house.world.peek(`${house.me.storage}${path}`);
  return new Graph(parseTurtle(String(turtle ?? ''), `${house.me.storage}${path}`));
};
const run = async (house: TestHouse, name?: string) => {
  const seen: string[] = [];
  await prepare(house, await plan(house, name === undefined ? {} : { name }, at), (id, state) =>
    seen.push(`${id} ${state}`)
  );
  return seen;
};
const missing = async (house: TestHouse) =>
  (await plan(house, {}, at)).filter((step) => step.state === 'missing').map((step) => step.id);
/** A stock server's space: a card that says next to nothing, and no folders. */
const bare = () => {
  const house = home();
  house.world.put(
    `${root}profile/card`,
    `<#me> a <${FOAF.Person}>; <${SOLID.oidcIssuer}> <https://anna.example/>.`
  );
  return house;
};

describe('preparing a bare space', () => {
  it('makes all of it, and then finds nothing more to do', async () => {
    const house = bare();
    expect(await missing(house)).toEqual(['public', 'friends', 'settings', 'contacts', 'index', 'card']);
    const seen = await run(house, 'Anna Weber');
    // Never two at once: a plain file server forgets what the folder around them is (prepare.ts).
    expect(seen).toEqual(
      ['public', 'friends', 'settings', 'contacts', 'index', 'card'].flatMap((id) => [
        `${id} doing`,
        `${id} done`
      ])
    );
    const card = graph(house, 'profile/card');
    for (const [word, value] of [
      [PIM.storage, root],
      [LDP.inbox, `${root}inbox/`],
      [PIM.preferencesFile, `${root}settings/prefs.ttl`],
      [SOLID.publicTypeIndex, `${root}settings/publicTypeIndex.ttl`],
      [SOLID.timeline, `${root}public/timeline/2026/`],
      [AS.streams, `${root}public/timeline/recent.ttl`],
      [SOLID.oidcIssuer, 'https://anna.example/']
    ] as const) {
      expect(card.iris(me, word), word).toEqual([value]);
    }
    expect([card.text(me, VCARD.fn), card.text(me, FOAF.name)]).toEqual(['Anna Weber', 'Anna Weber']);
    expect(graph(house, 'settings/prefs.ttl').iris(me, SOLID.privateTypeIndex)).toEqual([
      `${root}settings/privateTypeIndex.ttl`
    ]);
    expect(await missing(house)).toEqual([]);
    house.sent.length = 0;
    expect(await run(house, 'Somebody else')).toEqual([]);
    expect(house.sent).toEqual([]);
    expect(await needsSetup(house.me)(house.asking.read)).toBe(false);
  });

  it('gives each place to the right people', async () => {
    const house = bare();
    await run(house, 'Anna');
    const may = async (path: string) => {
      const { everyone, signedIn, people } = await house.world.podFor(me).access(root + path);
      return { everyone, signedIn, people: Object.keys(people) };
    };
    const closed = { everyone: [], signedIn: [], people: [] };
    expect(await may('public/timeline/')).toEqual({ ...closed, everyone: ['read'] });
    expect(await may('public/pictures/')).toEqual({ ...closed, everyone: ['read'] });
    expect(await may('inbox/')).toEqual({ ...closed, signedIn: ['append'] });
    expect(await may('settings/publicTypeIndex.ttl')).toEqual({ ...closed, everyone: ['read'] });
    for (const path of [
      'social/friends/',
      'settings/',
      'settings/prefs.ttl',
      'contacts/',
      'contacts/groups.ttl'
    ]) {
      expect(await may(path), path).toEqual(closed);
    }
  });

  it('writes who may read before there is anything to read', async () => {
    const house = bare();
    await run(house, 'Anna');
    for (const folder of ['settings/', 'contacts/']) {
      const first = house.sent.findIndex((one) => one.url.startsWith(root + folder));
      expect(house.sent[first], folder).toMatchObject({ verb: 'setAccess', url: root + folder });
    }
  });
});

describe('what is there stays', () => {
  it('another inbox, other lists, another name', async () => {
    const house = home();
    const card = `@prefix foaf: <${FOAF.name.replace('name', '')}>. <#me> a foaf:Person; foaf:name "A. W."; foaf:knows <https://bob.example/profile/card#me>;
      <${LDP.inbox}> <../mail/>; <${SOLID.publicTypeIndex}> <../types.ttl>; <${PIM.preferencesFile}> <../my/prefs.ttl>; <${PIM.storage}> <../>.`;
    house.world.put(`${root}profile/card`, card);
    house.world.put(`${root}mail/1.ttl`, '<> a <https://x.example/Letter>.');
    house.world.put(`${root}my/prefs.ttl`, `<${me}> <${SOLID.privateTypeIndex}> <../secret/types.ttl>.`);
    house.world.put(
      `${root}types.ttl`,
      `<#book> a <${SOLID.TypeRegistration}>; <${SOLID.forClass}> <${VCARD.AddressBook}>; <${SOLID.instance}> <book/index.ttl#this>.`
    );
    house.world.put(`${root}secret/types.ttl`, '<> a <https://x.example/List>.');
    house.world.put(
      `${root}book/index.ttl`,
      `@prefix vcard: <${VCARD.fn.replace('fn', '')}>. <#this> a vcard:AddressBook; <http://purl.org/dc/elements/1.1/title> "Mine"; vcard:nameEmailIndex <people.ttl>; vcard:groupIndex <groups.ttl>.`
    );
    const before = parseTurtle(card, `${root}profile/card`);
    await run(house, 'Anna Weber');
    const after = graph(house, 'profile/card');
    for (const { subject, predicate, object } of before) {
      expect(after.has(subject.value, predicate.value, object), predicate.value).toBe(true);
    }
    expect(after.iris(me, LDP.inbox)).toEqual([`${root}mail/`]);
    expect(after.objects(me, FOAF.name).map((term) => term.value)).toEqual(['A. W.']);
    expect(after.text(me, VCARD.fn)).toBe('A. W.');
    expect(house.sent.filter((one) => one.url === `${root}mail/`)).toEqual([]);
    expect(house.world.peek(`${root}contacts/index.ttl`)).toBeUndefined();
    expect(graph(house, 'types.ttl').iris(`${root}types.ttl#r-Note`, SOLID.instanceContainer)).toEqual([
      `${root}public/timeline/`
    ]);
    expect(await missing(house)).toEqual([]);
  });

  it('an open settings folder of another app: only our own papers in it are closed', async () => {
    const house = bare();
    house.world.put(`${root}settings/theirs.ttl`, '<> a <https://x.example/Thing>.');
    const open = { owner: [me], everyone: ['read' as const], signedIn: [], people: {} };
    await house.world.podFor(me).setAccess(`${root}settings/`, open);
    await run(house, 'Anna');
    await expect(house.world.podFor().read(`${root}settings/theirs.ttl`)).resolves.toBeDefined();
    for (const ours of ['subscriptions.ttl', 'invites.ttl', 'prefs.ttl', 'privateTypeIndex.ttl']) {
      await expect(house.world.podFor().read(`${root}settings/${ours}`), ours).rejects.toThrow(
        'unauthorised'
      );
    }
  });

  it('an empty folder in which I let myself do less', async () => {
    const house = bare();
    await house.world.podFor(me).setAccess(`${root}contacts/`, {
      owner: ['https://root.example/#me'],
      everyone: [],
      signedIn: [],
      people: { [me]: ['read', 'control'] }
    });
    await expect(run(house, 'Anna')).rejects.toBeInstanceOf(PodProblem);
    expect(house.sent.filter((one) => one.verb === 'setAccess' && one.url === `${root}contacts/`)).toEqual(
      []
    );
  });

  it('a post of another app in public/timeline/, and who may read it', async () => {
    const house = bare();
    house.world.put(`${root}public/timeline/old.ttl`, '<> a <https://x.example/Thing>.');
    await run(house, 'Anna');
    await expect(house.world.podFor().read(`${root}public/timeline/old.ttl`)).rejects.toThrow('unauthorised');
  });
});

describe('when it is cut short', () => {
  it.each(['setAccess', 'create', 'patch'] as const)(
    'by a refused %s: the next try goes on',
    async (verb) => {
      const house = bare();
      let left = 2;
      house.world.sky = (one) =>
        one.verb === verb && left-- > 0 ? (left === 0 ? 'forbidden' : 'fair') : 'fair';
      await expect(run(house, 'Anna')).rejects.toBeInstanceOf(PodProblem);
      expect(await house.sync.outbox()).toEqual([]);
      house.world.sky = () => 'fair';
      await run(house, 'Anna');
      expect(await missing(house)).toEqual([]);
      const fresh = bare();
      await run(fresh, 'Anna');
      for (const path of [
        'profile/card',
        'settings/publicTypeIndex.ttl',
        'contacts/groups.ttl',
        'settings/prefs.ttl'
      ]) {
        expect(sameGraph(graph(house, path).quads, graph(fresh, path).quads), path).toBe(true);
      }
    }
  );

  it('by a server that does not answer: nothing is supposed missing', async () => {
    const house = bare();
    house.world.sky = ({ url }) => (url.endsWith('/settings/') ? 'offline' : 'fair');
    await expect(plan(house)).rejects.toThrow('does not answer');
    house.world.sky = ({ url }) => (url.endsWith('/settings/') ? 'unauthorised' : 'fair');
    await expect(plan(house)).rejects.toThrow('Sign in again');
    expect(house.sent).toEqual([]);
  });
});

describe('needing it', () => {
  it('is not supposed before the profile is known', async () => {
    const house = bare();
    expect(await needsSetup(house.me)(house.asking.read)).toBeUndefined();
    await house.sync.refresh([`${root}profile/card`, `${root}settings/subscriptions.ttl`]);
    expect(await needsSetup(house.me)(house.asking.read)).toBe(true);
  });

  it('is proposed, not within a day of "Not now", and never where the space was seen prepared', async () => {
    const house = bare();
    expect(await mayPropose(house)).toBe(true);
    await putOff(house);
    expect(await mayPropose(house)).toBe(false);
    expect(await mayPropose(house, Date.now() + 25 * 3_600_000)).toBe(true);
    await sawPrepared(house);
    expect(await mayPropose(house, Date.now() + 25 * 3_600_000)).toBe(false);
  });
});

it('friends land in the address book as SolidOS reads it, and leave its group when it ends', async () => {
  const world = newWorld();
  const [anna, bob] = [home('anna', world), home('bob', world)];
  await run(anna, 'Anna');
  await run(bob, 'Bob');
  await request(anna, bob.me.id);
  await anna.allSent();
  await processInbox(bob);
  await accept(bob, anna.me.id);
  await bob.allSent();
  await processInbox(anna);
  await checkFriends(anna);
  await anna.allSent();
  const group = graph(anna, 'contacts/Group/Friends.ttl');
  const groupId = `${root}contacts/Group/Friends.ttl#this`;
  expect(group.iris(groupId, VCARD.hasMember)).toEqual([bob.me.id]);
  const [contact] = graph(anna, 'contacts/people.ttl').subjects(VCARD.inAddressBook);
  expect(contact).toMatch(/^https:\/\/anna\.example\/contacts\/Person\/p-bob-example-\w+\/index\.ttl#this$/);
  expect(group.text(contact!, VCARD.fn)).toBe('Bob');
  const person = graph(anna, contact!.slice(root.length).split('#')[0]!);
  expect(person.quads.map((quad) => quad.object.value)).toContain(bob.me.id);
  const { endFriendship } = await import('../friends/end-friendship.ts');
  await endFriendship(anna, bob.me.id);
  await anna.allSent();
  expect(graph(anna, 'contacts/Group/Friends.ttl').iris(groupId, VCARD.hasMember)).toEqual([]);
  expect(graph(anna, 'contacts/people.ttl').subjects(VCARD.inAddressBook)).toEqual([contact]);
});
