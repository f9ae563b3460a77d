import type { HostileServer } from '#lib/solid/hostile-server.ts';
import { hostileServer } from '#lib/solid/hostile-server.ts';

/** Forty-five thousand statements in four megabytes: under every cap, so all of it has to be read. */
const HEAVY = Array.from(
  { length: 45_000 },
  (_, n) => `<#${n}> <https://example.org/words/that-are-long/and-say-nothing> "${'many '.repeat(4)}${n}".\n`
).join('');

/** As many people as in e2e/bad-input/friend.spec.ts, and one whose page is as large as a page may be. */
export const BEHAVIOURS: readonly string[] = [
  '/large',
  '/announced',
  '/endless',
  '/bomb',
  '/malformed',
  '/nested',
  '/crowded',
  '/page',
  '/loop',
  '/inside',
  '/cut',
  '/reset',
  '/failing',
  '/forbidden',
  '/silent',
  '/drip',
  '/heavy'
];

/** Those that take the most work before it is known what to think of them, as the note names them. */
export const HARDEST: readonly string[] = ['nested', 'crowded', 'malformed', 'large', 'bomb'];

export const GOOD: readonly string[] = ['gina', 'george', 'gus', 'gerda', 'gil', 'grace', 'glen', 'gwen'];

export const hostility = (): Promise<HostileServer> =>
  hostileServer({
    '/heavy': (_, response) => response.setHeader('content-type', 'text/turtle').end(HEAVY)
  });
