import type { CampaignFile, Problem } from '../api/types';
import { numeric, tokens } from './codec';
import { fromPruning, toPruning, usual, type Pruning } from './pruning';
import { fresh, fromEntry, toEntry, type Network } from './network';
import {
  EARLY_STOPPING,
  REGULARISATION,
  SCHEDULES,
  STOPS,
  STRUCTURE_LEARNING,
  TRAINING,
} from './options';
import { fieldsOf, fromObject, isObject, none, toObject, written, type Chosen } from './variant';

/**
 * The launch form as typed. Nothing is judged here: what is no number stays text in the campaign
 * file, and the server says what is wrong with it, the same way as for files.
 */
export interface Form {
  name: string;
  description: string;
  dataset: string;
  networks: Network[];
  seeds: string;
  /** The plain numbers of `training`, by name. */
  numbers: Record<string, string>;
  optimizer: string;
  schedule: Chosen;
  earlyStopping: Chosen;
  structureLearning: Chosen;
  /** Whether the options that few campaigns need are shown. */
  more: boolean;
  prune: boolean;
  pruning: Pruning;
  controls: string[];
  kept: Kept;
}

/** What a file says that the form has no field for; it goes back into the file as it was. */
export interface Kept {
  file: Record<string, unknown>;
  training: Record<string, unknown>;
}

/** Those that a campaign has that prunes and says nothing of controls. */
export const USUAL_CONTROLS = ['dense-control', 'random', 'structure-from-scratch'];
const SGD = 'sgd';
const USUAL_METHOD = 'magnitude-class-blinded';
const MOST_OF_A_RANGE = 1001;
const NUMBERS = [...TRAINING, ...REGULARISATION];
const KNOWN = [
  'name',
  'description',
  'dataset',
  'architectures',
  'seeds',
  'training',
  'pruning',
  'controls',
];

export const blank = (dataset: string, family: string): Form => ({
  name: '',
  description: '',
  dataset,
  networks: [withHidden(fresh(family))],
  seeds: '1-3',
  numbers: { learningRate: '0.01', momentum: '0', batchSize: '64', epochs: '30' },
  optimizer: SGD,
  schedule: none,
  earlyStopping: none,
  structureLearning: none,
  more: false,
  prune: true,
  pruning: usual([USUAL_METHOD]),
  controls: USUAL_CONTROLS,
  kept: { file: {}, training: {} },
});

const withHidden = (network: Network): Network => ({
  ...network,
  family: { ...network.family, values: { ...network.family.values, hidden: '100' } },
});

/** The campaign file that the form stands for. */
export function toFile(form: Form): CampaignFile {
  return {
    name: form.name,
    ...(form.description.trim() ? { description: form.description } : {}),
    dataset: form.dataset,
    architectures: form.networks.map(toEntry),
    seeds: tokens(form.seeds).flatMap(range),
    training: {
      ...written(form.numbers, TRAINING),
      ...(form.optimizer === SGD ? {} : { optimizer: form.optimizer }),
      ...written(form.numbers, REGULARISATION),
      ...defined({
        schedule: toObject(form.schedule, 'kind', SCHEDULES, ''),
        earlyStopping: toObject(form.earlyStopping, '', EARLY_STOPPING, STOPS),
        structureLearning: toObject(form.structureLearning, 'method', STRUCTURE_LEARNING, ''),
      }),
      ...form.kept.training,
    },
    ...(form.prune ? { pruning: toPruning(form.pruning), controls: form.controls } : {}),
    ...form.kept.file,
  };
}

/** The form that stands for a campaign file, such as a study's; whatever the file holds. */
export function fromFile(file: CampaignFile): Form {
  const all = isObject(file) ? file : {};
  const training = isObject(all.training) ? all.training : {};
  const { values, kept } = fieldsOf(training, NUMBERS, [
    'optimizer',
    'schedule',
    'earlyStopping',
    'structureLearning',
  ]);
  return {
    name: words(all.name),
    description: words(all.description),
    dataset: words(all.dataset),
    networks: array(all.architectures).map(fromEntry),
    seeds: compact(array(all.seeds)),
    numbers: values,
    optimizer: words(training.optimizer) || SGD,
    schedule: fromObject(training.schedule, 'kind', SCHEDULES, ''),
    earlyStopping: fromObject(training.earlyStopping, '', EARLY_STOPPING, STOPS),
    structureLearning: fromObject(training.structureLearning, 'method', STRUCTURE_LEARNING, ''),
    more:
      REGULARISATION.some((f) => values[f.name] !== '') ||
      ['schedule', 'earlyStopping', 'structureLearning'].some((name) => name in training),
    prune: all.pruning !== undefined && all.pruning !== null,
    pruning: isObject(all.pruning) ? fromPruning(all.pruning) : usual([USUAL_METHOD]),
    controls: controlsOf(all.controls) ?? [],
    kept: {
      file: { ...without(all, KNOWN), ...strangeControls(all) },
      training: kept,
    },
  };
}

const controlsOf = (controls: unknown) =>
  controls === undefined || controls === null
    ? USUAL_CONTROLS
    : Array.isArray(controls)
      ? controls.map(String)
      : undefined;

/** Controls that the form's boxes cannot stand for: those beside no pruning, and what is no list. */
const strangeControls = ({ controls, pruning }: Record<string, unknown>) =>
  controls !== undefined && (!pruning || controlsOf(controls) === undefined) ? { controls } : {};

const words = (value: unknown) => (value === undefined || value === null ? '' : String(value));
const array = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const without = (object: Record<string, unknown>, names: string[]) =>
  Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));

const defined = (object: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

/** The problems of a field and of all that is in it. */
export const problemsOf = (problems: Problem[], field: string) =>
  problems.filter(
    (p) => p.field === field || p.field.startsWith(`${field}.`) || p.field.startsWith(`${field}[`),
  );

function range(token: string): (number | string)[] {
  const ends = /^(\d{1,10})-(\d{1,10})$/.exec(token);
  if (!ends) {
    return [numeric(token)];
  }
  const [first, last] = [Number(ends[1]), Number(ends[2])];
  const length = Math.min(last - first + 1, MOST_OF_A_RANGE);
  return length > 0 ? Array.from({ length }, (_, i) => first + i) : [token];
}

/** Seeds as people write them: `1-5, 8`. */
function compact(seeds: unknown[]): string {
  const parts: string[] = [];
  for (let i = 0; i < seeds.length;) {
    let j = i;
    while (j + 1 < seeds.length && Number(seeds[j + 1]) === Number(seeds[j]) + 1) {
      j += 1;
    }
    parts.push(j > i + 1 ? `${seeds[i]}-${seeds[j]}` : seeds.slice(i, j + 1).join(', '));
    i = j + 1;
  }
  return parts.join(', ');
}
