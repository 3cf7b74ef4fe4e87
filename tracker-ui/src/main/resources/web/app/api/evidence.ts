/** The REST API's shapes of what a campaign shows: statistics over its trials, and their audit. */
import type { Maybe } from '../core/format';

/** Repetitions of one step: test accuracy after retraining, with the interval of its mean. */
export interface Group {
  design: string;
  /** Branches of one variant are points of one curve; `dense` before any pruning. */
  variant: string;
  branch: string;
  step: number;
  sparsity: number;
  compressionRatio: Maybe<number>;
  trials: number;
  mean: number;
  std: Maybe<number>;
  low: Maybe<number>;
  high: Maybe<number>;
}

export type Verdict = 'a-better' | 'b-better' | 'no-difference-shown' | 'too-few-seeds';

/** A paired test of two variants; a positive difference speaks for `a`. */
export interface Comparison {
  design: string;
  sparsity: number;
  a: string;
  b: string;
  aBranch: string;
  bBranch: string;
  pairs: number;
  meanDifference: Maybe<number>;
  low: Maybe<number>;
  high: Maybe<number>;
  /** Hedges' g of the paired differences. */
  effectSize: Maybe<number>;
  t: Maybe<number>;
  p: Maybe<number>;
  adjustedP: Maybe<number>;
  verdict: Verdict;
  /** What is particular, for people. */
  note: Maybe<string>;
}

export interface Statistics {
  leastSeeds: number;
  confidence: number;
  correction: string;
  alpha: number;
  groups: Group[];
  comparisons: Comparison[];
}

export interface AuditedStep {
  trial: string;
  at: string;
  ok: boolean;
  problem: Maybe<string>;
}

/** How far a verification is, and what it found. */
export interface Audit {
  state: 'none' | 'running' | 'done';
  checked: Maybe<number>;
  total: Maybe<number>;
  startedAt: Maybe<string>;
  seconds: Maybe<number>;
  verdict: Maybe<'holds' | 'broken' | 'failed'>;
  problems: Maybe<{ at: string; what: string }[]>;
  steps: Maybe<AuditedStep[]>;
}
