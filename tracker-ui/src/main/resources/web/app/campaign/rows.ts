import type { Training, TrainingState } from '../api/types';
import type { Series } from '../charts/series';
import { share } from '../core/format';

/** The key of a training's row: a retry takes the place of what it repeats. */
export const rowKey = (t: Training) => `${t.trial}/${t.branch}/${t.step}`;

/** Merges rows that arrived into those that are there; an older attempt never wins. */
export function merged(rows: Map<string, Training>, arrived: Training[]): Map<string, Training> {
  const next = new Map(rows);
  for (const row of arrived) {
    const present = next.get(rowKey(row));
    if (!present || row.attempt >= present.attempt) {
      next.set(rowKey(row), row);
    }
  }
  return next;
}

/** A branch as a row names it, with the step if it has several. */
export const rowBranch = (t: Training, series: Series) =>
  t.step > 1 ? `${series.nameOf(t.branch)}, step ${t.step}` : series.nameOf(t.branch);

/** Says so if a training ended before its planned epochs. */
export const stoppedEarly = (t: Training) =>
  typeof t.trainedEpochs === 'number' && typeof t.epochs === 'number' && t.trainedEpochs < t.epochs
    ? `stopped after ${t.trainedEpochs} of ${t.epochs} epochs`
    : '';

/** The sparsity reached, or else the one aimed at. */
export const rowSparsity = (t: Training) => share(t.sparsity ?? t.targetSparsity);

export const STATES: TrainingState[] = [
  'TRAINING',
  'QUEUED',
  'WAITING',
  'TRAINED',
  'FAILED',
  'CANCELLED',
  'NOT_NEEDED',
];

export type Column =
  | 'trial'
  | 'seed'
  | 'branch'
  | 'sparsity'
  | 'state'
  | 'validation'
  | 'predicted'
  | 'test'
  | 'worker'
  | 'elapsed';

const VALUE: Record<Column, (t: Training) => number | string | undefined> = {
  trial: (t) => Number(t.trial.slice(t.trial.lastIndexOf('.') + 1)),
  seed: (t) => t.seed ?? undefined,
  branch: (t) => `${t.step === 0 ? '' : t.branch}/${t.step}`,
  sparsity: (t) => t.sparsity ?? t.targetSparsity ?? undefined,
  state: (t) => STATES.indexOf(t.state),
  validation: (t) => t.validationAccuracy ?? undefined,
  predicted: (t) => t.predictedAccuracy ?? undefined,
  test: (t) => t.testAccuracy ?? undefined,
  worker: (t) => t.worker ?? undefined,
  elapsed: (t) => t.seconds ?? (t.since ? (Date.now() - Date.parse(t.since)) / 1000 : undefined),
};

/** Sorts by a column; rows without a value come last either way, ties stay in the trials' order. */
export function sorted(rows: Training[], column: Column, descending: boolean): Training[] {
  const order = (a: Training, b: Training) =>
    compare(VALUE.trial(a), VALUE.trial(b)) || compare(VALUE.branch(a), VALUE.branch(b));
  return [...rows].sort((a, b) => {
    const [x, y] = [VALUE[column](a), VALUE[column](b)];
    if (x === undefined || y === undefined) {
      return x === y ? order(a, b) : x === undefined ? 1 : -1;
    }
    return (descending ? -compare(x, y) : compare(x, y)) || order(a, b);
  });
}

function compare(a: number | string | undefined, b: number | string | undefined): number {
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : String(a).localeCompare(String(b));
}

/** Whether a row is meant by a search text. */
export function found(t: Training, search: string, series: Series): boolean {
  const text = `${t.trial} ${t.seed} ${t.branch} ${rowBranch(t, series)} ${t.worker ?? ''} ${t.architecture ?? ''} ${t.design ?? ''}`;
  return text.toLowerCase().includes(search.trim().toLowerCase());
}
