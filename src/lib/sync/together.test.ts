import { describe, expect, it } from 'vitest';
import { entryFor } from '#lib/cache/cache.contract.ts';
import type { OutboxEntry } from '#lib/cache/cache.ts';
import { dataFactory } from '#lib/rdf/n3.ts';
import { quad, text } from '#lib/rdf/terms.ts';
import { annasWorld, DAY, device, P, patch, requests, stands, until } from './house.testing.ts';
import { joined, together } from './together.ts';

const adds = (id: string, more: Partial<OutboxEntry> = {}) =>
  entryFor(id, DAY, { intent: patch([id]), ...more });
const ids = (entries: readonly OutboxEntry[]) => entries.map((entry) => entry.id).join(' ');
const from = (outbox: readonly OutboxEntry[], now = 0) => ids(together(outbox, outbox[0]!, now));

describe('what goes together', () => {
  it('is what only adds to the same document, up to the first that does more', () => {
    expect(from([adds('1'), entryFor('2', 'elsewhere'), adds('3'), adds('4')])).toBe('1 3 4');
    expect(from([adds('1'), adds('2', { intent: patch(['x'], ['1']) }), adds('3')])).toBe('1');
    expect(from([adds('1', { intent: patch([], ['0']) }), adds('2')])).toBe('1');
    expect(from([adds('1'), adds('2'), entryFor('3', DAY), adds('4')])).toBe('1 2');
  });

  it('is not what stopped, what comes later, or what waits for another', () => {
    expect(from([adds('1'), adds('2', { problem: { kind: 'full', detail: '' } }), adds('3')])).toBe('1');
    expect(from([adds('1'), adds('2', { nextAt: 50 }), adds('3')], 49)).toBe('1');
    expect(from([adds('1'), adds('2', { nextAt: 50 }), adds('3')], 50)).toBe('1 2 3');
    const other = entryFor('2', 'elsewhere');
    expect(from([adds('1'), other, adds('3', { after: ['1'] }), adds('4', { after: ['2'] })])).toBe('1 3');
  });

  it('is not more than a request should hold', () => {
    const many = Array.from({ length: 300 }, (_, n) => `${n}`);
    expect(from([adds('1', { intent: patch(many) }), adds('2', { intent: patch(many) })])).toBe('1');
  });

  it('says all that each of them says, in their order', () => {
    const { intent } = joined([adds('1'), adds('2')]);
    expect(intent).toEqual({ kind: 'patch', insert: [...says('1'), ...says('2')], delete: [] });
    expect(joined([adds('1')])).toEqual(adds('1'));
  });
});

const says = (value: string) => [quad(`${DAY}#1`, P, text(value))];

describe('the sender', () => {
  const post = (value: string) => ({ document: DAY, intent: patch([value]), label: value });

  it('lets nobody be refused for what stands behind them', async () => {
    const world = annasWorld();
    const { sync, online } = device(world);
    online.set(false);
    // What no server takes (Solid Protocol 5.3.1).
    const insert = [quad(dataFactory.blankNode('x') as never, P, text('x'))];
    const bad = { document: DAY, intent: { kind: 'patch' as const, insert, delete: [] }, label: 'bad' };
    const all = await sync.change([post('a'), post('b'), bad, post('c')]);
    online.set(true);
    await until(async () => (await sync.outbox()).length === 2 && (await sync.outbox())[0]?.problem);
    expect((await sync.outbox()).map(({ label }) => label)).toEqual(['bad', 'c']);
    expect(stands(world)).toEqual(['a', 'b']);
    await sync.discard(all[2]!);
    await sync.settled([all[3]!]);
    expect(stands(world)).toEqual(['a', 'b', 'c']);
  });

  it('sends again alone what failed in company, and the rest together', async () => {
    const world = annasWorld();
    const { sync, online, clock } = device(world);
    online.set(false);
    const all = await sync.change([post('a'), post('b'), post('c')]);
    let fails = true;
    world.sky = ({ verb }) => (verb === 'patch' && fails ? 'broken' : 'fair');
    online.set(true);
    await until(async () => (await sync.outbox())[0]?.tries === 1 && clock.next !== undefined);
    fails = false;
    clock.advance(clock.next! - clock.now());
    await sync.settled(all);
    expect(stands(world)).toEqual(['a', 'b', 'c']);
    // In company in vain, alone, and the other two.
    expect(requests(world, 'patch')).toHaveLength(3);
  });
});
