import type { Graph } from '#lib/rdf/graph.ts';
import { iri, quad, type Quad } from '#lib/rdf/terms.ts';
import { ACL, FOAF, RDF } from '#lib/rdf/vocab.ts';
import { ALL, groups, modes, normal, within } from './access.ts';
import { iriOfMode, modesAmong } from './modes.ts';
import type { Access, Mode } from './pod.ts';

/**
 * An ACL document (WAC 4): one authorization for each group of people and reach. Lists of agents, never
 * acl:agentGroup: a group document would have to be public, and with it the list of friends.
 */
export function writeAcl(acl: string, url: string, access: Access): Quad[] {
  const rules = authorizations(acl, '', access, [ACL.accessTo], url);
  if (!url.endsWith('/')) return rules;
  return [...rules, ...authorizations(acl, '-within', within(access), [ACL.default], url)];
}

function authorizations(acl: string, suffix: string, access: Access, reach: string[], url: string): Quad[] {
  const rule = (
    name: string,
    given: readonly Mode[],
    who: readonly (readonly [string, string])[]
  ): Quad[] => {
    if (given.length === 0) return [];
    const subject = `${acl}#${name}${suffix}`;
    return [
      quad(subject, RDF.type, iri(ACL.Authorization)),
      ...who.map(([predicate, agent]) => quad(subject, predicate, iri(agent))),
      ...reach.map((predicate) => quad(subject, predicate, iri(url))),
      ...given.map((mode) => quad(subject, ACL.mode, iri(iriOfMode(mode))))
    ];
  };
  const agents = (people: readonly string[]) => people.map((person) => [ACL.agent, person] as const);
  return [
    ...rule('owner', ALL, agents(access.owner)),
    ...rule('everyone', modes(access.everyone), [[ACL.agentClass, FOAF.Agent]]),
    ...rule('signed-in', modes(access.signedIn), [[ACL.agentClass, ACL.AuthenticatedAgent]]),
    ...groups(access).flatMap(({ name, modes: given, people }) =>
      rule(`people-${name}`, given, agents(people))
    )
  ];
}

/**
 * What an ACL document grants: to the resource itself (`accessTo`), or to everything in the container that has no
 * ACL of its own (`default`, WAC 5.1). Members of an agent group are not looked up: the group stands for them.
 */
export function readAcl(graph: Graph, url: string, reach: 'accessTo' | 'default'): Access {
  const everyone: Mode[] = [];
  const signedIn: Mode[] = [];
  const people: Record<string, Mode[]> = {};
  for (const subject of graph.subjects(ACL[reach], url)) {
    if (!graph.has(subject, RDF.type, ACL.Authorization)) continue;
    const given = modesAmong(graph.iris(subject, ACL.mode));
    const classes = graph.iris(subject, ACL.agentClass);
    if (classes.includes(FOAF.Agent)) everyone.push(...given);
    if (classes.includes(ACL.AuthenticatedAgent)) signedIn.push(...given);
    for (const predicate of [ACL.agent, ACL.agentGroup]) {
      for (const agent of graph.iris(subject, predicate))
        people[agent] = [...(people[agent] ?? []), ...given];
    }
  }
  return normal({ owner: [], everyone, signedIn, people });
}
