/** The REST API's shapes of pruning: what is planned and what a step measured. Shares are 0..1. */
import type { Maybe } from '../core/format';

export type Cut =
  | { kind: 'share-of-remaining'; share: number }
  | { kind: 'weights'; count: number }
  | { kind: 'saliency-budget'; share: number };

/** An iterative schedule. */
export interface Rounds {
  cut: Cut;
  most: number;
  untilSparsity: Maybe<number>;
  leastWeights: number;
}

export type StartFrom = { kind: 'rewound'; epoch: number } | { kind: 'reinitialised' };

export interface PruningOptions {
  granularity: string;
  /** Empty: all layers. */
  scope: string[];
  emptyLayers: boolean;
  /** Absent: the pruned weights. */
  start: Maybe<StartFrom>;
  scoredAtEpoch: Maybe<number>;
  retrainLeastGain: Maybe<number>;
}

export interface BranchPlan {
  name: string;
  method: string;
  sparsities: number[];
  retrainEpochs: number;
  layerRates?: Maybe<Record<string, number>>;
  rounds?: Maybe<Rounds>;
  options?: Maybe<PruningOptions>;
  /** The branch whose structure is trained from scratch. */
  of?: Maybe<string>;
}

export interface LayerPruning {
  layer: string;
  kept: number;
  total: number;
  threshold: Maybe<number>;
}

/** Units of a layer that nothing reaches or that reach nothing. */
export interface LayerUnits {
  layer: string;
  dead: number;
  units: number;
}

/** One edge more than there are bins. */
export interface Histogram {
  edges: number[];
  kept: number[];
  cut: number[];
}

export type Features = Record<string, Maybe<number>>;

export type EndReason = 'PLANNED' | 'TARGET_REACHED' | 'FLOOR_REACHED' | 'LAYER_WOULD_BE_EMPTY';

/** A pruning step with what became of it. Accuracies and losses are of the test samples. */
export interface PruningStep {
  branch: string;
  step: number;
  method: string;
  targetSparsity: number;
  sparsity: number;
  kept: number;
  total: number;
  compressionRatio: Maybe<number>;
  layers: LayerPruning[];
  units: Maybe<LayerUnits[]>;
  threshold: Maybe<number>;
  approximation: Maybe<string>;
  samples: Maybe<number>;
  histogram: Maybe<Histogram>;
  denseFlops: Maybe<number>;
  flops: Maybe<number>;
  theoreticalSpeedUp: Maybe<number>;
  measuredSpeedUp: Maybe<number>;
  accuracyBefore: Maybe<number>;
  lossBefore: Maybe<number>;
  accuracyAfterPruning: Maybe<number>;
  lossAfterPruning: Maybe<number>;
  accuracyRetrained: Maybe<number>;
  lossRetrained: Maybe<number>;
  epochsToRecover: Maybe<number>;
  structureBefore: Maybe<Features>;
  structureAfter: Maybe<Features>;
  shrunk: Maybe<{ label: string; sha256: string }>;
  endReason: Maybe<EndReason>;
  inputSha256: Maybe<string>;
  maskBeforeSha256: Maybe<string>;
  maskSha256: Maybe<string>;
  startSha256: Maybe<string>;
  checkpointSha256: Maybe<string>;
  retrainEpochs: number;
  seed: Maybe<number>;
  seconds: Maybe<number>;
  worker: Maybe<string>;
  machine: Maybe<string>;
  softwareVersion: Maybe<string>;
  at: Maybe<string>;
}
