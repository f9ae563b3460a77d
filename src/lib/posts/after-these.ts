import type { Graph } from '#lib/rdf/graph.ts';
import { AS } from '#lib/rdf/vocab.ts';
import { AHEAD } from './clock.ts';
import { newest } from './times.ts';

/**
 * When a new post shall be said to be written: now, but after the posts of the page, so that what I write keeps its
 * order when the clock was ahead and has been put right. Dates further off than any clock we believe do not count.
 */
export function afterThese(page: Graph, now: Date): Date {
  const dates = page
    .ofType(AS.Note)
    .map((post) => newest(page, post, [AS.published]))
    .filter((date) => date <= now.getTime() + 2 * AHEAD);
  return new Date(Math.max(now.getTime(), ...dates.map((date) => date + 1)));
}
