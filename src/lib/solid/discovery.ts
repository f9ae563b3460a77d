import { Graph } from '#lib/rdf/graph.ts';
import { parseTurtle, TurtleProblem } from '#lib/rdf/turtle.ts';
import { SOLID } from '#lib/rdf/vocab.ts';
import { ancestorsOf } from './containers.ts';
import { DiscoveryProblem } from './discovery-problem.ts';
import { withExtendedProfile } from './extended-profile.ts';
import { findStorage } from './find-storage.ts';
import type { GuardedFetch } from './guarded-fetch.ts';
import { linked } from './link.ts';
import { nearbyHost } from './nearby-host.ts';
import { personFrom, subjectOf, type Person } from './person.ts';
import { PodProblem } from './problem.ts';
import { providerAt, type Provider } from './provider.ts';
import { typedAddress } from './typed-address.ts';
import { Wire } from './wire.ts';

export { DiscoveryProblem, type DiscoveryKind } from './discovery-problem.ts';
export type { Person } from './person.ts';
export type { Provider } from './provider.ts';

export type Found = Person | Provider;

/** Solid-OIDC 5.2: a card may also tell its provider by a Link header. */
const ISSUER_LINK = 'http://openid.net/specs/connect/1.0/issuer';
/** Pages of providers that people copy instead of the provider's address. */
const SIGN_IN_PAGE = /^\/(\.account|\.oidc|idp|login|register|signup|sign-up|sign-in|signin)(\/|$)/i;
/** Cards tried above the address that was typed. */
const MOST = 4;

interface Look {
  readonly url: string;
  readonly status: number;
  /** Undefined for everything but Turtle. */
  readonly graph: Graph | undefined;
  readonly owners: readonly string[];
  readonly issuers: readonly string[];
}

/**
 * What somebody means by what they typed: a person (address, card, root of a space, anything in a space) or a
 * provider. Nearly always one to three requests, never more than about a dozen. Throws DiscoveryProblem.
 */
export async function discover(fetch: GuardedFetch, input: string): Promise<Found> {
  const address = typedAddress(input);
  const asked = address.href;
  try {
    const found =
      address.pathname === '/' && address.hash === ''
        ? await atRoot(fetch, address)
        : await atPath(fetch, address);
    if (found) return found;
  } catch (error) {
    if (!(error instanceof PodProblem)) throw error;
    const { kind, detail } = error.problem;
    if (kind === 'slow') throw new DiscoveryProblem('slow', `${asked}: ${detail}`);
    throw new DiscoveryProblem('unreachable', `${asked}: ${detail}`, nearby(address));
  }
  throw new DiscoveryProblem('not-solid', asked, nearby(address));
}

/** Everything their card says of one person. Throws PodProblem, or DiscoveryProblem when there is no such person. */
export async function personAt(fetch: GuardedFetch, webId: string): Promise<Person> {
  const person = await personIn(fetch, await look(fetch, webId), webId);
  if (person?.webId !== webId) throw new DiscoveryProblem('nothing-there', webId);
  return person;
}

function nearby(address: URL): string | undefined {
  const host = nearbyHost(address.hostname);
  return (
    host &&
    address.href
      .replace(/^https?:\/\//, '')
      .replace(address.hostname, host)
      .replace(/\/$/, '')
  );
}

/** A bare host is a provider or, with a name in front, somebody's space; both are asked at once. */
async function atRoot(fetch: GuardedFetch, { origin }: URL): Promise<Found | undefined> {
  const [card, provider] = await Promise.allSettled([
    look(fetch, `${origin}/profile/card`),
    providerAt(fetch, origin)
  ]);
  const person = card.status === 'fulfilled' ? await personIn(fetch, card.value) : undefined;
  if (person) return person;
  if (provider.status === 'fulfilled' && provider.value) return provider.value;
  if (card.status === 'rejected' && provider.status === 'rejected') throw card.reason;
  return personIn(fetch, await look(fetch, `${origin}/`));
}

async function atPath(fetch: GuardedFetch, address: URL): Promise<Found | undefined> {
  if (SIGN_IN_PAGE.test(address.pathname)) {
    const provider = await providerAt(fetch, address.origin);
    if (provider) return provider;
  }
  const webId = address.hash === '' ? undefined : address.href;
  const first = await look(fetch, address.href);
  const person = (await personIn(fetch, first, webId)) ?? (await personAbove(fetch, first.url));
  if (person) return person;
  const provider = await providerAt(fetch, address.origin);
  // Silently taking the provider instead would hide a slip in the name.
  if (provider) throw new DiscoveryProblem('nothing-there', address.href, provider.name);
  return undefined;
}

/** The card of the space around an address: `/anna` and `/anna/public/x` both belong to `/anna/profile/card`. */
async function personAbove(fetch: GuardedFetch, url: string): Promise<Person | undefined> {
  const folder = url.endsWith('/') ? url : `${url}/`;
  for (const container of [folder, ...ancestorsOf(folder)].slice(0, MOST)) {
    const card = `${container}profile/card`;
    const person = card === url ? undefined : await personIn(fetch, await look(fetch, card));
    if (person) return person;
  }
  return undefined;
}

/** Reads an address without judging: every answer is one. Throws PodProblem when there is none. */
async function look(fetch: GuardedFetch, address: string): Promise<Look> {
  const response = await fetch(address, { headers: { accept: 'text/turtle, */*;q=0.1' } });
  const { url, status } = response;
  const turtle = response.ok && /^text\/turtle\b/i.test(response.headers.get('content-type') ?? '');
  return {
    url,
    status,
    graph: turtle ? readable(await response.text(), url) : undefined,
    owners: linked(response, SOLID.owner),
    issuers: linked(response, ISSUER_LINK)
  };
}

function readable(turtle: string, url: string): Graph | undefined {
  try {
    return new Graph(parseTurtle(turtle, url));
  } catch (error) {
    if (!(error instanceof TurtleProblem)) throw error;
    // Called Turtle, but is not: nothing can be learned from it.
    return undefined;
  }
}

/** The person a document is about, or whose space it says it is in (Link rel solid:owner). */
async function personIn(fetch: GuardedFetch, seen: Look, asked?: string): Promise<Person | undefined> {
  const subject = seen.graph && subjectOf(seen.graph, seen.url, asked);
  if (!seen.graph || !subject) {
    const owner = seen.owners.find((one) => one.split('#', 1)[0] !== seen.url);
    return owner === undefined || asked !== undefined
      ? undefined
      : personIn(fetch, await look(fetch, owner), owner);
  }
  const told = personFrom(seen.graph, subject);
  const issuers = told.issuers.length ? told.issuers : seen.issuers;
  if (issuers.length === 0) throw new DiscoveryProblem('no-issuer', subject);
  const person = await withExtendedProfile(fetch, { ...told, issuers }, seen.graph);
  if (person.storages.length) return person;
  const storage = await findStorage(new Wire(fetch), seen.url);
  return storage === undefined ? person : { ...person, storages: [storage] };
}
