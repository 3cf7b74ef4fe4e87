import type { Comparison, Statistics, Verdict } from '../api/evidence';
import type { Series } from '../charts/series';
import { plural } from '../core/format';
import { CONTROL } from '../core/groups';

/** Which comparisons are looked at: of one design, at one amount, with one variant. */
export interface Filter {
  design: string;
  /** A planned amount as `amounts` names it; empty: all. */
  amount: string;
  /** A variant that one side is; empty: any. */
  variant: string;
}

/** The amounts at which there are comparisons, ascending. */
export const amounts = (all: Comparison[]) => [
  ...new Set([...all].sort((a, b) => a.sparsity - b.sparsity).map((c) => amountName(c.sparsity))),
];

export const amountName = (sparsity: number) =>
  `${parseFloat((100 * sparsity).toFixed(sparsity < 0.99 ? 1 : 2))} %`;

/** The variants that are compared, in the plan's order. */
export const compared = (all: Comparison[], series: Series) =>
  [...new Set(all.flatMap((c) => [c.a, c.b]))].sort((a, b) => series.rank(a) - series.rank(b));

/** The control if there is one: whether pruning did anything at all is the first question. */
export const usualVariant = (all: Comparison[]) =>
  all.some((c) => c.a === CONTROL || c.b === CONTROL) ? CONTROL : '';

/** The comparisons that are meant, the variant looked at on the right, strongest evidence first. */
export function chosen(all: Comparison[], filter: Filter): Comparison[] {
  return all
    .filter(
      (c) =>
        (!filter.design || c.design === filter.design) &&
        (!filter.amount || amountName(c.sparsity) === filter.amount) &&
        (!filter.variant || c.a === filter.variant || c.b === filter.variant),
    )
    .map((c) => (filter.variant && c.a === filter.variant ? turned(c) : c))
    .sort(
      (a, b) =>
        (a.adjustedP ?? 2) - (b.adjustedP ?? 2) ||
        a.sparsity - b.sparsity ||
        a.a.localeCompare(b.a),
    );
}

const negative = (value: number | null | undefined) => (typeof value === 'number' ? -value : value);

const TURNED: Record<Verdict, Verdict> = {
  'a-better': 'b-better',
  'b-better': 'a-better',
  'no-difference-shown': 'no-difference-shown',
  'too-few-seeds': 'too-few-seeds',
};

/** The same comparison from the other side. */
const turned = (c: Comparison): Comparison => ({
  ...c,
  a: c.b,
  b: c.a,
  aBranch: c.bBranch,
  bBranch: c.aBranch,
  meanDifference: negative(c.meanDifference),
  low: negative(c.high),
  high: negative(c.low),
  effectSize: negative(c.effectSize),
  t: negative(c.t),
  verdict: TURNED[c.verdict],
});

/** A verdict as a badge's tone and words. */
export function verdictWords(c: Comparison, { leastSeeds }: Statistics): [string, string] {
  switch (c.verdict) {
    case 'a-better':
      return ['good', 'first is better'];
    case 'b-better':
      return ['bad', 'second is better'];
    case 'no-difference-shown':
      return ['', 'no difference shown'];
    case 'too-few-seeds':
      return ['warn', `too few seeds: ${plural(c.pairs, 'pair')} of ${leastSeeds}`];
  }
}
