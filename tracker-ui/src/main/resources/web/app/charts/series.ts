import type { BranchPlan } from '../api/pruning';
import { variantOf } from '../core/branches';
import { methodName } from '../core/names';

/** How a variant is drawn: the custom property of its colour, its line and its marker. */
export interface Look {
  variable: string;
  dash: 'solid' | 'dashed' | 'dotted';
  symbol: string;
}

const COLOURS = 8;
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond'];
const DASHES = ['solid', 'dashed', 'dotted'] as const;
const DENSE: Look = { variable: '--series-dense', dash: 'dashed', symbol: 'diamond' };
const FIXED: Record<string, Look> = {
  dense: DENSE,
  'dense-control': { variable: '--series-control', dash: 'dotted', symbol: 'diamond' },
};
const RANDOM: Look = { variable: '--series-random', dash: 'solid', symbol: 'rect' };

/** Every custom property that holds a colour of a series. */
export const SERIES_VARIABLES = [
  ...[...Object.values(FIXED), RANDOM].map((look) => look.variable),
  ...Array.from({ length: COLOURS }, (_, i) => `--series-${i}`),
];

/**
 * The looks of a campaign's variants, the same on its page and on those of its trials: in the order
 * of the plan each has a colour of its own, and beyond the eighth another line and marker too. A
 * structure from scratch is drawn as its origin, dashed and hollow.
 */
export class Series {
  /** In the order of the plan, without the dense network. */
  readonly variants: string[];
  private readonly looks = new Map<string, Look>(Object.entries(FIXED));
  private readonly byBranch: Map<string, string>;

  constructor(
    branches: BranchPlan[],
    /** How the structure of the dense network is learned, if it is. */
    private readonly learning?: string,
  ) {
    this.byBranch = new Map(branches.map((b) => [b.name, variantOf(b, branches)]));
    this.variants = [...new Set(this.byBranch.values())];
    const own = this.variants.filter((v) => !(v in FIXED) && !isRandom(v) && !isFromScratch(v));
    own.forEach((variant, i) => {
      const again = Math.floor(i / COLOURS);
      this.looks.set(variant, {
        variable: `--series-${i % COLOURS}`,
        dash: DASHES[again % DASHES.length],
        symbol: SYMBOLS[again % SYMBOLS.length],
      });
    });
  }

  /** The variant of a branch; `dense` before any pruning. */
  variantOf(branch: string): string {
    return this.byBranch.get(branch) ?? branch;
  }

  look(variant: string): Look {
    const known = this.looks.get(variant);
    if (known) {
      return known;
    }
    if (isRandom(variant)) {
      return RANDOM;
    }
    return isFromScratch(variant)
      ? { ...this.look(origin(variant)), dash: 'dashed', symbol: 'emptyCircle' }
      : DENSE;
  }

  lookOf(branch: string): Look {
    return this.look(this.variantOf(branch));
  }

  /** A variant's name for people. */
  name(variant: string): string {
    return methodName(variant === 'dense' ? (this.learning ?? variant) : variant);
  }

  nameOf(branch: string): string {
    return this.name(this.variantOf(branch));
  }

  /** Where a variant stands in tables: the dense network, its control, then the plan's order. */
  rank(variant: string): number {
    const place = this.variants.indexOf(variant);
    return variant === 'dense' ? -2 : variant === 'dense-control' ? -1 : place;
  }
}

const SCRATCH = '-from-scratch';
const isRandom = (variant: string) => variant.startsWith('random-');
const isFromScratch = (variant: string) => variant.endsWith(SCRATCH);
const origin = (variant: string) => variant.slice(0, -SCRATCH.length);
