import { Graph } from '#lib/rdf/graph.ts';
import { parseTurtle, TurtleProblem, writeTurtle } from '#lib/rdf/turtle.ts';
import { ACP, LDP, PIM } from '#lib/rdf/vocab.ts';
import { writeAcr } from './acp.ts';
import { readAcrs, type Acr } from './acp-policy.ts';
import { ancestorsOf } from './containers.ts';
import { linked } from './link.ts';
import type { Access } from './pod.ts';
import { PodProblem } from './problem.ts';
import { statusProblem } from './status.ts';
import { readAcl, writeAcl } from './wac.ts';
import type { Wire } from './wire.ts';

type Dialect = 'wac' | 'acp';

/** Where a resource's access document is, and what stands in it so far (nothing: it inherits). */
interface Place {
  readonly url: string;
  readonly document: string;
  readonly graph: Graph | undefined;
  readonly dialect: Dialect | undefined;
  /** The root of a space: nothing above it belongs to the same person. */
  readonly root: boolean;
}

const NAMELESS = 'the server names no access document (Link rel="acl")';

/** Reads the access document of a resource; undefined when there is no such resource. */
async function placeOf(wire: Wire, url: string): Promise<Place | undefined> {
  const { response: head } = await wire.send('HEAD', url, { allow: [404, 410] });
  const document = linked(head, 'acl')[0];
  if (head.status === 404 || head.status === 410) return undefined;
  if (!document)
    throw new PodProblem({
      kind: 'broken',
      url,
      detail: NAMELESS
    });
  const { response } = await wire.send('GET', document, {
    headers: { accept: 'text/turtle' },
    allow: [404, 410]
  });
  const graph = response.ok ? graphOf(await response.text(), response.url) : undefined;
  const root = linked(head, 'type').includes(PIM.Storage);
  return { url, document, graph, dialect: dialectOf(document, response, graph), root };
}

function graphOf(turtle: string, url: string): Graph {
  try {
    return new Graph(parseTurtle(turtle, url));
  } catch (error) {
    if (!(error instanceof TurtleProblem)) throw error;
    throw new PodProblem({ kind: 'broken', url, detail: error.message });
  }
}

/** ACP 3: an ACR says what it is by Link rel="type"; one that is not there yet can tell only by its name. */
function dialectOf(document: string, response: Response, graph: Graph | undefined): Dialect | undefined {
  const types = linked(response, 'type');
  if (types.includes(ACP.AccessControlResource) || graph?.ofType(ACP.AccessControlResource).length)
    return 'acp';
  if (/[./=]acr$/.test(document)) return 'acp';
  return graph || /[./=]acl$/.test(document) ? 'wac' : undefined;
}

/**
 * Says who may do what, before there is content: a missing container is made first, empty. What the access
 * document said before is replaced. Then, when not everyone may read it, somebody who is not signed in tries to.
 */
export async function writeAccess(wire: Wire, url: string, access: Access): Promise<void> {
  if (access.owner.length === 0) {
    // WAC has no other way in: a document without its owner could never be changed again.
    throw new PodProblem({ kind: 'refused', url, detail: 'an access document needs an owner' });
  }
  let place = await placeOf(wire, url);
  if (!place && url.endsWith('/')) {
    await makeContainer(wire, url);
    place = await placeOf(wire, url);
  }
  if (!place) throw statusProblem(url, 404);
  const dialect = place.dialect ?? (await dialectAbove(wire, url));
  const quads = (dialect === 'acp' ? writeAcr : writeAcl)(place.document, url, access);
  // Relative to nothing: a server may hand the document out under another address.
  await wire.send('PUT', place.document, {
    headers: { 'content-type': 'text/turtle' },
    body: writeTurtle(quads)
  });
  if (!access.everyone.includes('read')) await demandClosed(wire, url);
}

async function makeContainer(wire: Wire, url: string): Promise<void> {
  const headers = {
    'content-type': 'text/turtle',
    link: `<${LDP.BasicContainer}>; rel="type"`,
    'if-none-match': '*'
  };
  // Somebody else may make it at the same moment: then it is there, which is all we want.
  await wire.send('PUT', url, { headers, body: '', allow: [409, 412] });
}

async function dialectAbove(wire: Wire, url: string): Promise<Dialect> {
  for (const container of ancestorsOf(url)) {
    const place = await placeOf(wire, container);
    if (place?.dialect) return place.dialect;
    if (place?.root) break;
  }
  return 'wac';
}

async function demandClosed(wire: Wire, url: string): Promise<void> {
  const { response } = await wire.send('GET', url, { as: 'anyone', allow: [401, 403, 404, 410] });
  if (!response.ok) return;
  throw new PodProblem({
    kind: 'broken',
    url,
    status: response.status,
    detail: 'your server does not protect this: everyone can read it although it was told otherwise'
  });
}

/** Who may do what, from the access documents that are in force. Reading them needs control: `forbidden` otherwise. */
export async function readAccess(wire: Wire, url: string): Promise<Access> {
  const acrs: Acr[] = [];
  for (const at of [url, ...ancestorsOf(url)]) {
    const place = await placeOf(wire, at).catch((error: unknown) => {
      if (!acrs.length || !(error instanceof PodProblem)) throw error;
      const { kind, detail } = error.problem;
      // ACP adds up: what the server's own root says is not for us to see, or it is a page and no folder at all (Community
      // Solid Server). What we have seen stands.
      if (kind === 'forbidden' || detail === NAMELESS) return 'hidden' as const;
      throw error;
    });
    if (place === 'hidden') break;
    if (place?.graph && place.dialect === 'wac')
      return readAcl(place.graph, at, at === url ? 'accessTo' : 'default');
    if (place?.graph) acrs.push({ graph: place.graph, of: at });
    if (place?.root) break;
  }
  if (acrs.length === 0)
    throw new PodProblem({ kind: 'broken', url, detail: 'no access document is in force here' });
  return readAcrs(acrs, url);
}
