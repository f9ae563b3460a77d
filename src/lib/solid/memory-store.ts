import { LDP, RDF } from '#lib/rdf/vocab.ts';
import { iri, quad } from '#lib/rdf/terms.ts';
import { writeTurtle } from '#lib/rdf/turtle.ts';
import { normal, within } from './access.ts';
import { ancestorsOf, parentOf } from './containers.ts';
import { mayDo } from './may.ts';
import type { Access, Body, Mode } from './pod.ts';

export interface Stored {
  readonly body: Body;
  readonly contentType: string;
  readonly etag: string;
}

/** What lies where, and who may do what with it: the server behind every in-memory pod of one world. */
export class MemoryStore {
  readonly #resources = new Map<string, Stored>();
  readonly #rules = new Map<string, Access>();
  #clock = 0;
  /** Told of every resource that changed, as notifications tell: a container only when a child came or went. */
  changed: (url: string, etag: string | undefined) => void = () => {};

  get(url: string): Stored | undefined {
    const stored = this.#resources.get(url);
    return stored && url.endsWith('/') ? { ...stored, body: this.#listing(url) } : stored;
  }

  /** Writes a resource and every container that is missing around it. */
  put(url: string, body: Body, contentType: string): void {
    for (const container of ancestorsOf(url).reverse()) {
      if (!this.#resources.has(container)) this.#set(container, '', 'text/turtle');
    }
    const isNew = !this.#resources.has(url);
    this.#set(url, body, contentType);
    const parent = parentOf(url);
    if (isNew && parent) this.#set(parent, '', 'text/turtle');
  }

  delete(url: string): void {
    this.#resources.delete(url);
    this.#rules.delete(url);
    this.changed(url, undefined);
    const parent = parentOf(url);
    if (parent && this.#resources.has(parent)) this.#set(parent, '', 'text/turtle');
  }

  children(container: string): string[] {
    return [...this.#resources.keys()]
      .filter((url) => url !== container && parentOf(url) === container)
      .sort();
  }

  setRule(url: string, access: Access): void {
    this.#rules.set(url, structuredClone(access));
  }

  /** The rule in force: the resource's own, else what the nearest container with one says of its content (WAC 5.1). */
  rule(url: string): Access | undefined {
    const own = this.#rules.get(url);
    if (own) return normal(own);
    const above = ancestorsOf(url).find((container) => this.#rules.has(container));
    return above === undefined ? undefined : normal(within(this.#rules.get(above)!));
  }

  allows(who: string | undefined, mode: Mode, url: string): boolean {
    const rule = this.rule(url);
    return rule !== undefined && mayDo(rule, who, mode);
  }

  #set(url: string, body: Body, contentType: string): void {
    const etag = `"${++this.#clock}-turtle"`;
    this.#resources.set(url, { body, contentType, etag });
    this.changed(url, etag);
  }

  #listing(container: string): string {
    const types = [LDP.Container, LDP.BasicContainer, LDP.Resource].map((type) =>
      quad(container, RDF.type, iri(type))
    );
    const children = this.children(container).map((child) => quad(container, LDP.contains, iri(child)));
    return writeTurtle([...types, ...children], container);
  }
}
