import { nodesOf, type Operation } from './algebra.ts';
import { QueryProblem } from './query-problem.ts';

/**
 * Only questions to what is given. A query may come from somebody else: SERVICE, LOAD and FROM would let it send what
 * it finds to any address. Throws QueryProblem.
 */
export function demandHarmless(algebra: Operation): void {
  let top = algebra;
  while (['distinct', 'reduced', 'slice', 'orderby'].includes(top.type)) top = top.input as Operation;
  if (top.type !== 'project')
    throw new QueryProblem('query', `Only SELECT can be asked here, not ${top.type}.`);
  const found = [...nodesOf(algebra)].find(({ type }) => type === 'service' || type === 'from');
  if (found) throw new QueryProblem('query', `${found.type.toUpperCase()} cannot be asked here.`);
}
