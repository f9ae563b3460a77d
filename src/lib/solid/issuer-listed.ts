import { Graph } from '#lib/rdf/graph.ts';
import { parseTurtle } from '#lib/rdf/turtle.ts';
import { SOLID } from '#lib/rdf/vocab.ts';
import type { GuardedFetch } from './guarded-fetch.ts';
import { HttpPod } from './http-pod.ts';

const bare = (issuer: string) => issuer.replace(/\/+$/, '');

/**
 * Whether the WebID document names this provider (Solid-OIDC 5, "OIDC issuer discovery"): without it, any provider
 * could vouch for any address. A slash at the end makes no difference: people's cards and providers disagree on it.
 * Throws what reading and parsing throw: not knowing is not yes.
 */
export async function issuerListed(fetch: GuardedFetch, webId: string, issuer: string): Promise<boolean> {
  const card = await new HttpPod({ fetch }).read(webId, { as: 'anyone' });
  const graph = new Graph(parseTurtle(card!.body, card!.url));
  return graph.iris(webId, SOLID.oidcIssuer).map(bare).includes(bare(issuer));
}
