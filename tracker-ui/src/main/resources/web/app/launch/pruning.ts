import { codecs, numeric, optional, tokens } from './codec';
import { AMOUNTS, ITERATIVE, RETRAINING, type Amount } from './pruning-options';
import { fieldsOf, isObject, none, toObject, WHOLE, written, type Chosen } from './variant';

/** The section `pruning` of the form as typed; what is not shown of it stays in `kept`. */
export interface Pruning {
  methods: string[];
  amount: Amount;
  rates: string[];
  compressions: string[];
  iterative: Chosen;
  layerRates: string;
  retraining: Chosen;
  granularity: string;
  /** Parts of layers' names such as `i2h`, joined by `+` where one branch covers several. */
  scopes: string[];
  start: Chosen;
  emptyLayers: boolean;
  kept: Record<string, unknown>;
}

export const ALL = 'all';
const WEIGHTS = 'weights';
const FIXED = 'fixed';
const VARIABLE = 'variable';
const REWOUND = 'rewound';
const PRUNED = 'pruned';
const SHOWN = [
  'methods',
  ...AMOUNTS,
  'retrainEpochs',
  'retraining',
  'granularity',
  'scopes',
  'start',
  'emptyLayers',
];

export const usual = (methods: string[]): Pruning => ({
  methods,
  amount: 'rates',
  rates: ['50', '80', '90'],
  compressions: [],
  iterative: none,
  layerRates: '',
  retraining: { kind: FIXED, values: { retrainEpochs: '15' }, kept: {} },
  granularity: WEIGHTS,
  scopes: [ALL],
  start: none,
  emptyLayers: false,
  kept: {},
});

/** Writes the section as a campaign file has it; what is usual and need not be said is left out. */
export function toPruning(p: Pruning): Record<string, unknown> {
  return {
    methods: p.methods,
    ...amountOf(p),
    ...(p.retraining.kind === VARIABLE
      ? { retraining: written(p.retraining.values, RETRAINING[VARIABLE]) }
      : p.retraining.kind === WHOLE
        ? { retraining: p.retraining.whole }
        : written(p.retraining.values, RETRAINING[FIXED])),
    ...(p.granularity === WEIGHTS ? {} : { granularity: p.granularity }),
    ...(p.scopes.join() === ALL ? {} : { scopes: p.scopes.map(toScope) }),
    ...startOf(p.start),
    ...(p.emptyLayers ? { emptyLayers: true } : {}),
    ...p.kept,
  };
}

function amountOf(p: Pruning): Record<string, unknown> {
  switch (p.amount) {
    case 'rates':
    case 'compressions':
      return { [p.amount]: p[p.amount].map(numeric) };
    case 'iterative':
      return { iterative: toObject(p.iterative, '', ITERATIVE, p.iterative.kind) };
    case 'layerRates':
      return { layerRates: codecs.named.read(p.layerRates) };
  }
}

function startOf({ kind, values, whole }: Chosen): Record<string, unknown> {
  switch (kind) {
    case '':
      return {};
    case REWOUND:
      return { start: { rewindTo: optional(values.rewindTo ?? '') } };
    case WHOLE:
      return { start: whole };
    default:
      return { start: kind };
  }
}

const toScope = (typed: string) => {
  const parts = typed.split('+').filter(Boolean);
  return parts.length > 1 ? parts : typed;
};

/** Reads the section of a campaign file, whatever it holds. */
export function fromPruning(section: unknown): Pruning {
  const file = isObject(section) ? section : {};
  const amount = AMOUNTS.find((name) => file[name] !== undefined) ?? 'rates';
  const kept = Object.fromEntries(Object.entries(file).filter(([name]) => !SHOWN.includes(name)));
  const iterative = fromIterative(file.iterative);
  const layerRates = codecs.named.write(file.layerRates ?? {});
  const scopes = fromScopes(file.scopes ?? [ALL]);
  for (const other of AMOUNTS) {
    if (other !== amount && file[other] !== undefined) {
      kept[other] = file[other];
    }
  }
  if (layerRates === undefined) {
    kept.layerRates = file.layerRates;
  }
  if (scopes === undefined) {
    kept.scopes = file.scopes;
  }
  if (file.emptyLayers !== undefined && typeof file.emptyLayers !== 'boolean') {
    kept.emptyLayers = file.emptyLayers;
  }
  return {
    methods: list(file.methods),
    amount,
    rates: list(file.rates),
    compressions: list(file.compressions),
    iterative,
    layerRates: layerRates ?? '',
    retraining: fromRetraining(file),
    granularity: file.granularity === undefined ? WEIGHTS : String(file.granularity),
    scopes: scopes ?? [ALL],
    start: fromStart(file.start),
    emptyLayers: file.emptyLayers === true,
    kept,
  };
}

/** An iterative schedule is told apart by the field that says what a round cuts. */
function fromIterative(value: unknown): Chosen {
  if (value === undefined) {
    return none;
  }
  const kind = isObject(value) && Object.keys(ITERATIVE).find((name) => name in value);
  return isObject(value) && kind
    ? { kind, ...fieldsOf(value, ITERATIVE[kind]) }
    : { ...none, kind: WHOLE, whole: value };
}

function fromRetraining({ retraining, retrainEpochs }: Record<string, unknown>): Chosen {
  if (isObject(retraining)) {
    return { kind: VARIABLE, ...fieldsOf(retraining, RETRAINING[VARIABLE]) };
  }
  return retraining === undefined
    ? { kind: FIXED, values: { retrainEpochs: text(retrainEpochs) }, kept: {} }
    : { ...none, kind: WHOLE, whole: retraining };
}

function fromStart(value: unknown): Chosen {
  if (value === undefined || value === null || value === PRUNED) {
    return none;
  }
  if (isObject(value) && Object.keys(value).join() === 'rewindTo') {
    return { kind: REWOUND, values: { rewindTo: text(value.rewindTo) }, kept: {} };
  }
  return value === 'reinitialised'
    ? { ...none, kind: value }
    : { ...none, kind: WHOLE, whole: value };
}

function fromScopes(value: unknown): string[] | undefined {
  const scopes = Array.isArray(value) ? value : [value];
  const plain = scopes.map((scope) =>
    Array.isArray(scope) && scope.every((part) => typeof part === 'string')
      ? scope.join('+')
      : scope,
  );
  return plain.every((scope) => typeof scope === 'string') ? (plain as string[]) : undefined;
}

/** Scopes as they are typed: `layer0 + layer2` is one. */
export const scopeTokens = (typed: string) => tokens(typed.replace(/\s*\+\s*/g, '+'));

const text = (value: unknown) => (value === undefined || value === null ? '' : String(value));
const list = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);
