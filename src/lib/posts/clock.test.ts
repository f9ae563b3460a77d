import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AS } from '#lib/rdf/vocab.ts';
import { memoryWorld } from '#lib/solid/memory-world.ts';
import { ServerClock } from '#lib/solid/server-clock.ts';
import { edit } from './edit.ts';
import { testHouse, type TestHouse } from './house.testing.ts';
import { publish } from './publish.ts';

const storage = 'https://anna.example/';
const NOON = Date.UTC(2026, 10, 21, 12);
/** The same a moment later, by the right time; the date of an answer has whole seconds. */
const NEAR = 2_000;

let houses: TestHouse[] = [];
/** The right time. */
let now = NOON;
beforeEach(() => {
  now = NOON;
  vi.useFakeTimers({ toFake: ['Date'], now });
});
afterEach(() => {
  vi.useRealTimers();
  for (const house of houses) house.close();
  houses = [];
});

/** Anna at a device whose clock is off by so many ms; it has heard one answer of her space. */
function device(off: number, first?: TestHouse) {
  const made = testHouse(storage, first?.world ?? memoryWorld(), first?.me.id);
  houses.push(made);
  const clock = new ServerClock(async () => undefined);
  const house = { ...made, now: () => clock.now() };
  /** Does something on this device, by its own clock. */
  const at = async <T>(work: () => Promise<T>): Promise<T> => {
    vi.setSystemTime(now + off);
    return work();
  };
  const hear = async () =>
    clock.hear(new Response(null, { headers: { date: new Date(now).toUTCString() } }), Date.now());
  return {
    house,
    at,
    heard: at(hear),
    date: async (post: string, predicate: string) =>
      Date.parse((await house.asking.read(post)).graph.text(post, predicate) ?? '')
  };
}

describe.each([300_000, -300_000])('on a device whose clock is off by %i ms', (off) => {
  it('a post carries the time of the space', async () => {
    const { house, at, heard, date } = device(off);
    await heard;
    const { post } = await at(() => publish(house, { text: 'Hello', audience: 'public' }));
    expect(Math.abs((await date(post, AS.published)) - now)).toBeLessThanOrEqual(NEAR);
    await at(() => edit(house, post, 'Hello again'));
    expect(Math.abs((await date(post, AS.updated)) - now)).toBeLessThanOrEqual(NEAR);
  });

  it('the text that was really written last stands, whichever device wrote it', async () => {
    for (const [older, newer] of [
      [off, 0],
      [0, off]
    ] as const) {
      now = NOON;
      const first = device(older);
      await first.heard;
      const { post } = await first.at(() => publish(first.house, { text: 'First', audience: 'public' }));
      await first.house.allSent();
      const second = device(newer, first.house);
      await second.heard;
      await second.house.sync.refresh([post]);
      // Both know the same; a minute lies between what they make of it.
      now += 60_000;
      await first.at(() => edit(first.house, post, 'Older'));
      now += 60_000;
      await second.at(() => edit(second.house, post, 'Newer'));
      await Promise.all([first.house.allSent(), second.house.allSent()]);
      await first.house.sync.refresh([post]);
      const { graph } = await first.house.asking.read(post);
      expect(graph.objects(post, AS.content).map(({ value }) => value)).toEqual(['Newer']);
    }
  });
});
