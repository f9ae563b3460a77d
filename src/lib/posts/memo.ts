import type { Graph } from '#lib/rdf/graph.ts';

/** Keeps what was made from a graph, one value for each slot, until the slot's key changes or the graph is gone. */
export function memo<T>(): (graph: Graph, slot: string, key: string, make: () => T) => T {
  const kept = new WeakMap<Graph, Map<string, { readonly key: string; readonly value: T }>>();
  return (graph, slot, key, make) => {
    const slots = kept.get(graph) ?? new Map<string, { key: string; value: T }>();
    kept.set(graph, slots);
    const known = slots.get(slot);
    if (known?.key === key) return known.value;
    const value = make();
    slots.set(slot, { key, value });
    return value;
  };
}
