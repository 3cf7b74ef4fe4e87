import type { Dataset } from '../api/types';
import type { FieldSpec, Variants } from './variant';

const CELLS = { 'rnn-tanh': 'RNN, tanh', 'rnn-relu': 'RNN, ReLU', lstm: 'LSTM', gru: 'GRU' };

const hidden: FieldSpec = {
  name: 'hidden',
  label: 'Hidden layers',
  kind: 'numbers',
  placeholder: 'such as 300, 100',
};
const cell: FieldSpec = {
  name: 'cell',
  label: 'Cell',
  kind: 'choice',
  options: CELLS,
  start: 'gru',
};

/** The families by their names in campaign files; the graph of a network is a form of its own. */
export const FAMILIES: Variants = {
  'feed-forward': [hidden],
  'graph-feed-forward': [],
  'recurrent-stack': [
    cell,
    {
      name: 'embedding',
      label: 'Embedding',
      kind: 'number',
      placeholder: '50',
      hint: 'values per token',
    },
    { ...hidden, label: 'Recurrent layers', placeholder: 'such as 50, 50, 50' },
  ],
  'graph-recurrent': [
    cell,
    {
      name: 'blocks',
      label: 'Recurrent blocks',
      kind: 'choice',
      options: {
        'per-source-layer': 'one per source layer, as in the paper',
        single: 'one per layer',
      },
      start: 'per-source-layer',
    },
  ],
  'cell-network': [
    {
      name: 'operations',
      label: 'Operations',
      kind: 'words',
      hint: 'One per node: identity, conv-1x1, conv-3x3, conv-5x5, max-pool-3x3, avg-pool-3x3.',
      placeholder: 'such as conv-3x3, identity, max-pool-3x3',
    },
    {
      name: 'channels',
      label: 'Channels',
      kind: 'number',
      placeholder: '16',
      hint: 'feature maps of every node',
    },
    {
      name: 'patch',
      label: 'Patch',
      kind: 'number',
      placeholder: '1',
      hint: 'pixels that become one, along each side; work falls with its square',
    },
  ],
};

export const FAMILY_NAMES: Record<string, string> = {
  'feed-forward': 'Fully connected layers',
  'graph-feed-forward': 'Feed-forward on a graph',
  'recurrent-stack': 'Recurrent layers',
  'graph-recurrent': 'Recurrent on a graph',
  'cell-network': 'Convolutional cells on a graph',
};

const OF_KIND: Record<Dataset['kind'], string[]> = {
  vector: ['feed-forward', 'graph-feed-forward'],
  image: ['feed-forward', 'graph-feed-forward', 'cell-network'],
  sequence: ['recurrent-stack', 'graph-recurrent'],
};

/** The families for what a dataset holds; all of them if that is not known. */
export const familiesOf = (dataset: Dataset | undefined): string[] =>
  (dataset && OF_KIND[dataset.kind]) ?? Object.keys(FAMILIES);

export const onGraph = (family: string) => family.includes('graph') || family === 'cell-network';

/** The family for a dataset that is nearest to another family. */
export function nearest(family: string, families: string[]): string {
  return families.includes(family)
    ? family
    : (families.find((f) => onGraph(f) === onGraph(family)) ?? families[0]);
}

const size: FieldSpec = {
  name: 'nodes',
  label: 'Nodes',
  kind: 'nodes',
  start: '10-50',
  hint: 'a number or a range',
};
const drawn: FieldSpec[] = [
  { name: 'count', label: 'Graphs', kind: 'number', placeholder: '1', start: '10' },
  { name: 'seed', label: 'Seed of the graphs', kind: 'number', placeholder: '1' },
];
const share = (name: string, label: string, start: string, hint: string): FieldSpec => ({
  name,
  label,
  kind: 'number',
  start,
  hint,
});
const amount = (name: string, label: string, start: string, hint: string): FieldSpec => ({
  name,
  label,
  kind: 'number',
  start,
  hint,
});
const neighbours = amount('neighbours', 'Neighbours', 'n/5', 'on the ring, or as n/5');
const widths: FieldSpec = {
  name: 'widths',
  label: 'Layer widths',
  kind: 'numbers',
  placeholder: 'such as 8, 8, 4',
};

/** A graph that is written out, among the priors. */
export const WRITTEN_OUT = 'edges';

const written: FieldSpec[] = [
  {
    name: 'nodes',
    label: 'Nodes',
    kind: 'number',
    placeholder: 'as many as the edges name',
    hint: 'numbered from 0',
  },
  {
    name: 'edges',
    label: 'Edges',
    kind: 'edges',
    hint: 'A pair of nodes per line, such as 0 1. Each leads from the lower to the higher number.',
  },
];

/** The forms of a graph: drawn from a prior or written out. */
export const GRAPHS: Variants = {
  'barabasi-albert': [
    size,
    amount('attachments', 'Attachments', 'n/10', 'of each new node, or as n/10'),
    ...drawn,
  ],
  'watts-strogatz': [size, neighbours, share('rewiring', 'Rewiring', '1', 'probability'), ...drawn],
  'newman-watts-strogatz': [
    size,
    neighbours,
    share('shortcuts', 'Shortcuts', '0.5', 'probability'),
    ...drawn,
  ],
  'erdos-renyi': [size, share('probability', 'Probability', '0.2', 'of each edge'), ...drawn],
  'layered-random': [
    widths,
    share('probability', 'Probability', '0.5', 'of each edge to a higher layer'),
    ...drawn,
  ],
  'layered-complete': [widths, ...drawn],
  [WRITTEN_OUT]: written,
};

export const GRAPH_NAMES: Record<string, string> = {
  'barabasi-albert': 'Barabási–Albert',
  'watts-strogatz': 'Watts–Strogatz',
  'newman-watts-strogatz': 'Newman–Watts–Strogatz',
  'erdos-renyi': 'Erdős–Rényi',
  'layered-random': 'Layers, random edges',
  'layered-complete': 'Layers, every edge',
  [WRITTEN_OUT]: 'Written out',
};
