import type { FieldSpec, Variants } from './variant';

/** Plain numbers of `training`. */
export const TRAINING: FieldSpec[] = [
  { name: 'learningRate', label: 'Learning rate', kind: 'number' },
  { name: 'momentum', label: 'Momentum', kind: 'number', placeholder: '0' },
  { name: 'batchSize', label: 'Batch size', kind: 'number', placeholder: '64' },
  { name: 'epochs', label: 'Epochs', kind: 'number', hint: 'of the dense network' },
];

/** Plain numbers that few campaigns need. */
export const REGULARISATION: FieldSpec[] = [
  {
    name: 'weightDecay',
    label: 'Weight decay',
    kind: 'number',
    placeholder: 'none',
    hint: 'L2, added to the gradient',
  },
  {
    name: 'gradientClip',
    label: 'Gradient clip',
    kind: 'number',
    placeholder: 'none',
    hint: 'largest norm of the gradient',
  },
  {
    name: 'dropout',
    label: 'Dropout',
    kind: 'number',
    placeholder: 'none',
    hint: 'share of hidden units, such as 0.2',
  },
];

const leastGain: FieldSpec = {
  name: 'leastGain',
  label: 'Least gain',
  kind: 'number',
  placeholder: '0',
  hint: 'of validation accuracy, a share',
};
const factor: FieldSpec = { name: 'factor', label: 'Factor', kind: 'number', start: '0.1' };

export const SCHEDULES: Variants = {
  step: [{ name: 'everyEpochs', label: 'Every epochs', kind: 'number', start: '10' }, factor],
  cosine: [
    {
      name: 'floor',
      label: 'Floor',
      kind: 'number',
      placeholder: '0',
      hint: 'share of the rate that is left at the end',
    },
  ],
  plateau: [
    factor,
    leastGain,
    { name: 'momentum', label: 'Momentum', kind: 'number', hint: 'after the first fall' },
    {
      name: 'end',
      label: 'End',
      kind: 'number',
      placeholder: '0',
      hint: 'rate at which training ends',
    },
  ],
};

export const SCHEDULE_NAMES: Record<string, string> = {
  '': 'The rate stays',
  step: 'Steps',
  cosine: 'Cosine',
  plateau: 'Falls on a plateau',
};

/** Early stopping has one form only, which is not named in campaign files. */
export const STOPS = 'stops';

export const EARLY_STOPPING: Variants = {
  [STOPS]: [
    {
      name: 'patience',
      label: 'Patience',
      kind: 'number',
      start: '5',
      hint: 'epochs without a new best',
    },
    leastGain,
  ],
};

export const STOPPING_NAMES: Record<string, string> = {
  '': 'All epochs are trained',
  [STOPS]: 'When validation no longer gets better',
};

const sparsity: FieldSpec = {
  name: 'sparsity',
  label: 'Sparsity, %',
  kind: 'number',
  start: '90',
};
const rewired: FieldSpec = {
  name: 'rewired',
  label: 'Replaced, %',
  kind: 'number',
  placeholder: '30',
  hint: 'of the kept weights',
};
const everyBatches: FieldSpec = {
  name: 'everyBatches',
  label: 'Every batches',
  kind: 'number',
  placeholder: '100',
};

export const STRUCTURE_LEARNING: Variants = {
  'gradual-magnitude': [
    sparsity,
    { name: 'beginEpoch', label: 'Begins after epoch', kind: 'number', placeholder: '0' },
    {
      name: 'endEpoch',
      label: 'Reached after epoch',
      kind: 'number',
      placeholder: 'three quarters',
    },
    everyBatches,
  ],
  set: [sparsity, { ...rewired, hint: 'of the kept weights, between epochs' }],
  rigl: [
    sparsity,
    rewired,
    everyBatches,
    {
      name: 'until',
      label: 'Until, %',
      kind: 'number',
      placeholder: '75',
      hint: 'of the training; then the structure stays',
    },
  ],
  'l1-threshold': [
    {
      name: 'strength',
      label: 'Strength',
      kind: 'number',
      start: '0.0001',
      hint: 'of the penalty',
    },
    {
      name: 'threshold',
      label: 'Threshold',
      kind: 'number',
      start: '0.001',
      hint: 'weights at or below go',
    },
  ],
};

export const STRUCTURE_NAMES: Record<string, string> = {
  '': 'The structure stays',
  'gradual-magnitude': 'Gradual magnitude pruning',
  set: 'SET: replaced at random',
  rigl: 'RigL: replaced where the gradient is large',
  'l1-threshold': 'L1 penalty and threshold',
};
