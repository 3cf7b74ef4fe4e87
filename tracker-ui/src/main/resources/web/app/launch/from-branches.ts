import type { BranchPlan, Cut, PruningOptions, Rounds } from '../api/pruning';
import { DENSE_CONTROL, FROM_SCRATCH, isControl } from '../core/branches';

const RANDOM = /^random-(class-blinded|per-layer)$/;
const SNIP = /^snip-/;
const DECIMALS = 4;

/** The fields `pruning` and `controls` of the campaign file that branches could have come from. */
export function prunedLike(branches: BranchPlan[]) {
  if (branches.length === 0) {
    return {};
  }
  const pruned = branches.filter((b) => !isControl(b));
  const named = pruned.filter((b) => !RANDOM.test(b.method));
  const random = named.length > 0 && named.length < pruned.length;
  const own = named.length > 0 ? named : pruned;
  const has = (method: string) => branches.some((b) => b.method === method);
  return {
    pruning: own.length > 0 ? pruningOf(own) : undefined,
    controls: [
      ...(has(DENSE_CONTROL) ? [DENSE_CONTROL] : []),
      ...(random ? ['random'] : []),
      ...(has(FROM_SCRATCH) ? [FROM_SCRATCH] : []),
    ],
  };
}

function pruningOf(branches: BranchPlan[]): Record<string, unknown> {
  // SNIP starts from the initial weights and trains as long as the dense network, whatever is said.
  const plain = branches.find((b) => !SNIP.test(b.method)) ?? branches[0];
  const options = plain.options;
  const scopes = unique(branches.map((b) => JSON.stringify(b.options?.scope ?? []))).map((s) =>
    scopeOf(JSON.parse(s) as string[]),
  );
  return {
    methods: unique(branches.map((b) => b.method)),
    ...amountOf(branches),
    ...retrainingOf(plain.retrainEpochs, options),
    ...(options && options.granularity !== 'weights' ? { granularity: options.granularity } : {}),
    ...(scopes.join() === 'all' ? {} : { scopes }),
    ...(SNIP.test(plain.method) ? {} : startOf(options)),
    ...(options?.emptyLayers ? { emptyLayers: true } : {}),
  };
}

const unique = <T>(values: T[]) => [...new Set(values)];

const scopeOf = (parts: string[]) =>
  parts.length === 0 ? 'all' : parts.length === 1 ? parts[0] : parts;

function amountOf(branches: BranchPlan[]): Record<string, unknown> {
  const [first] = branches;
  if (first.layerRates) {
    return {
      layerRates: Object.fromEntries(
        Object.entries(first.layerRates).map(([layer, rate]) => [layer, percent(rate)]),
      ),
    };
  }
  if (first.rounds) {
    return { iterative: iterativeOf(first.rounds, branches) };
  }
  if (first.sparsities.length > 1) {
    return { iterative: { rates: first.sparsities.map(percent) } };
  }
  const rates = unique(branches.flatMap((b) => b.sparsities));
  return rates.every(isRound)
    ? { rates: rates.map(percent) }
    : { compressions: rates.map((rate) => rounded(1 / (1 - rate), DECIMALS + 2)) };
}

function iterativeOf(rounds: Rounds, branches: BranchPlan[]): Record<string, unknown> {
  const cuts = branches.flatMap((b) => (b.rounds ? [b.rounds.cut] : []));
  const amounts = unique(cuts.map(taken));
  return {
    [CUTS[rounds.cut.kind]]: amounts.length === 1 ? amounts[0] : amounts,
    rounds: rounds.most,
    ...(typeof rounds.untilSparsity === 'number' ? { until: percent(rounds.untilSparsity) } : {}),
    leastWeights: rounds.leastWeights,
  };
}

/** The field of a campaign file that says what a round cuts. */
const CUTS: Record<Cut['kind'], string> = {
  'share-of-remaining': 'shareOfRemaining',
  weights: 'weights',
  'saliency-budget': 'saliencyBudget',
};

const taken = (cut: Cut) => (cut.kind === 'weights' ? cut.count : percent(cut.share));

function retrainingOf(epochs: number, options: BranchPlan['options']): Record<string, unknown> {
  const gain = options?.retrainLeastGain;
  return typeof gain === 'number'
    ? { retraining: { atMost: epochs, leastGain: percent(gain) } }
    : { retrainEpochs: epochs };
}

function startOf(options: PruningOptions | null | undefined): Record<string, unknown> {
  const start = options?.start;
  return !start ? {} : { start: start.kind === 'rewound' ? { rewindTo: start.epoch } : start.kind };
}

const rounded = (value: number, decimals: number) => parseFloat(value.toFixed(decimals));
const percent = (share: number) => rounded(share * 100, 6);

/** Whether a share is a percentage that somebody would write. */
const isRound = (share: number) => Math.abs(share * 100 - rounded(share * 100, DECIMALS)) < 1e-9;
