import { iri, quad, type Quad } from '#lib/rdf/terms.ts';
import { ACP, RDF } from '#lib/rdf/vocab.ts';
import { ALL, groups, modes, within } from './access.ts';
import { iriOfMode } from './modes.ts';
import type { Access, Mode } from './pod.ts';

/**
 * An access control resource (ACP 4): an access control, policy and matcher for each group of people, once for the
 * resource and, for a container, once for its members. ACP adds up what the containers above say. So a folder can be
 * wider than the one around it, never narrower: `writeAccess` tests that. Of one document what is said is all there
 * is, as in WAC: whatever is not given is denied (a deny counts over every allow, ACP 4.2).
 */
export function writeAcr(acr: string, url: string, access: Access): Quad[] {
  const head = [quad(acr, RDF.type, iri(ACP.AccessControlResource)), quad(acr, ACP.resource, iri(url))];
  const own = controls(acr, '', access, ACP.accessControl);
  if (!url.endsWith('/')) return [...head, ...own, ...denials(acr, access)];
  return [...head, ...own, ...controls(acr, '-within', within(access), ACP.memberAccessControl)];
}

function controls(acr: string, suffix: string, access: Access, predicate: string): Quad[] {
  const rule = (name: string, given: readonly Mode[], agents: readonly string[]): Quad[] => {
    if (given.length === 0) return [];
    const [control, policy, matcher] = ['control', 'policy', 'matcher'].map(
      (kind) => `${acr}#${kind}-${name}${suffix}`
    );
    return [
      quad(acr, predicate, iri(control!)),
      quad(control!, RDF.type, iri(ACP.AccessControl)),
      quad(control!, ACP.apply, iri(policy!)),
      quad(policy!, RDF.type, iri(ACP.Policy)),
      quad(policy!, ACP.anyOf, iri(matcher!)),
      ...given.map((mode) => quad(policy!, ACP.allow, iri(iriOfMode(mode)))),
      quad(matcher!, RDF.type, iri(ACP.Matcher)),
      ...agents.map((agent) => quad(matcher!, ACP.agent, iri(agent)))
    ];
  };
  return [
    ...rule('owner', ALL, access.owner),
    ...rule('everyone', modes(access.everyone), [ACP.PublicAgent]),
    ...rule('signed-in', modes(access.signedIn), [ACP.AuthenticatedAgent]),
    ...groups(access).flatMap(({ name, modes: given, people }) => rule(`people-${name}`, given, people))
  ];
}

/** What not everyone has is denied to everyone but those who have it; modes of the same people in one policy. */
function denials(acr: string, access: Access): Quad[] {
  const has = (given: readonly Mode[], mode: Mode) =>
    given.includes(mode) || (mode === 'append' && given.includes('write'));
  const agentsWith = (mode: Mode) => [
    ...access.owner,
    ...Object.keys(access.people).filter((person) => has(access.people[person]!, mode)),
    ...(has(access.signedIn, mode) ? [ACP.AuthenticatedAgent] : [])
  ];
  const closed = new Map<string, { agents: readonly string[]; denied: Mode[] }>();
  for (const mode of ['read', 'append', 'write', 'control'] as const) {
    if (has(access.everyone, mode)) continue;
    const agents = agentsWith(mode);
    const found = closed.get(agents.join(' ')) ?? { agents, denied: [] };
    found.denied.push(mode);
    closed.set(agents.join(' '), found);
  }
  return [...closed.values()].flatMap(({ agents, denied }) => {
    const [control, policy, everyone, but] = ['control', 'policy', 'everyone', 'but'].map(
      (kind) => `${acr}#${kind}-no-${denied.join('-')}`
    );
    return [
      quad(acr, ACP.accessControl, iri(control!)),
      quad(control!, RDF.type, iri(ACP.AccessControl)),
      quad(control!, ACP.apply, iri(policy!)),
      quad(policy!, RDF.type, iri(ACP.Policy)),
      ...denied.map((mode) => quad(policy!, ACP.deny, iri(iriOfMode(mode)))),
      quad(policy!, ACP.anyOf, iri(everyone!)),
      quad(policy!, ACP.noneOf, iri(but!)),
      quad(everyone!, RDF.type, iri(ACP.Matcher)),
      quad(everyone!, ACP.agent, iri(ACP.PublicAgent)),
      quad(but!, RDF.type, iri(ACP.Matcher)),
      ...agents.map((agent) => quad(but!, ACP.agent, iri(agent)))
    ];
  });
}
