import { html } from 'lit';
import type { Problem } from '../api/types';
import { problemList, select } from './fields';
import { problemsOf, type Form } from './form';
import {
  EARLY_STOPPING,
  REGULARISATION,
  SCHEDULE_NAMES,
  SCHEDULES,
  STOPPING_NAMES,
  STRUCTURE_LEARNING,
  STRUCTURE_NAMES,
  TRAINING,
} from './options';
import { elsewhere, fieldsFor, keptNote, variantFields } from './variant-fields';
import type { Chosen } from './variant';

const OPTIMIZERS = { sgd: 'SGD', adam: 'Adam' };
const CHOICES = ['schedule', 'earlyStopping', 'structureLearning'] as const;
const SHOWN = ['optimizer', ...CHOICES, ...[...TRAINING, ...REGULARISATION].map((f) => f.name)];

/** How the dense network is trained; what few campaigns need is folded away. */
export function training(form: Form, problems: Problem[], edit: (changes: Partial<Form>) => void) {
  const number = (name: string, value: string) =>
    edit({ numbers: { ...form.numbers, [name]: value } });
  const optimizer = (name: string) =>
    edit({
      optimizer: name,
      ...(name === 'adam' ? { numbers: { ...form.numbers, momentum: '' } } : {}),
    });
  const unfold = (e: Event) => {
    const more = (e.target as HTMLDetailsElement).open;
    if (more !== form.more) {
      edit({ more });
    }
  };
  return html` <div class="fields many">
      ${select(
        'optimizer',
        'Optimizer',
        form.optimizer,
        OPTIMIZERS,
        optimizer,
        problemsOf(problems, 'training.optimizer'),
      )}
      ${fieldsFor(TRAINING, form.numbers, 'training', problems, number)}
    </div>
    <details class="more" .open=${form.more || problemsIn(problems)} @toggle=${unfold}>
      <summary>More options</summary>
      <div class="fields four">
        ${fieldsFor(REGULARISATION, form.numbers, 'training', problems, number)}
      </div>
      ${variantFields('Learning rate schedule', SCHEDULE_NAMES, SCHEDULES, 'kind', form.schedule, 'training.schedule', problems, (schedule) => edit({ schedule }))}
      ${variantFields('Early stopping', STOPPING_NAMES, EARLY_STOPPING, '', form.earlyStopping, 'training.earlyStopping', problems, (earlyStopping) => edit({ earlyStopping }))}
      ${variantFields('Structure', STRUCTURE_NAMES, STRUCTURE_LEARNING, 'method', form.structureLearning, 'training.structureLearning', problems, (structureLearning) => edit({ structureLearning }))}
    </details>
    ${keptNote({ kind: '', kept: form.kept.training } as Chosen)}
    ${problemList(elsewhere(problems, 'training', SHOWN), 'training-problem')}`;
}

const problemsIn = (problems: Problem[]) =>
  [...CHOICES, ...REGULARISATION.map((f) => f.name)].some(
    (name) => problemsOf(problems, `training.${name}`).length > 0,
  );
