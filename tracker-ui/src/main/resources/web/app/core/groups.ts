import type { Group } from '../api/evidence';
import type { CampaignSpec } from '../api/types';

import type { Series } from '../charts/series';

/** The dense network before any pruning, and the control that is fair to pruned ones. */
export const DENSE = 'dense';
export const CONTROL = 'dense-control';

export const isLevel = (group: Group) => group.variant === DENSE || group.variant === CONTROL;

/** How the structure of a campaign's dense networks is learned, if it is. */
export const learningOf = (spec: Pick<CampaignSpec, 'training'>) =>
  spec.training.structureLearning?.method;

/** What the variants of a design are compared with: its control, or else its dense network. */
export function referenceOf(groups: Group[], design: string): Group | undefined {
  const own = groups.filter((g) => g.design === design);
  return own.find((g) => g.variant === CONTROL) ?? own.find((g) => g.variant === DENSE);
}

/** A design's groups: its references first, then by variant in the order of the plan, by sparsity. */
export const ordered = (groups: Group[], design: string, series: Series) =>
  groups
    .filter((g) => g.design === design)
    .sort((a, b) => series.rank(a.variant) - series.rank(b.variant) || a.sparsity - b.sparsity);

/** How many times fewer weights; absent where none are left. */
export const compressionOf = (group: Group): number | undefined =>
  group.compressionRatio ?? (group.sparsity < 1 ? 1 / (1 - group.sparsity) : undefined);
