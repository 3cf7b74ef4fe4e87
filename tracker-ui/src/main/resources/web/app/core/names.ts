/** Names of methods, variants and branches for people; the name on the wire if it is not known. */
const SALIENCIES: Record<string, string> = {
  magnitude: 'Magnitude',
  'standardised-magnitude': 'Standardised magnitude',
  'optimal-brain-damage': 'Optimal brain damage',
  'optimal-brain-surgeon': 'Optimal brain surgeon',
  snip: 'SNIP',
  taylor: 'Taylor',
  fisher: 'Fisher',
  random: 'Random',
};

const DISTRIBUTIONS: Record<string, string> = {
  'class-blinded': 'class-blinded',
  'class-uniform': 'class-uniform',
  'class-distributed': 'class-distributed',
  'erdos-renyi-kernel': 'Erdős–Rényi kernel',
  'per-layer': 'per layer',
};

const OTHERS: Record<string, string> = {
  dense: 'Dense',
  'dense-control': 'Dense control',
  'structure-from-scratch': 'Structure from scratch',
  'gradual-magnitude': 'Gradual magnitude',
  set: 'SET',
  rigl: 'RigL',
  'l1-threshold': 'L1 with threshold',
};

/** What a variant does beside its method, as the end of its name says it. */
const ENDINGS: [RegExp, string][] = [
  [/-from-scratch$/, 'from scratch'],
  [/-iterative$/, 'iterative'],
  [/-reinitialised$/, 're-initialised'],
  [/-rewound-(\d+)$/, 'rewound to epoch $1'],
  [/-units$/, 'whole units'],
];

const SCRATCH = '-from-scratch';

const CRITERION = new RegExp(`^(.+?)-(${Object.keys(DISTRIBUTIONS).join('|')})(?:-(.+))?$`);

export const saliencyName = (saliency: string) => SALIENCIES[saliency] ?? saliency;
export const distributionName = (distribution: string) =>
  DISTRIBUTIONS[distribution] ?? distribution;

/** A distribution's name where the others stand beside it. */
export const shortDistributionName = (distribution: string) =>
  distributionName(distribution)
    .replace(/^class-/, '')
    .replace(/ kernel$/, '');

/** The saliency and the distribution that a method's name is made of, and what follows them. */
export function criterionOf(method: string) {
  const parts = CRITERION.exec(method);
  return parts ? { saliency: parts[1], distribution: parts[2], rest: parts[3] ?? '' } : undefined;
}

/** A method or a variant: `magnitude-class-blinded-i2h` is magnitude, class-blinded, of i2h. */
export function methodName(method: string): string {
  const criterion = OTHERS[method] ? undefined : criterionOf(method);
  if (!criterion) {
    return OTHERS[method] ?? saliencyName(method);
  }
  const { saliency, distribution, rest } = criterion;
  const parts = [`${saliencyName(saliency)}, ${distributionName(distribution)}`, ...endings(rest)];
  return parts.join(', ');
}

function endings(rest: string): string[] {
  const found: string[] = [];
  let left = rest === '' ? '' : `-${rest}`;
  for (const [pattern, words] of ENDINGS) {
    const match = pattern.exec(left);
    if (match) {
      found.unshift(words.replace('$1', match[1] ?? ''));
      left = left.slice(0, match.index);
    }
  }
  return left === '' ? found : [left.slice(1).replaceAll('-', ' + '), ...found];
}

/** The amount at the end of a branch's name, and how it is said. */
const AMOUNTS: [RegExp, string][] = [
  [/-x(\d+(?:\.\d+)?)$/, '$1×'],
  [/-share-(\d+(?:\.\d+)?)$/, '$1 % a round'],
  [/-weights-(\d+)$/, '$1 weights a round'],
  [/-budget-(\d+(?:\.\d+)?)$/, '$1 % of the saliency a round'],
  [/(?<=-iterative)-(\d[\d.-]*)$/, '$1 %'],
  [/(?<!-rewound)-(\d+(?:\.\d+)?)$/, '$1 %'],
];

/** A branch's name for people: `magnitude-class-blinded-80` is its method and its rate. */
export function branchTitle(branch: string): string {
  if (branch.endsWith(SCRATCH)) {
    return `${branchTitle(branch.slice(0, -SCRATCH.length))}, from scratch`;
  }
  for (const [pattern, words] of AMOUNTS) {
    const match = pattern.exec(branch);
    if (match) {
      const amount = words.replace('$1', match[1].replaceAll('-', ', '));
      return `${methodName(branch.slice(0, match.index))} ${amount}`;
    }
  }
  return methodName(branch);
}
