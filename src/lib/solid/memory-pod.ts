import { quadKey } from '#lib/rdf/key.ts';
import { parseTurtle, writeTurtle } from '#lib/rdf/turtle.ts';
import { parentOf } from './containers.ts';
import type { MemoryStore, Stored } from './memory-store.ts';
import { checkAddress, checkBody, checkChange, checkTurtle } from './outgoing.ts';
import type { Access, As, Body, Change, Mode, Pod, Resource } from './pod.ts';
import { PodProblem } from './problem.ts';
import { sniffed } from './sniff.ts';
import { statusProblem } from './status.ts';
import { problemIn, type Weather } from './weather.ts';

export type Verb = keyof Pod;

/** One request as the world saw it. */
export interface MemoryRequest {
  readonly verb: Verb;
  readonly url: string;
  /** The person whose pod it came from; undefined for one that is not signed in. */
  readonly who: string | undefined;
}

/** Asked for each request before it is served; a promise holds the request up until it resolves. */
export type Sky = (request: MemoryRequest) => Weather | Promise<Weather>;

/** One person's pod over a shared store, with the verdicts a WAC server gives (see pod.contract.ts). */
export class MemoryPod implements Pod {
  readonly #store: MemoryStore;
  readonly #who: string | undefined;
  readonly #sky: Sky;

  constructor(store: MemoryStore, who: string | undefined, sky: Sky) {
    this.#store = store;
    this.#who = who;
    this.#sky = sky;
  }

  read(url: string, options: { etag?: string; as?: As } = {}): Promise<Resource | undefined> {
    return this.#through('read', url, async () => {
      const { stored, restricted } = this.#fetch(url, options.as);
      if (!/^text\/turtle\b/.test(stored.contentType)) {
        throw new PodProblem({ kind: 'broken', url, detail: `not Turtle but ${stored.contentType}` });
      }
      if (options.etag !== undefined && options.etag === stored.etag) return undefined;
      const body = typeof stored.body === 'string' ? stored.body : await stored.body.text();
      const { etag } = stored;
      return {
        url,
        etag,
        contentType: 'text/turtle',
        body,
        acl: `${url}.acl`,
        container: url.endsWith('/'),
        restricted
      };
    });
  }

  readBlob(url: string, options: { as?: As; limit?: number } = {}): Promise<Blob> {
    return this.#through('readBlob', url, async () => {
      const blob = new Blob([this.#fetch(url, options.as).stored.body]);
      if (blob.size > (options.limit ?? Infinity))
        throw new PodProblem({ kind: 'broken', url, detail: 'too large' });
      return sniffed(blob);
    });
  }

  create(url: string, body: Body, contentType: string): Promise<void> {
    return this.#through('create', url, async () => {
      await checkBody(url, body, contentType);
      const there = this.#store.get(url) !== undefined;
      this.#demandWrite(url, there);
      if (there) throw statusProblem(url, 412, 'something is there already');
      this.#store.put(url, body, contentType);
    });
  }

  replace(url: string, body: Body, contentType: string, etag?: string): Promise<void> {
    return this.#through('replace', url, async () => {
      await checkBody(url, body, contentType);
      const stored = this.#store.get(url);
      this.#demandWrite(url, stored !== undefined);
      if (etag !== undefined && stored?.etag !== etag) throw statusProblem(url, 412, 'it has changed');
      this.#store.put(url, body, contentType);
    });
  }

  patch(url: string, change: Change, etag?: string): Promise<void> {
    return this.#through('patch', url, async () => {
      checkChange(url, change);
      const stored = this.#store.get(url);
      if (!stored) this.#demandWrite(url, false);
      else if (change.delete.length === 0) this.#demand('append', url);
      else {
        this.#demand('read', url);
        this.#demand('write', url);
      }
      if (stored && typeof stored.body !== 'string') throw statusProblem(url, 415, 'not Turtle');
      if (etag !== undefined && stored?.etag !== etag) throw statusProblem(url, 412, 'it has changed');
      const quads = new Map(
        (stored ? parseTurtle(stored.body as string, url) : []).map((one) => [quadKey(one), one])
      );
      for (const gone of change.delete) {
        if (!quads.delete(quadKey(gone))) throw statusProblem(url, 409, 'a deleted statement is not there');
      }
      for (const added of change.insert) quads.set(quadKey(added), added);
      this.#store.put(url, quads.size ? writeTurtle([...quads.values()], url) : '', 'text/turtle');
    });
  }

  remove(url: string): Promise<void> {
    return this.#through('remove', url, async () => {
      checkAddress(url);
      this.#demand('write', url);
      if (url.endsWith('/')) this.#demand('read', url);
      if (!this.#store.get(url)) return;
      this.#demand('write', parentOf(url) ?? url);
      if (this.#store.children(url).length) throw statusProblem(url, 409, 'the folder is not empty');
      this.#store.delete(url);
    });
  }

  post(container: string, body: Body, contentType: string): Promise<string> {
    return this.#through('post', container, async () => {
      if (/^text\/turtle\b/.test(contentType)) await checkTurtle(container, body);
      this.#demand('append', container);
      if (!this.#store.get(container)) throw statusProblem(container, 404);
      if (!container.endsWith('/')) throw statusProblem(container, 405, 'not a folder');
      const url = container + crypto.randomUUID();
      this.#store.put(url, body, contentType);
      return url;
    });
  }

  list(container: string): Promise<string[]> {
    return this.#through('list', container, async () => {
      this.#fetch(container);
      return this.#store.children(container);
    });
  }

  setAccess(url: string, access: Access): Promise<void> {
    return this.#through('setAccess', url, async () => {
      if (access.owner.length === 0)
        throw new PodProblem({ kind: 'refused', url, detail: 'an owner is needed' });
      this.#demand('control', url);
      if (!this.#store.get(url)) {
        if (!url.endsWith('/')) throw statusProblem(url, 404);
        this.#store.put(url, '', 'text/turtle');
      }
      this.#store.setRule(url, access);
    });
  }

  access(url: string): Promise<Access> {
    return this.#through('access', url, async () => {
      this.#demand('control', url);
      return this.#store.rule(url)!;
    });
  }

  /** Every request goes through here, and takes at least one turn of the event loop, as a real one does. */
  async #through<T>(verb: Verb, url: string, serve: () => Promise<T>): Promise<T> {
    const weather = await this.#sky({ verb, url, who: this.#who });
    const problem = problemIn(weather, url);
    if (problem && weather !== 'lost') throw problem;
    const answer = await serve();
    if (problem) throw problem;
    return answer;
  }

  #fetch(url: string, as?: As): { stored: Stored; restricted: boolean } {
    const open = this.#store.allows(undefined, 'read', url);
    if (!open && (as === 'anyone' || !this.#store.allows(this.#who, 'read', url))) {
      throw statusProblem(url, as === 'anyone' || this.#who === undefined ? 401 : 403);
    }
    const stored = this.#store.get(url);
    if (!stored) throw statusProblem(url, 404);
    return { stored, restricted: !open };
  }

  /** A new resource needs append on itself and on its container, an existing one write: as CSS reads WAC 4.2. */
  #demandWrite(url: string, there: boolean): void {
    if (there) return this.#demand('write', url);
    this.#demand('append', url);
    this.#demand('append', parentOf(url) ?? url);
  }

  #demand(mode: Mode, url: string): void {
    if (!this.#store.allows(this.#who, mode, url))
      throw statusProblem(url, this.#who === undefined ? 401 : 403);
  }
}
