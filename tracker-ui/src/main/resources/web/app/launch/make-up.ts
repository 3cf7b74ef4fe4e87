import type { Size } from '../api/types';
import { plural } from '../core/format';
import { tokens } from './codec';
import type { Form } from './form';
import type { Pruning } from './pruning';

const USUAL_ROUNDS = 10;

interface Part {
  trainings: number;
  words: string;
}

/**
 * What the trainings of one trial are. The server counts them; of which parts they are is told only
 * where the form and the count agree.
 */
export function makeUp(form: Form, { trainingsPerTrial }: Size): Part[] {
  const dense = { trainings: 1, words: 'dense network' };
  const retrained = trainingsPerTrial - 1;
  if (!form.prune || retrained === 0) {
    return [dense];
  }
  const factors = factorsOf(form.pruning);
  const pruned = factors.reduce((product, f) => product * f.n, 1);
  const controls = retrained - pruned;
  if (controls < 0 || controls > 0 !== form.controls.length > 0) {
    return [dense, { trainings: retrained, words: 'after pruning, and controls' }];
  }
  const product = factors.map((f) => plural(f.n, f.one)).join(' × ');
  return [
    dense,
    { trainings: pruned, words: `pruned: ${product}` },
    ...(controls > 0
      ? [{ trainings: controls, words: controls === 1 ? 'control' : 'controls' }]
      : []),
  ];
}

/** Whether an iterative schedule may come to its end before all its rounds are done. */
export const mayEndEarlier = ({ prune, pruning }: Form) =>
  prune && pruning.amount === 'iterative' && pruning.iterative.kind !== 'rates';

function factorsOf(p: Pruning): { n: number; one: string }[] {
  const methods = { n: p.methods.length, one: 'method' };
  const scopes = p.scopes.length > 1 ? [{ n: p.scopes.length, one: 'scope' }] : [];
  switch (p.amount) {
    case 'rates':
      return [methods, { n: p.rates.length, one: 'rate' }, ...scopes];
    case 'compressions':
      return [methods, { n: p.compressions.length, one: 'ratio' }, ...scopes];
    case 'layerRates':
      return [methods, ...scopes];
    case 'iterative':
      return [methods, ...roundsOf(p), ...scopes];
  }
}

function roundsOf({ iterative: { kind, values } }: Pruning) {
  const amounts = tokens(values[kind] ?? '').length;
  if (kind === 'rates') {
    return [{ n: amounts, one: 'step' }];
  }
  const rounds = { n: Number(values.rounds || USUAL_ROUNDS), one: 'round' };
  return amounts > 1 ? [{ n: amounts, one: 'cut' }, rounds] : [rounds];
}
