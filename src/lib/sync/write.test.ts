import { describe, expect, it } from 'vitest';
import { PodProblem } from '#lib/solid/problem.ts';
import {
  annasWorld,
  DAY,
  device,
  P,
  patch,
  readAgain,
  requests,
  says,
  SPACE,
  stands,
  until
} from './house.testing.ts';
import { AFTER_OURS } from './refresher.ts';

const turtle = (value: string) => `<#1> <${P}> "${value}".`;
const create = (body: string) => ({ kind: 'create', body, contentType: 'text/turtle' }) as const;
const replace = (body: string) => ({ kind: 'replace', body, contentType: 'text/turtle' }) as const;

/** Long enough for a reading to begin. */
const turns = async () => {
  for (let n = 0; n < 20; n++) await new Promise((resolve) => setImmediate(resolve));
};

describe('writing', () => {
  it('shows a change at once, sends it, and reads the document again', async () => {
    const world = annasWorld(turtle('a'));
    const { sync, sees, cache, clock, online } = device(world);
    await sync.refresh([DAY]);
    online.set(false);
    const ids = await sync.change([{ document: DAY, intent: patch(['b'], ['a']), label: 'Edit' }]);
    expect(await sees()).toEqual(['b']);
    expect(stands(world)).toEqual(['a']);
    online.set(true);
    await sync.settled(ids);
    expect(stands(world)).toEqual(['b']);
    expect(await sees()).toEqual(['b']);
    await readAgain({ cache, clock });
    expect((await cache.document(DAY))?.etag).toBe(world.etag(DAY));
    expect(await sync.outbox()).toEqual([]);
  });

  it('reads it once, when somebody asks for it before the moment is over', async () => {
    const world = annasWorld(turtle('a'));
    const { sync, clock, cache } = device(world);
    await sync.refresh([DAY]);
    const before = requests(world, 'read').length;
    await sync.settled(await sync.change([{ document: DAY, intent: patch(['b'], ['a']), label: 'Edit' }]));
    await turns();
    await sync.refresh([DAY]);
    expect((await cache.document(DAY))?.state).toBe('fresh');
    clock.advance(AFTER_OURS);
    await turns();
    expect(requests(world, 'read').length).toBe(before + 1);
  });

  it('never shows a moment without what was written', async () => {
    const world = annasWorld();
    const { sync, sees, cache, clock } = device(world);
    const shown: string[][] = [];
    cache.subscribe(() => void sees().then((values) => shown.push(values)));
    const ids = await sync.change([{ document: DAY, intent: patch(['b']), label: 'Post' }]);
    await sync.settled(ids);
    await readAgain({ cache, clock });
    expect(shown.length).toBeGreaterThan(2);
    expect(shown.every((values) => values[0] === 'b')).toBe(true);
  });

  it('adds to a document in one request what was written at once, and reads it once after that', async () => {
    const world = annasWorld();
    const { sync, cache, clock } = device(world);
    const ids = await sync.change(
      ['a', 'b', 'c'].map((value) => ({ document: DAY, intent: patch([value]), label: value }))
    );
    await sync.settled(ids);
    await readAgain({ cache, clock });
    expect([requests(world, 'patch').length, requests(world, 'read').length]).toEqual([1, 1]);
  });

  it('lets others read first what it has just written, and reads it at once when somebody looks', async () => {
    const world = annasWorld();
    const { sync, cache, clock } = device(world);
    const write = async (value: string) =>
      sync.settled(await sync.change([{ document: DAY, intent: patch([value]), label: value }]));
    await write('a');
    clock.advance(AFTER_OURS - 1);
    await turns();
    expect(requests(world, 'read')).toHaveLength(0);
    clock.advance(1);
    await until(async () => (await cache.document(DAY))?.state === 'fresh');
    await write('b');
    await sync.refresh([DAY]);
    expect(await cache.document(DAY)).toMatchObject({ state: 'fresh', etag: world.etag(DAY) });
    clock.advance(AFTER_OURS);
    await turns();
    expect(requests(world, 'read')).toHaveLength(2);
  });

  it('creates, and takes what is there already for its own', async () => {
    const world = annasWorld();
    const { sync, sees } = device(world);
    await sync.settled(await sync.change([{ document: DAY, intent: create(turtle('a')), label: 'x' }]));
    expect(stands(world)).toEqual(['a']);
    await sync.settled(await sync.change([{ document: DAY, intent: create(turtle('b')), label: 'x' }]));
    expect(stands(world)).toEqual(['a']);
    expect(await sees()).toEqual(['a']);
  });

  it('puts pictures, sends messages, sets access, removes', async () => {
    const world = annasWorld();
    const { sync, sees } = device(world);
    const picture = new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])], {
      type: 'image/png'
    });
    const access = {
      owner: [`${SPACE}profile/card#me`],
      everyone: ['read'],
      signedIn: [],
      people: {}
    } as const;
    await sync.settled(
      await sync.change([
        { document: `${SPACE}open/`, intent: { kind: 'access', access }, label: 'a' },
        {
          document: `${SPACE}open/p.png`,
          intent: { kind: 'create', body: picture, contentType: 'image/png' },
          after: [0],
          label: 'b'
        },
        {
          document: `${SPACE}inbox/`,
          intent: { kind: 'send', turtle: '<> <p:p> "hello".' },
          after: [1],
          label: 'c'
        },
        { document: DAY, intent: create(turtle('a')), label: 'd' }
      ])
    );
    const guest = world.podFor();
    expect((await guest.readBlob(`${SPACE}open/p.png`)).size).toBe(8);
    expect(await sync.list(`${SPACE}inbox/`)).toHaveLength(1);
    expect((await sync.access(`${SPACE}open/`)).everyone).toEqual(['read']);
    await sync.settled(await sync.change([{ document: DAY, intent: { kind: 'remove' }, label: 'e' }]));
    expect([world.peek(DAY), await sees()]).toEqual([undefined, []]);
  });

  it('patches a document that is not there, deletes and all', async () => {
    const world = annasWorld();
    const { sync } = device(world);
    await sync.settled(await sync.change([{ document: DAY, intent: patch(['new'], ['old']), label: 'x' }]));
    expect(stands(world)).toEqual(['new']);
  });

  it('has nothing to do for a change that changes nothing', async () => {
    const world = annasWorld();
    const { sync } = device(world);
    await sync.settled(await sync.change([{ document: DAY, intent: patch([]), label: 'x' }]));
    expect(requests(world, 'patch')).toEqual([]);
  });

  it('does what is left of a change when somebody else was first', async () => {
    const world = annasWorld(`<#1> <${P}> "a", "b".`);
    const { sync, sees } = device(world);
    await sync.refresh([DAY]);
    world.put(DAY, `<#1> <${P}> "a", "theirs".`);
    await sync.settled(
      await sync.change([{ document: DAY, intent: patch(['mine'], ['a', 'b']), label: 'x' }])
    );
    expect(stands(world)).toEqual(['mine', 'theirs']);
    expect(await sees()).toEqual(['mine', 'theirs']);
  });

  it('replaces what it knows', async () => {
    const world = annasWorld(turtle('a'));
    const { sync } = device(world);
    await sync.refresh([DAY]);
    for (const value of ['b', 'c', 'd']) {
      await sync.settled(
        await sync.change([{ document: DAY, intent: replace(turtle(value)), label: value }])
      );
    }
    expect(stands(world)).toEqual(['d']);
  });

  it('replaces several times in a row without a network in between', async () => {
    const world = annasWorld(turtle('a'));
    const { sync, online } = device(world);
    await sync.refresh([DAY]);
    online.set(false);
    const ids = await sync.change(
      ['b', 'c'].map((value) => ({ document: DAY, intent: replace(turtle(value)), label: value }))
    );
    online.set(true);
    await sync.settled(ids);
    expect(stands(world)).toEqual(['c']);
  });

  it.each(['read before', 'written before', 'missing before'])(
    'never replaces what it has not seen (%s): it stops',
    async (how) => {
      const world = annasWorld(how === 'missing before' ? undefined : turtle('a'));
      const { sync, cache, online } = device(world);
      await sync.refresh([DAY]);
      if (how === 'written before') {
        online.set(false);
        world.sky = (request) => (request.verb === 'read' ? 'offline' : 'fair');
        const ids = await sync.change([{ document: DAY, intent: replace(turtle('b')), label: 'x' }]);
        online.set(true);
        await sync.settled(ids);
        world.sky = () => 'fair';
        expect((await cache.document(DAY))?.etag).toBeUndefined();
      }
      world.put(DAY, turtle('theirs'));
      const [id] = await sync.change([{ document: DAY, intent: replace(turtle('c')), label: 'x' }]);
      await expect(sync.settled([id!])).rejects.toMatchObject({ problem: { kind: 'conflict' } });
      expect(stands(world)).toEqual(['theirs']);
      // The person says: mine, all the same.
      await until(async () => (await cache.document(DAY))?.etag === world.etag(DAY));
      await sync.retry(id!);
      await sync.settled([id!]);
      expect(stands(world)).toEqual(['c']);
    }
  );
});

describe('a lost answer', () => {
  it.each([
    ['patch', patch(['b'], ['a']), ['b']],
    ['create', create(turtle('b')), ['b']],
    ['replace', replace(turtle('b')), ['b']],
    ['remove', { kind: 'remove' } as const, []]
  ] as const)('to %s does no harm', async (verb, intent, left) => {
    const world = annasWorld(verb === 'create' ? undefined : turtle('a'));
    const { sync, clock, sees } = device(world);
    await sync.refresh([DAY]);
    world.sky = (request) => (request.verb === verb && requests(world, verb).length === 1 ? 'lost' : 'fair');
    const ids = await sync.change([{ document: DAY, intent, label: 'x' }]);
    await until(async () => (await sync.outbox())[0]?.tries === 1);
    expect((await sync.outbox())[0]?.trouble?.kind).toBe('offline');
    clock.advance(1_000);
    await sync.settled(ids);
    expect(stands(world)).toEqual(left);
    expect(await sees()).toEqual(left);
    expect(requests(world, verb).length).toBeGreaterThan(1);
  });

  it('to create, and none to the reading after it, leaves known what we wrote: it can be replaced', async () => {
    const world = annasWorld();
    const { sync, clock, sees } = device(world);
    let isBad = true;
    world.sky = ({ verb }) => {
      if (!isBad) return 'fair';
      if (verb === 'create' && requests(world, 'create').length === 1) return 'lost';
      return verb === 'read' ? 'broken' : 'fair';
    };
    const [created] = await sync.change([{ document: DAY, intent: create(turtle('a')), label: 'x' }]);
    await until(async () => (await sync.outbox())[0]?.tries === 1);
    clock.advance(1_000);
    await sync.settled([created!]);
    expect(await sees()).toEqual(['a']);
    await until(() => !sync.status.reading);
    isBad = false;
    await sync.settled(await sync.change([{ document: DAY, intent: replace(turtle('b')), label: 'x' }]));
    expect(stands(world)).toEqual(['b']);
    expect(await sees()).toEqual(['b']);
  });
});

it('a document that was asked for without a network, and never read, is replaced', async () => {
  const world = annasWorld(turtle('a'));
  const { sync, online } = device(world);
  online.set(false);
  await sync.refresh([DAY]);
  const ids = await sync.change([{ document: DAY, intent: replace(turtle('b')), label: 'x' }]);
  // The write goes before the reading that waited, too.
  world.sky = ({ verb }) => (verb === 'read' ? 'broken' : 'fair');
  online.set(true);
  await sync.settled(ids);
  expect(stands(world)).toEqual(['b']);
});

describe('statements to delete', () => {
  it('that are inserted again in the same change stay', async () => {
    const world = annasWorld(turtle('a'));
    const { sync } = device(world);
    const intent = {
      kind: 'patch',
      insert: [says('a'), says('c')],
      delete: [says('a'), says('gone')]
    } as const;
    await sync.settled(await sync.change([{ document: DAY, intent, label: 'x' }]));
    expect(stands(world)).toEqual(['a', 'c']);
  });
});

it('a problem says its kind', () => {
  expect(new PodProblem({ kind: 'full', url: DAY, detail: 'no room' }).problem.kind).toBe('full');
});
