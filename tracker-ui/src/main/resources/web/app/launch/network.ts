import { FAMILIES, GRAPHS, nearest, onGraph, WRITTEN_OUT } from './families';
import { choose, fromObject, isObject, none, toObject, WHOLE, type Chosen } from './variant';

/** One architecture of the form: its family's fields, and its graph if the family has one. */
export interface Network {
  family: Chosen;
  graph: Chosen;
}

const PRIOR = 'barabasi-albert';
const PLAIN = 'feed-forward';

/** A network of a family with its usual values. */
export const fresh = (family: string): Network => ofFamily({ family: none, graph: none }, family);

/** The same network as another family; what was typed stays where it fits. */
export function ofFamily(network: Network, family: string): Network {
  const wanted = !onGraph(family)
    ? network.graph.kind
    : family === 'cell-network'
      ? WRITTEN_OUT
      : network.graph.kind in GRAPHS
        ? network.graph.kind
        : PRIOR;
  return {
    family: choose(network.family, family, FAMILIES),
    graph: onGraph(family) ? choose(network.graph, wanted, GRAPHS) : network.graph,
  };
}

/** The same network as the nearest family that a dataset allows; one kept whole stays. */
export function fitting(network: Network, families: string[]): Network {
  const { kind } = network.family;
  return kind in FAMILIES && !families.includes(kind)
    ? ofFamily(network, nearest(kind, families))
    : network;
}

/** Reads an entry of `architectures`; one that is not understood is kept whole. */
export function fromEntry(entry: unknown): Network {
  const whole = { family: { ...none, kind: WHOLE, whole: entry }, graph: none };
  if (!isObject(entry)) {
    return whole;
  }
  const { graph, ...own } = entry;
  const family = fromObject(own, 'family', FAMILIES, PLAIN);
  if (family.kind === WHOLE) {
    return whole;
  }
  return onGraph(family.kind)
    ? { family, graph: fromObject(graph, 'prior', GRAPHS, WRITTEN_OUT) }
    : {
        family: { ...family, kept: graph === undefined ? family.kept : { ...family.kept, graph } },
        graph: none,
      };
}

/** Writes what `fromEntry` read; the number of nodes follows from the edges if it was left open. */
export function toEntry(network: Network): unknown {
  const entry = toObject(network.family, 'family', FAMILIES, PLAIN);
  if (!onGraph(network.family.kind) || network.graph.kind === '') {
    return entry;
  }
  const graph = toObject(network.graph, 'prior', GRAPHS, WRITTEN_OUT);
  const counted =
    network.graph.kind === WRITTEN_OUT && isObject(graph) && graph.nodes === undefined
      ? { nodes: highest(graph.edges) + 1, ...graph }
      : graph;
  return { ...(entry as object), graph: counted };
}

const highest = (edges: unknown) =>
  Math.max(1, ...(Array.isArray(edges) ? edges : []).flat().filter((n) => typeof n === 'number'));
