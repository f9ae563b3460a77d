import { quad, text } from '#lib/rdf/terms.ts';
import { AS } from '#lib/rdf/vocab.ts';
import { describe, expect, it } from 'vitest';
import { memoryWorld } from './memory-world.ts';
import { PodProblem } from './problem.ts';

const storage = 'http://pods.example/anna/';
const note = `${storage}public/a`;
const change = { insert: [quad(`${note}#x`, AS.content, text('hello'))], delete: [] };

async function kindOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => new Error('no problem'),
    (caught: unknown) => caught
  );
  return error instanceof PodProblem ? error.problem.kind : String(error);
}

describe('the weather over a memory world', () => {
  it.each([
    ['offline', 'offline', false],
    ['slow', 'slow', false],
    ['unauthorised', 'unauthorised', false],
    ['forbidden', 'forbidden', false],
    ['missing', 'missing', false],
    ['conflict', 'conflict', false],
    ['broken', 'broken', false],
    ['full', 'full', false],
    ['lost', 'offline', true]
  ] as const)('%s is told as %s', async (weather, kind, arrived) => {
    const world = memoryWorld();
    const pod = world.podFor(world.addSpace(storage));
    world.forecast.push(weather);
    expect(await kindOf(pod.patch(note, change))).toBe(kind);
    expect(world.peek(note) !== undefined).toBe(arrived);
    await pod.patch(note, change);
    expect(String(world.peek(note))).toContain('hello');
  });

  it('can hold a request up until it is let go', async () => {
    const world = memoryWorld();
    const anna = world.addSpace(storage);
    let letGo!: () => void;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    world.sky = async () => {
      await held;
      return 'fair' as const;
    };
    const writing = world.podFor(anna).patch(note, change);
    await Promise.resolve();
    expect(world.peek(note)).toBeUndefined();
    letGo();
    await writing;
    expect(world.peek(note)).toBeDefined();
    expect(world.log).toEqual([{ verb: 'patch', url: note, who: anna }]);
  });
});

it('gives a person an address, an inbox for others and a private root', async () => {
  const world = memoryWorld();
  const anna = world.addSpace(storage, 'Anna');
  const bob = world.addSpace('http://pods.example/bob/', 'Bob');
  const card = await world.podFor().read(`${storage}profile/card`);
  expect(card?.body).toContain('Anna');
  expect(card?.restricted).toBe(false);
  expect(await kindOf(world.podFor(bob).list(storage))).toBe('forbidden');
  const message = await world.podFor(bob).post(`${storage}inbox/`, `<> a <${AS.Offer}>.`, 'text/turtle');
  expect(await world.podFor(anna).list(`${storage}inbox/`)).toEqual([message]);
});
