import { parseTurtle, TurtleProblem } from '#lib/rdf/turtle.ts';
import type { Body, Change } from './pod.ts';
import { PodProblem } from './problem.ts';

function refuse(url: string, detail: string): never {
  throw new PodProblem({ kind: 'refused', url, detail });
}

/** Rules of access and descriptions stand beside what they are about (WAC 4.1, Solid Protocol 4.3), by these names. */
const BESIDE = /\.(acl|acr|meta)$/i;

/**
 * What decides who may see something is written by `setAccess` alone, never as a document: the addresses of documents
 * come from what other people wrote too.
 */
export function checkAddress(url: string): void {
  if (BESIDE.test(asRead(new URL(url).pathname))) refuse(url, 'a rule of access is no document');
}

/** As a server reads it. */
function asRead(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * The last look at a document before it leaves. A server may store malformed Turtle with 201 and choke on it
 * later, and an empty body is always a mistake of ours: both stop here, as `refused`.
 */
export async function checkBody(url: string, body: Body, contentType: string): Promise<void> {
  if (url.endsWith('/')) refuse(url, 'a folder has no content of its own');
  checkAddress(url);
  if (!/^text\/turtle\b/i.test(contentType)) {
    if ((typeof body === 'string' ? body.length : body.size) === 0) refuse(url, 'there is nothing to write');
    return;
  }
  await checkTurtle(url, body);
}

/** The same for a message to a container: relative IRIs will be resolved against an address not known yet. */
export async function checkTurtle(url: string, body: Body): Promise<void> {
  const turtle = typeof body === 'string' ? body : await body.text();
  try {
    if (parseTurtle(turtle, url).length === 0) refuse(url, 'a document without a statement');
  } catch (error) {
    if (error instanceof TurtleProblem) refuse(url, `not Turtle: ${error.detail}`);
    throw error;
  }
}

/** N3 Patch has no way to name a blank node of the document (Solid Protocol 5.3.1): servers answer 422. */
export function checkChange(url: string, change: Change): void {
  checkAddress(url);
  const quads = [...change.insert, ...change.delete];
  if (quads.length === 0) refuse(url, 'nothing to change');
  for (const { subject, object } of quads) {
    if (subject.termType === 'BlankNode' || object.termType === 'BlankNode') {
      refuse(url, 'a change may not hold blank nodes');
    }
  }
}
