import { iri, quad, text } from '#lib/rdf/terms.ts';
import { writeTurtle } from '#lib/rdf/turtle.ts';
import { FOAF, LDP, PIM, RDF, SOLID } from '#lib/rdf/vocab.ts';
import type { Channels } from './channels/channels.ts';
import { MemoryChannels, MemoryLines } from './channels/memory-channels.ts';
import { MemoryPod, type MemoryRequest, type Sky } from './memory-pod.ts';
import { MemoryStore } from './memory-store.ts';
import type { Body, Pod } from './pod.ts';
import type { Weather } from './weather.ts';

/** A small world of spaces for tests: several people, one store, and weather that can be made. */
export interface World {
  /** The door of one person; without a WebID, of somebody who is not signed in. */
  podFor(webId?: string): Pod;
  /** The channels of one person. */
  channelsFor(webId?: string): Channels;
  /** All sockets and channels of this world. */
  readonly lines: MemoryLines;
  /**
   * Gives a person a space as the bundled server would: a private root, a public `profile/card` with name,
   * `pim:storage` and `ldp:inbox`, and an `inbox/` where everyone signed in may leave a message.
   * `storage` ends with a slash. Answers the WebID, `{storage}profile/card#me`.
   */
  addSpace(storage: string, name?: string): string;
  /** Puts a document there behind everybody's back, as another app would. */
  put(url: string, body: Body, contentType?: string): void;
  /** What is stored, past all access control; undefined when there is nothing. */
  peek(url: string): Body | undefined;
  etag(url: string): string | undefined;
  /** Every request since the start (or since it was emptied), oldest first. */
  readonly log: MemoryRequest[];
  /** Decides what happens to each request, until changed. Starts fair. */
  sky: Sky;
  /** Weather for the very next requests, one each, before `sky` is asked. */
  readonly forecast: Weather[];
}

export function memoryWorld(): World {
  const store = new MemoryStore();
  const lines = new MemoryLines(store);
  const world: World = {
    podFor: (webId) =>
      new MemoryPod(store, webId, (request) => {
        world.log.push(request);
        return world.forecast.shift() ?? world.sky(request);
      }),
    channelsFor: (webId) => new MemoryChannels(store, lines, webId),
    lines,
    addSpace: (storage, name) => addSpace(store, storage, name),
    put: (url, body, contentType = 'text/turtle') => store.put(url, body, contentType),
    peek: (url) => store.get(url)?.body,
    etag: (url) => store.get(url)?.etag,
    log: [],
    sky: () => 'fair',
    forecast: []
  };
  return world;
}

function addSpace(store: MemoryStore, storage: string, name?: string): string {
  const card = `${storage}profile/card`;
  const webId = `${card}#me`;
  const nobody = { owner: [webId], everyone: [], signedIn: [], people: {} };
  for (const folder of ['', 'profile/', 'inbox/']) store.put(storage + folder, '', 'text/turtle');
  store.setRule(storage, nobody);
  store.setRule(`${storage}profile/`, { ...nobody, everyone: ['read'] });
  store.setRule(`${storage}inbox/`, { ...nobody, signedIn: ['append'] });
  const statements = [
    quad(webId, RDF.type, iri(FOAF.Person)),
    quad(webId, SOLID.oidcIssuer, iri(`${new URL(storage).origin}/`)),
    quad(webId, PIM.storage, iri(storage)),
    quad(webId, LDP.inbox, iri(`${storage}inbox/`)),
    ...(name === undefined ? [] : [quad(webId, FOAF.name, text(name))])
  ];
  store.put(card, writeTurtle(statements, card), 'text/turtle');
  return webId;
}
