import { Graph } from '#lib/rdf/graph.ts';
import { termKey } from '#lib/rdf/key.ts';
import { ACP } from '#lib/rdf/vocab.ts';
import { normal } from './access.ts';
import { modesAmong } from './modes.ts';
import type { Access, Mode } from './pod.ts';

/** A policy with the document that holds it, since its matchers are described there. */
interface Policy {
  readonly graph: Graph;
  readonly id: string;
}

/** One of the ACRs that speak about a resource: its own, or that of a container above it. */
export interface Acr {
  readonly graph: Graph;
  /** What this ACR controls (`acp:resource`). */
  readonly of: string;
}

/** Anybody who is signed in and not named anywhere. No real address has this scheme. */
const STRANGER = 'urn:hearth:stranger';

/** What all ACRs around a resource grant together (ACP 5: effective policies), told for everybody they name. */
export function readAcrs(acrs: readonly Acr[], url: string): Access {
  const policies = acrs.flatMap(({ graph, of }) =>
    policiesOf(graph, of, of === url ? ACP.accessControl : ACP.memberAccessControl)
  );
  const named = new Set(policies.flatMap(({ graph }) => agentsIn(graph)));
  const granted = (who: string | undefined) => modesFor(policies, who);
  return normal({
    owner: [],
    everyone: granted(undefined),
    signedIn: granted(STRANGER),
    people: Object.fromEntries([...named].map((person) => [person, granted(person)]))
  });
}

function policiesOf(graph: Graph, resource: string, predicate: string): Policy[] {
  const controls = graph.subjects(ACP.resource, resource).flatMap((acr) => keys(graph, acr, predicate));
  return controls.flatMap((control) => keys(graph, control, ACP.apply)).map((id) => ({ graph, id }));
}

/** IRIs and blank nodes alike: Community Solid Server's own templates use blank policies and matchers. */
const keys = (graph: Graph, subject: string, predicate: string) =>
  graph.objects(subject, predicate).map(termKey);

function agentsIn(graph: Graph): string[] {
  const special: string[] = [ACP.PublicAgent, ACP.AuthenticatedAgent, ACP.CreatorAgent, ACP.OwnerAgent];
  return graph
    .subjects()
    .flatMap((subject) => graph.iris(subject, ACP.agent))
    .filter((agent) => !special.includes(agent));
}

function modesFor(policies: readonly Policy[], who: string | undefined): Mode[] {
  const collect = (predicate: string, doubt: boolean) =>
    policies
      .filter((policy) => holds(policy, who, doubt))
      .flatMap(({ graph, id }) => modesAmong(graph.iris(id, predicate)));
  const denied = collect(ACP.deny, false);
  return collect(ACP.allow, true).filter((mode) => !denied.includes(mode));
}

/**
 * Whether a policy is satisfied (ACP 4.2). `doubt` is the answer for conditions about apps and providers, which
 * depend on how somebody comes: yes for what is allowed, no for what is denied, so that "who can see this" names
 * rather one too many.
 */
function holds({ graph, id }: Policy, who: string | undefined, doubt: boolean): boolean {
  const of = (predicate: string) => keys(graph, id, predicate);
  const matches = (matcher: string, unsure: boolean) => matchesAgent(graph, matcher, who, unsure);
  const [all, any, none] = [of(ACP.allOf), of(ACP.anyOf), of(ACP.noneOf)];
  if (all.length + any.length === 0) return false;
  return (
    all.every((matcher) => matches(matcher, doubt)) &&
    (any.length === 0 || any.some((matcher) => matches(matcher, doubt))) &&
    !none.some((matcher) => matches(matcher, !doubt))
  );
}

function matchesAgent(graph: Graph, matcher: string, who: string | undefined, doubt: boolean): boolean {
  const agents = graph.iris(matcher, ACP.agent);
  const conditions = [ACP.client, ACP.issuer].some((predicate) => graph.has(matcher, predicate));
  const fits =
    agents.includes(ACP.PublicAgent) ||
    (who !== undefined && (agents.includes(ACP.AuthenticatedAgent) || agents.includes(who)));
  if (agents.length === 0) return conditions && doubt;
  return fits && (!conditions || doubt);
}
