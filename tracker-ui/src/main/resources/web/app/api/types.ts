/** The REST API's shapes. Times are ISO-8601, accuracies and sparsities shares (0..1). */
import type { Maybe } from '../core/format';
import type { BranchPlan, PruningStep } from './pruning';

export type CampaignState = 'RUNNING' | 'PAUSED' | 'STOPPED' | 'FINISHED';
export type TrainingState =
  | 'WAITING'
  | 'QUEUED'
  | 'TRAINING'
  | 'TRAINED'
  | 'FAILED'
  | 'CANCELLED'
  | 'NOT_NEEDED';

export interface Counts {
  queued: number;
  training: number;
  trained: number;
  failed: number;
  cancelled: number;
}

export interface CampaignSummary {
  id: string;
  name: string;
  dataset: string;
  state: CampaignState;
  launchedAt: string;
  finishedAt: Maybe<string>;
  trials: number;
  /** Without those that turned out not to be needed. */
  trainings: number;
  counts: Counts;
  /** Root hash of the archive that it was imported from. */
  archive: Maybe<string>;
}

/** A directed graph; every edge leads from the lower to the higher node. */
export interface Dag {
  nodes: number;
  edges: [from: number, to: number][];
}

/** A network with its whole structure. */
export type Architecture =
  | { family: 'feed-forward'; widths: number[] }
  | { family: 'graph-feed-forward'; inputs: number; graph: Dag; classes: number }
  | { family: 'recurrent-stack'; cell: string; embedding: number; hidden: number[] }
  | { family: 'graph-recurrent'; cell: string; blocks: string; graph: Dag }
  | {
      family: 'cell-network';
      graph: Dag;
      operations: string[];
      channels: number;
      patch: number;
    };

/** A kind of network on random graphs of one prior. */
export interface GraphSample {
  prior: Record<string, unknown>;
  count: number;
  seed: number;
  network: Architecture;
}

export interface TrainingOptions {
  learningRate: number;
  momentum: number;
  batchSize: number;
  epochs: number;
  optimizer: string;
  weightDecay: Maybe<number>;
  gradientClip: Maybe<number>;
  dropout: Maybe<number>;
  schedule: Maybe<{ kind: string } & Record<string, unknown>>;
  earlyStopping: Maybe<{ patience: number; leastGain: number }>;
  structureLearning: Maybe<{ method: string } & Record<string, unknown>>;
}

export interface CampaignSpec {
  name: string;
  description: string;
  dataset: string;
  architectures: Architecture[];
  graphs: GraphSample[];
  seeds: number[];
  training: TrainingOptions;
  branches: BranchPlan[];
}

export interface CampaignDetail extends CampaignSummary {
  description: string;
  spec: CampaignSpec;
  /** In the order of the campaign file. */
  designs: string[];
}

export interface Training {
  trial: string;
  attempt: number;
  seed: Maybe<number>;
  architecture: Maybe<string>;
  design: Maybe<string>;
  branch: string;
  step: number;
  method: string;
  targetSparsity: Maybe<number>;
  sparsity: Maybe<number>;
  state: TrainingState;
  worker: Maybe<string>;
  since: Maybe<string>;
  epoch: Maybe<number>;
  epochs: Maybe<number>;
  /** Fewer than planned if it stopped early. */
  trainedEpochs: Maybe<number>;
  validationAccuracy: Maybe<number>;
  testAccuracy: Maybe<number>;
  accuracyBefore: Maybe<number>;
  accuracyAfterPruning: Maybe<number>;
  predictedAccuracy: Maybe<number>;
  seconds: Maybe<number>;
  failure: Maybe<string>;
}

export interface ChainEvent {
  id: string;
  type: string;
  topic: string;
  partition: number;
  offset: number;
  source: string;
  time: string;
  hash: string;
  causeId: Maybe<string>;
  causeHash: Maybe<string>;
  causeKnown: boolean;
}

export interface TrialDetail {
  trial: string;
  campaign: string;
  attempt: number;
  seed: number;
  architecture: string;
  network: Maybe<Architecture>;
  design: Maybe<string>;
  dataset: string;
  training: TrainingOptions;
  branches: BranchPlan[];
  trainings: Training[];
  pruningSteps: PruningStep[];
  events: ChainEvent[];
  /** Root hash of the archive that its campaign was imported from. */
  archive: Maybe<string>;
}

export interface Epoch {
  branch: string;
  step: number;
  epoch: number;
  epochs: number;
  trainingLoss: number;
  validationLoss: number;
  validationAccuracy: number;
  learningRate: number;
  samplesPerSecond: number;
  /** What the epoch did to the structure; absent if that is fixed. */
  pruned: Maybe<number>;
  regrown: Maybe<number>;
  kept: Maybe<number>;
  total: Maybe<number>;
}

/** The graph of a network in layers by longest path, with its features. */
export interface Structure {
  graph: Dag;
  layers: number[][];
  /** One per node of a cell network, otherwise none. */
  operations: string[];
  features: Record<string, Maybe<number>>;
}

export interface Slot {
  slot: number;
  campaign: Maybe<string>;
  trial: Maybe<string>;
  branch: Maybe<string>;
  step: Maybe<number>;
  since: Maybe<string>;
}

export interface Worker {
  worker: string;
  device: string;
  machine: string;
  slots: Slot[];
  joinedAt: string;
  alive: boolean;
}

export interface Workers {
  workers: Worker[];
  queued: number;
  scaling: { available: boolean; trainers: Maybe<number> };
}

export interface Problem {
  field: string;
  value: string;
  allowed: string;
}

/** A campaign file; the server judges it, so a field may hold whatever was typed. */
export interface CampaignFile extends Record<string, unknown> {
  name?: unknown;
  description?: unknown;
  dataset?: unknown;
  architectures?: unknown[];
  seeds?: unknown[];
  training?: Record<string, unknown>;
  pruning?: Record<string, unknown>;
  controls?: unknown[];
}

export interface Size {
  trials: number;
  trainings: number;
  trainingsPerTrial: number;
}

export interface Study {
  file: string;
  name: string;
  description: string;
  campaign: CampaignFile;
}

export interface Dataset {
  name: string;
  kind: 'vector' | 'image' | 'sequence';
  inputs: number;
  classes: number;
  samples: number;
  description: Maybe<string>;
}

/** A part of a pruning method, or a control, with its name in campaign files. */
export interface Choice {
  name: string;
  description: string;
}

export interface PruningChoices {
  saliencies: (Choice & { needsData: boolean })[];
  distributions: Choice[];
  controls: Choice[];
}

export interface DeadLetter {
  topic: string;
  partition: number;
  offset: number;
  service: string;
  reason: string;
  time: string;
}

export interface Status {
  events: number;
  deadLetters: number;
  topics: { topic: string; events: number }[];
}
