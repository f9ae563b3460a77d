import type { Graph } from '#lib/rdf/graph.ts';
import { termKey } from '#lib/rdf/key.ts';
import { text, typed, type Term } from '#lib/rdf/terms.ts';
import { XSD } from '#lib/rdf/vocab.ts';
import type { Operation } from './algebra.ts';

/** What each variable stands for in one solution. */
export type Solution = Readonly<Record<string, Term>>;

/** An expression's value in a solution; undefined is SPARQL's error (17.2: of a filter, false; of BIND, no value). */
export type Expression = (row: Solution, graph: Graph) => Term | undefined;

/** A value whose rules are not known here (a language tag, a date ...). The whole question is then Comunica's. */
export class Beyond extends Error {
  constructor(what: string) {
    super(`Only Comunica knows what to do with ${what}.`);
    this.name = 'Beyond';
  }
}

type Exists = (inner: Operation) => ((graph: Graph, given: Solution) => Solution[]) | undefined;

/** Undefined for an operator that is not known here. `exists` is how patterns are asked. */
export function expression(node: Operation, exists: Exists): Expression | undefined {
  if (node.subType === 'term') {
    const term = node.term as Term;
    return term.termType === 'Variable' ? (row) => row[term.value] : () => term;
  }
  if (node.subType === 'existence') {
    const inner = exists(node.input as Operation);
    return inner && ((row, graph) => boolean(inner(graph, row).length > 0 !== Boolean(node.not)));
  }
  if (node.subType !== 'operator') return undefined;
  const work = OPERATORS[String(node.operator).toLowerCase()];
  const parts = (node.args as readonly Operation[]).map((part) => expression(part, exists));
  if (!work || !parts.every((part) => part !== undefined)) return undefined;
  return (row, graph) => work(...parts.map((part) => () => part(row, graph)));
}

/** Whether a filter lets the row pass. */
export const holds = (said: Expression, row: Solution, graph: Graph): boolean =>
  truth(said(row, graph)) === true;

type Later = () => Term | undefined;

/** Arguments are looked at only when needed: `false && error` is false. */
const OPERATORS: Readonly<Record<string, (...parts: readonly Later[]) => Term | undefined>> = {
  bound: (one) => boolean(one!() !== undefined),
  '!': (one) => negated(truth(one!())),
  '&&': (one, other) => decided(false, truth(one!()), () => truth(other!())),
  '||': (one, other) => decided(true, truth(one!()), () => truth(other!())),
  '=': (one, other) => compared(one!(), other!(), (order) => order === 0, true),
  '!=': (one, other) => compared(one!(), other!(), (order) => order !== 0, true),
  '<': (one, other) => compared(one!(), other!(), (order) => order < 0),
  '>': (one, other) => compared(one!(), other!(), (order) => order > 0),
  '<=': (one, other) => compared(one!(), other!(), (order) => order <= 0),
  '>=': (one, other) => compared(one!(), other!(), (order) => order >= 0),
  str: (one) => {
    const term = one!();
    return term && term.termType !== 'BlankNode' ? text(term.value) : undefined;
  },
  concat: (...all) => {
    const terms = all.map((one) => one());
    if (terms.some((term) => term === undefined)) return undefined;
    if (!terms.every((term) => isText(term!))) throw new Beyond('CONCAT of anything but plain texts');
    return text(terms.map((term) => term!.value).join(''));
  }
};

const boolean = (value: boolean): Term => typed(String(value), XSD.boolean);
const negated = (value: boolean | undefined): Term | undefined =>
  value === undefined ? undefined : boolean(!value);

/** AND and OR with three values (17.2): `wins` decides alone, also beside an error. */
function decided(
  wins: boolean,
  one: boolean | undefined,
  other: () => boolean | undefined
): Term | undefined {
  if (one === wins) return boolean(wins);
  const second = other();
  if (second === wins) return boolean(wins);
  return one === undefined || second === undefined ? undefined : boolean(!wins);
}

/** The effective boolean value (17.2.2). */
function truth(term: Term | undefined): boolean | undefined {
  if (term?.termType !== 'Literal') return undefined;
  if (term.datatype.value === XSD.boolean) return term.value === 'true' || term.value === '1';
  if (isText(term)) return term.value !== '';
  throw new Beyond(`${term.datatype.value} as true or false`);
}

function compared(
  one: Term | undefined,
  other: Term | undefined,
  answer: (order: number) => boolean,
  onlyEqual = false
): Term | undefined {
  if (!one || !other) return undefined;
  if (isText(one) && isText(other)) return boolean(answer(orderOf(one.value, other.value)));
  if (onlyEqual && (one.termType !== 'Literal' || other.termType !== 'Literal'))
    return boolean(answer(orderOf(termKey(one), termKey(other))));
  throw new Beyond('comparing anything but plain texts');
}

const orderOf = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const isText = (term: Term): boolean => term.termType === 'Literal' && term.datatype.value === XSD.string;
