import { Graph } from '#lib/rdf/graph.ts';
import { n3Patch } from '#lib/rdf/patch.ts';
import { parseTurtle, TurtleProblem } from '#lib/rdf/turtle.ts';
import { LDP } from '#lib/rdf/vocab.ts';
import { readAccess, writeAccess } from './access-control.ts';
import { isChild } from './containers.ts';
import type { GuardedFetch } from './guarded-fetch.ts';
import { linked } from './link.ts';
import { checkAddress, checkBody, checkChange, checkTurtle } from './outgoing.ts';
import type { Access, As, Body, Change, Pod, Resource } from './pod.ts';
import { PodProblem } from './problem.ts';
import { sniffed } from './sniff.ts';
import { Wire, type Sender } from './wire.ts';

export interface HttpPodOptions {
  readonly fetch: GuardedFetch;
  /** Who asks; without it (or while it has no webId) everything is asked as anyone. */
  readonly sender?: Sender;
  /**
   * Roots of the asker's own spaces: nearly everything there is private, so it is asked for as oneself at once instead
   * of being refused first. Read anew for each request.
   */
  readonly own?: () => readonly string[];
  /**
   * Sends If-None-Match ourselves. Not in browsers: there it costs a preflight for every document, and
   * `cache: 'no-cache'` already makes the browser revalidate. For tests and tools in Node.
   */
  readonly conditional?: boolean;
}

/** Pictures and clips are larger than documents, and travel longer. Bytes and milliseconds. */
const MEDIA = { limit: 20_000_000, total: 120_000 };

/** A pod over HTTP: Solid Protocol 0.11, with what Community Solid Server and its kin really do. */
export class HttpPod implements Pod {
  readonly #wire: Wire;
  readonly #conditional: boolean;
  readonly #asWhom: (url: string) => { as?: As };

  constructor({ fetch, sender, own = () => [], conditional = false }: HttpPodOptions) {
    this.#wire = new Wire(fetch, sender);
    this.#asWhom = (url) => (sender && own().some((root) => url.startsWith(root)) ? { as: 'me' } : {});
    this.#conditional = conditional;
  }

  async read(url: string, options: { etag?: string; as?: As } = {}): Promise<Resource | undefined> {
    const { etag, as } = options;
    const headers: Record<string, string> = { accept: 'text/turtle' };
    if (etag !== undefined && this.#conditional) headers['if-none-match'] = etag;
    const { response, signedIn } = await this.#wire.read('GET', url, {
      headers,
      ...(as ? { as } : this.#asWhom(url)),
      allow: [304, 406]
    });
    const found = response.headers.get('etag') ?? undefined;
    if (response.status === 304 || (etag !== undefined && found === etag)) return undefined;
    const contentType = (response.headers.get('content-type') ?? '').split(';', 1)[0]!.trim().toLowerCase();
    if (response.status === 406 || contentType !== 'text/turtle') {
      throw new PodProblem({
        kind: 'broken',
        url,
        status: response.status,
        detail: response.ok ? `not Turtle but ${contentType || 'of no type'}` : 'cannot be had as Turtle'
      });
    }
    return {
      url: response.url,
      etag: found,
      contentType,
      body: await response.text(),
      acl: linked(response, 'acl')[0],
      container: linked(response, 'type').includes(LDP.Container),
      restricted: signedIn && !openToAll(response)
    };
  }

  async readBlob(url: string, options: { as?: As; limit?: number } = {}): Promise<Blob> {
    const headers = { accept: 'image/*, */*;q=0.5' };
    const { response } = await this.#wire.read('GET', url, { ...MEDIA, headers, ...options });
    return sniffed(await response.blob());
  }

  async create(url: string, body: Body, contentType: string): Promise<void> {
    await this.#put(url, body, contentType, { 'if-none-match': '*' });
  }

  async replace(url: string, body: Body, contentType: string, etag?: string): Promise<void> {
    await this.#put(url, body, contentType, etag === undefined ? {} : { 'if-match': etag });
  }

  async patch(url: string, change: Change, etag?: string): Promise<void> {
    checkChange(url, change);
    const headers = { 'content-type': 'text/n3', ...(etag === undefined ? {} : { 'if-match': etag }) };
    await this.#wire.send('PATCH', url, { headers, body: n3Patch(change) });
  }

  async remove(url: string): Promise<void> {
    checkAddress(url);
    await this.#wire.send('DELETE', url, { allow: [404, 410] });
  }

  async post(container: string, body: Body, contentType: string): Promise<string> {
    if (/^text\/turtle\b/i.test(contentType)) await checkTurtle(container, body);
    const { response } = await this.#wire.send('POST', container, {
      headers: { 'content-type': contentType },
      body
    });
    const location = response.headers.get('location');
    if (location === null || !URL.canParse(location, container)) return container;
    return new URL(location, container).href;
  }

  async list(container: string): Promise<string[]> {
    const resource = await this.read(container);
    try {
      const graph = new Graph(parseTurtle(resource!.body, resource!.url));
      return graph
        .iris(resource!.url, LDP.contains)
        .filter((url) => isChild(url, resource!.url))
        .sort();
    } catch (error) {
      if (!(error instanceof TurtleProblem)) throw error;
      throw new PodProblem({ kind: 'broken', url: container, detail: error.message });
    }
  }

  setAccess(url: string, access: Access): Promise<void> {
    return writeAccess(this.#wire, url, access);
  }

  access(url: string): Promise<Access> {
    return readAccess(this.#wire, url);
  }

  async #put(url: string, body: Body, contentType: string, condition: Record<string, string>): Promise<void> {
    await checkBody(url, body, contentType);
    const headers = { 'content-type': contentType, ...condition };
    await this.#wire.send('PUT', url, {
      headers,
      body,
      ...(typeof body === 'string' ? {} : { total: MEDIA.total })
    });
  }
}

/** Whether the answer says that everyone may read it (WAC-Allow, WAC 5.2), though it was asked with a token. */
function openToAll(response: Response): boolean {
  return /(^|,)\s*public\s*=\s*"[^"]*\bread\b/i.test(response.headers.get('wac-allow') ?? '');
}
