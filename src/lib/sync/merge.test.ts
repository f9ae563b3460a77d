import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quadKey } from '#lib/rdf/key.ts';
import { applyPatch } from '#lib/rdf/patch.ts';
import { annasWorld, DAY, device, P, patch, says, stands } from './house.testing.ts';
import { isEmpty, merge } from './merge.ts';

const value = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const quads = fc.uniqueArray(value).map((values) => values.map((one) => says(one)));
const change = fc.record({ insert: quads, delete: quads });
const keys = (some: readonly ReturnType<typeof says>[]) => some.map(quadKey).sort();

describe('merge', () => {
  it('leaves what comes to the same, deletes only what is there, and is done when done', () => {
    fc.assert(
      fc.property(quads, change, (there, wish) => {
        const left = merge(there, wish);
        const after = applyPatch(there, left);
        expect(keys(after)).toEqual(keys(applyPatch(there, wish)));
        expect(keys(left.delete).every((key) => keys(there).includes(key))).toBe(true);
        if (!wish.insert.some((one) => keys(wish.delete).includes(quadKey(one)))) {
          expect(isEmpty(merge(after, wish))).toBe(true);
        }
      })
    );
  });
});

/** What people do: add words of their own, change or take away what they see of theirs or of what both had. */
type Act = { readonly who: 0 | 1; readonly kind: 'add' | 'change' | 'remove'; readonly pick: number };
const acts = fc.array(
  fc.record({
    who: fc.constantFrom(0 as const, 1 as const),
    kind: fc.constantFrom('add' as const, 'change' as const, 'remove' as const),
    pick: fc.nat(9)
  }),
  { maxLength: 10 }
);
const BOTH = ['one', 'two', 'three'];

/** Each device plans on what it knows of its own, offline; the sky mixes the arrivals. */
async function play(plan: readonly Act[], turns: readonly number[]): Promise<string[][]> {
  const world = annasWorld(`<#1> <${P}> ${BOTH.map((one) => `"${one}"`).join(', ')}.`);
  const devices = [device(world), device(world)];
  await Promise.all(devices.map((one) => one.sync.refresh([DAY])));
  for (const one of devices) one.online.set(false);
  const ids: string[][] = [[], []];
  for (const [i, act] of plan.entries()) {
    const { sync, sees } = devices[act.who]!;
    const known = await sees();
    const old = act.kind === 'add' || known.length === 0 ? [] : [known[act.pick % known.length]!];
    const fresh = act.kind === 'remove' ? [] : [`${act.who}-${i}`];
    ids[act.who]!.push(
      ...(await sync.change([{ document: DAY, intent: patch(fresh, old), label: act.kind }]))
    );
  }
  // Holds requests up and lets them go in the order that the turns say.
  const held: (() => void)[] = [];
  let turn = 0;
  let lost = 0;
  world.sky = () =>
    new Promise((resolve) => {
      held.push(() => resolve(turns[turn % turns.length]! % 7 === 6 && lost++ < 10 ? 'lost' : 'fair'));
      setImmediate(() => {
        const next = turns[turn++ % turns.length]! % held.length;
        held.splice(next, 1)[0]?.();
      });
    });
  for (const one of devices) one.online.set(true);
  const pushing = new AbortController();
  const push = () => {
    if (pushing.signal.aborted) return;
    for (const one of devices) one.clock.advance(300_000);
    for (const go of held.splice(0)) go();
    setImmediate(push);
  };
  push();
  await Promise.all(devices.map((one, i) => one.sync.settled(ids[i]!)));
  world.sky = () => 'fair';
  await Promise.all(devices.map((one) => one.sync.refresh([DAY])));
  await Promise.all(devices.map((one) => one.sync.refresh([DAY])));
  pushing.abort();
  for (const one of devices) one.sync.close();
  return [stands(world), await devices[0]!.sees(), await devices[1]!.sees()];
}

/** What has to come out: all that was added and not taken away again, less what either took of what both had. */
function due(plan: readonly Act[]): string[] {
  const mine = [new Set(BOTH), new Set(BOTH)];
  const gone = new Set<string>();
  for (const [i, act] of plan.entries()) {
    const known = [...mine[act.who]!].sort();
    if (act.kind !== 'add' && known.length > 0) {
      const old = known[act.pick % known.length]!;
      mine[act.who]!.delete(old);
      gone.add(old);
    }
    if (act.kind !== 'remove') mine[act.who]!.add(`${act.who}-${i}`);
  }
  return [...new Set([...mine[0]!, ...mine[1]!])].filter((one) => !gone.has(one)).sort();
}

describe('two devices', () => {
  it('come to the same, whatever order their changes arrive in and whichever answers are lost', async () => {
    await fc.assert(
      fc.asyncProperty(acts, fc.array(fc.nat(20), { minLength: 1, maxLength: 20 }), async (plan, turns) => {
        const [space, first, second] = await play(plan, turns);
        expect(space).toEqual(due(plan));
        expect([first, second]).toEqual([space, space]);
      }),
      { numRuns: 60 }
    );
  });
});
