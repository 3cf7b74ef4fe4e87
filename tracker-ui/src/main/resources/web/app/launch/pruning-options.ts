import type { FieldSpec, Variants } from './variant';

/** The ways of saying how much is cut, in the order of the form. */
export const AMOUNTS = ['rates', 'compressions', 'iterative', 'layerRates'] as const;
export type Amount = (typeof AMOUNTS)[number];

export const AMOUNT_NAMES: Record<Amount, string> = {
  rates: 'Rates',
  compressions: 'Compression ratios',
  iterative: 'In rounds',
  layerRates: 'Per layer',
};

export const AMOUNT_HINTS: Record<Amount, string> = {
  rates: 'Share of the weights that is cut at once; each rate is a branch of its own.',
  compressions: 'All weights over those that are left; each ratio is a branch of its own.',
  iterative: 'Cut, retrain, cut again: every round starts where the last one ended.',
  layerRates: 'Share that is cut of each layer that is named; the others are left alone.',
};

const SEVERAL = 'several: a branch each';

const rounds: FieldSpec[] = [
  {
    name: 'rounds',
    label: 'Rounds',
    kind: 'number',
    placeholder: '10',
    start: '10',
    hint: 'at most',
  },
  {
    name: 'until',
    label: 'Until, %',
    kind: 'number',
    placeholder: 'no target',
    hint: 'cut in all',
  },
  {
    name: 'leastWeights',
    label: 'Least weights',
    kind: 'number',
    placeholder: '500',
    hint: 'no round begins with fewer',
  },
];

/** What a round cuts, by the field of the campaign file that says it. */
export const ITERATIVE: Variants = {
  rates: [
    {
      name: 'rates',
      label: 'Rates, %',
      kind: 'numbers',
      start: '50, 80, 90',
      hint: 'cut in all after each round',
    },
  ],
  shareOfRemaining: [
    { hint: SEVERAL, name: 'shareOfRemaining', label: 'Share, %', kind: 'amounts', start: '50' },
    ...rounds,
  ],
  weights: [
    { hint: SEVERAL, name: 'weights', label: 'Weights', kind: 'amounts', start: '10000' },
    ...rounds,
  ],
  saliencyBudget: [
    { hint: SEVERAL, name: 'saliencyBudget', label: 'Saliency, %', kind: 'amounts', start: '10' },
    ...rounds,
  ],
};

export const ITERATIVE_NAMES: Record<string, string> = {
  rates: 'To one rate after another',
  shareOfRemaining: 'A share of the remaining weights',
  weights: 'A number of weights',
  saliencyBudget: 'A share of the remaining saliency',
};

export const RETRAINING: Variants = {
  fixed: [{ name: 'retrainEpochs', label: 'Retraining epochs', kind: 'number', start: '15' }],
  variable: [
    { name: 'atMost', label: 'Epochs at most', kind: 'number', start: '25' },
    {
      name: 'leastGain',
      label: 'Least gain',
      kind: 'number',
      start: '0.001',
      hint: 'points of validation accuracy',
    },
  ],
};

export const RETRAINING_NAMES: Record<string, string> = {
  fixed: 'A fixed number of epochs',
  variable: 'Until an epoch gains too little',
};

export const STARTS: Variants = {
  reinitialised: [],
  rewound: [
    {
      name: 'rewindTo',
      label: 'Rewind to epoch',
      kind: 'number',
      start: '2',
      hint: 'of the dense training, 0 for the initial weights',
    },
  ],
};

export const START_NAMES: Record<string, string> = {
  '': 'The pruned weights',
  rewound: 'Early weights (lottery ticket)',
  reinitialised: 'New initial weights',
};

export const GRANULARITIES: Record<string, string> = {
  weights: 'Single weights',
  units: 'Whole hidden units',
};

export const GRANULARITY_HINTS: Record<string, string> = {
  units: 'A smaller dense network is written in the end, with the same outputs.',
};
