import { describe, expect, it } from 'vitest';
import type { OutboxEntry } from '#lib/cache/cache.ts';
import { pillOf, type Facts } from './pill.ts';
import { thingsOf } from './things.ts';

const MINE = 'https://me.example/';
const ANNAS = 'https://anna.example/inbox/';
// Two ULIDs of one moment, by their last letters.
const id = (last: string) => `01JD000000000000000000000${last}`;
const entry = (last: string, more: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id: id(last),
  document: `${MINE}d.ttl`,
  intent: { kind: 'patch', insert: [], delete: [] },
  after: [],
  tries: 0,
  nextAt: 0,
  label: 'Post to friends',
  ...more
});
const facts = (more: Partial<Facts> & { outbox?: OutboxEntry[] } = {}): Facts => ({
  online: true,
  session: 'in',
  looking: false,
  silentFriends: [],
  nameOf: (document) => (document === ANNAS ? 'Anna' : undefined),
  things: thingsOf(more.outbox ?? [], more.online ?? true),
  ...more
});
const said = (more: Parameters<typeof facts>[0]) => pillOf(facts(more)).text;
/** One post: its day's document and the rolling page. */
const post = (a: string, b: string) => [
  entry(a, { group: id(a) }),
  entry(b, { group: id(a), document: `${MINE}recent.ttl`, after: [id(a)] })
];
const problem = { kind: 'forbidden', detail: '403', status: 403 };
const slow = { kind: 'offline', detail: '' };

describe('the sentence about it all', () => {
  it.each<[string, Parameters<typeof facts>[0]]>([
    ['Up to date', {}],
    ['Looking for news', { looking: true }],
    ['Looking for news', { session: 'restoring' }],
    ['Saving 1', { outbox: post('1', '2') }],
    ['Saving 2', { outbox: [...post('1', '2'), ...post('3', '4')] }],
    ['Saving 1', { outbox: post('1', '2'), session: 'restoring' }],
    ['Offline', { online: false }],
    ['Offline, 2 waiting', { online: false, outbox: [...post('1', '2'), ...post('3', '4')] }],
    ['Offline, 1 waiting', { online: false, outbox: post('1', '2'), session: 'restoring', fault: 'silent' }],
    ['Signed out', { session: 'out', problem: 'expired' }],
    ['Signed out, 1 waiting', { session: 'out', outbox: post('1', '2') }],
    ['Not signed in yet, 1 waiting', { session: 'out', problem: 'provider-down', outbox: post('1', '2') }],
    ['Not signed in yet', { session: 'out', problem: 'clock' }],
    ['Signed out', { session: 'out', problem: 'revoked' }],
    ['Your space is not answering', { fault: 'silent' }],
    ['Your space is not answering, 1 waiting', { outbox: [entry('1', { trouble: slow })] }],
    [
      'Anna’s space is not answering, 1 waiting',
      { outbox: [entry('1', { document: ANNAS, trouble: slow })] }
    ],
    ['Your space does not let you read', { fault: 'closed', silentFriends: ['Anna', 'Bob', 'Cem'] }],
    ['Your space does not let you read, 1 waiting', { fault: 'closed', outbox: post('1', '2') }],
    ['What your space sends cannot be read', { fault: 'garbled', looking: true }],
    ['Up to date except Anna', { silentFriends: ['Anna'] }],
    ['Up to date except 3 friends', { silentFriends: ['Anna', 'Bob', 'Cem'] }],
    ['1 not sent, needs you', { outbox: [entry('1', { problem })] }],
    ['2 not sent, need you', { outbox: [entry('1', { problem }), entry('2', { problem })], online: false }],
    // A token that is asked for again is no fault of the space.
    ['Saving 1', { outbox: [entry('1', { trouble: { kind: 'unauthorised', detail: '' } })] }]
  ])('%s', (text, given) => expect(said(given)).toBe(text));

  it('never says "up to date" while anything is wrong, waits or is not known', () => {
    const wrong: Partial<Facts> = { looking: false };
    for (const session of ['in', 'out', 'restoring'] as const)
      for (const online of [true, false])
        for (const looking of [true, false])
          for (const fault of [undefined, 'silent', 'closed', 'garbled'] as const)
            for (const outbox of [[], post('1', '2')]) {
              const fine = session === 'in' && online && !looking && !fault && outbox.length === 0;
              const text = said({ ...wrong, session, online, looking, fault, outbox });
              expect(text.startsWith('Up to date')).toBe(fine);
            }
  });
});

describe('what waits', () => {
  const why = (outbox: OutboxEntry[], online = true) => thingsOf(outbox, online).map((thing) => thing.why);

  it('is what a person did, not documents', () => {
    const things = thingsOf([...post('1', '2'), entry('3')], true);
    expect(things.map(({ entries }) => entries.length)).toEqual([2, 1]);
  });
  it('is called what most of it is called', () => {
    const rule = entry('0', { group: id('0'), label: 'A place for posts', document: MINE });
    const two = post('1', '2').map((one) => ({ ...one, group: id('0') }));
    expect(thingsOf([rule, ...two], true)[0]?.label).toBe('Post to friends');
  });
  it('says what is in the way: itself, what it waits for, the network, a space', () => {
    expect(why(post('1', '2'), false)).toEqual([{ kind: 'offline' }]);
    expect(why(post('1', '2'))).toEqual([{ kind: 'sending' }]);
    expect(why([entry('1', { problem })])).toMatchObject([
      { kind: 'refused', problem: 'forbidden', entry: id('1') }
    ]);
    expect(why([entry('1', { trouble: slow, nextAt: 5 })])).toMatchObject([{ kind: 'trouble', nextAt: 5 }]);
  });
  it('is behind what stopped, for the same document or by name, also through others', () => {
    const first = entry('1', { problem, label: 'Change of a post' });
    const second = entry('2', { document: `${MINE}x`, after: [id('1')] });
    const third = entry('3', { document: `${MINE}x` });
    const behind = { kind: 'behind', label: 'Change of a post' };
    expect(why([first, second, third])).toEqual([
      expect.objectContaining({ kind: 'refused' }),
      behind,
      behind
    ]);
    // What comes later is in nobody's way, and neither is another document.
    expect(why([entry('0'), first])[0]).toEqual({ kind: 'sending' });
    expect(why([first, entry('4', { document: `${MINE}y` })])[1]).toEqual({ kind: 'sending' });
  });
  it('waits with what is before it when a space does not answer', () => {
    const late = entry('1', { trouble: slow, nextAt: 7 });
    expect(why([late, entry('2')])[1]).toMatchObject({ kind: 'trouble', nextAt: 7 });
  });
});
