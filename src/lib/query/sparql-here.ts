import { run } from './engine.ts';
import { sparqlOver, type Sparql } from './sparql.ts';

/** SPARQL on this thread, for Node: tests, commands, the bench. In a page it would stop everything while it thinks. */
export const sparqlHere = (): Sparql => sparqlOver(run);
