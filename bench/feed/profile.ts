import { byTime, joined } from '#lib/posts/feed.rules.ts';
import { gistOf } from '#lib/posts/gist.ts';
import { homesOf } from '#lib/posts/homes.ts';
import { sightingsIn } from '#lib/posts/sightings.ts';
import { spoken } from '#lib/posts/spoken.ts';
import { Graph } from '#lib/rdf/graph.ts';
import { parseTurtle } from '#lib/rdf/turtle.ts';
import type { Friend } from '../world/friends.ts';
import { emptyHouse } from './empty-house.ts';
import { body } from './raw.ts';

/**
 * Milliseconds of processor time for each step of a feed, each done by itself over all documents, so that nothing
 * hides behind the network.
 */
export interface Profile {
  readonly parse: number;
  readonly index: number;
  readonly provenance: number;
  readonly query: number;
  readonly merge: number;
}

/** What the app does with the friends' documents once they have arrived, step by step. */
export async function profile(friends: readonly Friend[]): Promise<Profile> {
  const texts = await Promise.all(friends.map(({ recent }) => body(recent)));
  const { house, close } = emptyHouse(friends);
  const sightings = await sightingsIn(house.notes);
  const people = friends.map(({ source }) => source);
  const homes = homesOf(people);
  const watch = stopwatch();

  const quads = texts.map((text, n) => parseTurtle(text, friends[n]!.recent));
  const parse = watch();
  const graphs = quads.map((all) => new Graph(all));
  const index = watch();
  const parts = graphs.map((graph, n) =>
    spoken({ url: friends[n]!.recent, graph }, people[n]!, homes, sightings, Date.now())
  );
  const provenance = watch();
  const gists = await Promise.all(parts.map(gistOf));
  const query = watch();
  gists.flatMap((gist, n) => joined([{ url: friends[n]!.recent, gist, open: false }])).sort(byTime);
  const merge = watch();
  close();
  return { parse, index, provenance, query, merge };
}

/** Milliseconds this process has worked since it was last asked: what others do on the machine is not in it. */
function stopwatch(): () => number {
  let last = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(last);
    last = process.cpuUsage();
    return (user + system) / 1000;
  };
}
