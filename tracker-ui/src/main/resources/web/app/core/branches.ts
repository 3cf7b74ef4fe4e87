import type { BranchPlan } from '../api/pruning';
import { share } from './format';

export const DENSE_CONTROL = 'dense-control';
export const FROM_SCRATCH = 'structure-from-scratch';

export const isControl = (branch: BranchPlan) =>
  branch.method === DENSE_CONTROL || branch.method === FROM_SCRATCH;

/** Pruning steps of a branch, at most: an iterative schedule may end earlier. */
export const stepsOf = (branch: BranchPlan) =>
  branch.rounds?.most ?? Math.max(1, branch.sparsities.length);

/**
 * What a branch does beside its amounts, such as `magnitude-class-blinded-i2h`, as the server tells
 * its results: branches of one variant are points of one curve.
 */
export function variantOf(branch: BranchPlan, siblings: BranchPlan[]): string {
  if (branch.of) {
    const origin = siblings.find((b) => b.name === branch.of);
    return origin ? `${variantOf(origin, siblings)}-from-scratch` : branch.method;
  }
  const options = branch.options;
  const start = options?.start;
  return [
    branch.method,
    ...(options?.scope ?? []),
    ...(options && options.granularity !== 'weights' ? [options.granularity] : []),
    ...(start ? [start.kind === 'rewound' ? `rewound-${start.epoch}` : start.kind] : []),
    ...(stepsOf(branch) > 1 ? ['iterative'] : []),
  ].join('-');
}

/** How much a branch cuts in the end, for people; empty if it cuts nothing or that is open. */
export function amountOf(branch: BranchPlan, siblings: BranchPlan[]): string {
  const origin = siblings.find((b) => b.name === branch.of);
  if (origin) {
    return amountOf(origin, siblings);
  }
  const last = branch.sparsities[branch.sparsities.length - 1] ?? branch.rounds?.untilSparsity ?? 0;
  return last > 0 ? share(last) : '';
}

/** The epoch of the dense training at which a branch's every retraining begins anew, if it does. */
export function beginsAnewAt(branch: BranchPlan): number | undefined {
  const start = branch.options?.start;
  return branch.of || start?.kind === 'reinitialised' ? 0 : start?.epoch;
}
