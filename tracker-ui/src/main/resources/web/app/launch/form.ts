import type { CampaignFile, CampaignSpec, Problem } from '../api/types';

/**
 * The launch form as typed. Nothing is judged here: what is no number stays text in the campaign
 * file, and the server says what is wrong with it, the same way as for files.
 */
export interface Form {
  name: string;
  description: string;
  dataset: string;
  architectures: string[];
  seeds: string;
  learningRate: string;
  momentum: string;
  batchSize: string;
  epochs: string;
  prune: boolean;
  methods: string[];
  rates: string[];
  retrainEpochs: string;
  control: boolean;
}

const CONTROL = 'dense-control';
const MOST_OF_A_RANGE = 1001;

export const blank = (dataset: string, methods: string[]): Form => ({
  name: '',
  description: '',
  dataset,
  architectures: ['100'],
  seeds: '1-3',
  learningRate: '0.01',
  momentum: '0',
  batchSize: '64',
  epochs: '30',
  prune: methods.length > 0,
  methods,
  rates: ['80'],
  retrainEpochs: '15',
  control: true,
});

/** The campaign file that the form stands for. */
export function toFile(form: Form): CampaignFile {
  return {
    name: form.name,
    ...(form.description.trim() ? { description: form.description } : {}),
    dataset: form.dataset,
    architectures: form.architectures.map((hidden) => ({ hidden: tokens(hidden).map(numeric) })),
    seeds: tokens(form.seeds).flatMap(range),
    training: {
      learningRate: optional(form.learningRate),
      momentum: optional(form.momentum),
      batchSize: optional(form.batchSize),
      epochs: optional(form.epochs),
    },
    ...(form.prune
      ? {
          pruning: {
            methods: form.methods,
            rates: form.rates.map(numeric),
            retrainEpochs: optional(form.retrainEpochs),
          },
          ...(form.control ? { controls: [CONTROL] } : {}),
        }
      : {}),
  };
}

/** The form that stands for a campaign file, such as a study's. */
export function fromFile(file: CampaignFile): Form {
  const training = file.training ?? {};
  const words = (value: unknown) => (value === undefined || value === null ? '' : String(value));
  return {
    name: words(file.name),
    description: words(file.description),
    dataset: words(file.dataset),
    architectures: (file.architectures ?? []).map((a) => (a.hidden ?? []).join(', ')),
    seeds: compact(file.seeds ?? []),
    learningRate: words(training.learningRate),
    momentum: words(training.momentum),
    batchSize: words(training.batchSize),
    epochs: words(training.epochs),
    prune: file.pruning !== undefined,
    methods: (file.pruning?.methods ?? []).map(String),
    rates: (file.pruning?.rates ?? []).map(String),
    retrainEpochs: words(file.pruning?.retrainEpochs),
    control: (file.controls ?? []).includes(CONTROL),
  };
}

/** The form of a campaign that was launched before, to launch one like it. */
export function fromSpec(spec: CampaignSpec): Form {
  const pruned = spec.branches.filter((b) => b.method !== CONTROL);
  const unique = <T>(values: T[]) => [...new Set(values)];
  return fromFile({
    name: spec.name,
    description: spec.description,
    dataset: spec.dataset,
    architectures: spec.architectures.map((a) => ({ hidden: hiddenOf(a) })),
    seeds: spec.seeds,
    training: { ...spec.training },
    pruning:
      pruned.length > 0
        ? {
            methods: unique(pruned.map((b) => b.method)),
            rates: unique(pruned.flatMap((b) => b.sparsities)).map((s) =>
              parseFloat((s * 100).toFixed(6)),
            ),
            retrainEpochs: pruned[0].retrainEpochs,
          }
        : undefined,
    controls: spec.branches.some((b) => b.method === CONTROL) ? [CONTROL] : undefined,
  });
}

function hiddenOf(architecture: CampaignSpec['architectures'][number]): number[] {
  const widths =
    typeof architecture === 'string' ? architecture.split('-').map(Number) : architecture.widths;
  return widths.slice(1, -1);
}

/** The problems of a field and of all that is in it. */
export const problemsOf = (problems: Problem[], field: string) =>
  problems.filter(
    (p) => p.field === field || p.field.startsWith(`${field}.`) || p.field.startsWith(`${field}[`),
  );

export const tokens = (text: string) =>
  text
    .replace(/\s*[-–]\s*/g, '-')
    .split(/[\s,;]+/)
    .filter(Boolean);

function numeric(text: string): number | string {
  const value = Number(text);
  return text.trim() !== '' && Number.isFinite(value) ? value : text;
}

const optional = (text: string) => (text.trim() === '' ? undefined : numeric(text.trim()));

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
