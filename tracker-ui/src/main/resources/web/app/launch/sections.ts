import { html } from 'lit';
import type { Dataset, Problem, PruningChoices } from '../api/types';
import { count } from '../core/format';
import { controlFields } from './control-fields';
import { familiesOf } from './families';
import { select, text } from './fields';
import { problemsOf, type Form } from './form';
import { fitting } from './network';
import { networkList } from './networks';
import { pruningFields } from './pruning-section';
import { training } from './training';
import { keptNote } from './variant-fields';

type Edit = (changes: Partial<Form>) => void;
type Choices = { datasets: Dataset[]; choices: PruningChoices };

/** The form's sections, in the order of a campaign file. */
export const formSections = (form: Form, choices: Choices, problems: Problem[], edit: Edit) =>
  html` ${panel('What', html`${what(form, choices, problems, edit)}`)}
  ${panel('Networks', networks(form, choices, problems, edit))}
  ${panel('Training', training(form, problems, edit))}
  ${panel('Pruning', pruning(form, choices, problems, edit), prunes(form, edit))}
  ${keptNote({ kind: '', kept: form.kept.file })}`;

const panel = (title: string, body: unknown, end: unknown = '') =>
  html` <section class="panel" aria-label=${title}>
    <div class="panel-head">
      <h2>${title}</h2>
      ${end}
    </div>
    <div class="panel-body">${body}</div>
  </section>`;

function what(form: Form, { datasets }: Choices, problems: Problem[], edit: Edit) {
  const dataset = datasets.find((d) => d.name === form.dataset);
  const names = Object.fromEntries(datasets.map((d) => [d.name, d.name]));
  const change = (name: string) => {
    const families = familiesOf(datasets.find((d) => d.name === name));
    edit({ dataset: name, networks: form.networks.map((n) => fitting(n, families)) });
  };
  return html` <div class="fields">
      ${text('name', 'Name', form.name, (name) => edit({ name }), problemsOf(problems, 'name'), {
        placeholder: 'What you will look for later',
      })}
      ${select(
        'dataset',
        'Dataset',
        form.dataset,
        names,
        change,
        problemsOf(problems, 'dataset'),
        dataset
          ? html`${holds(dataset)}, ${count(dataset.classes)}
            classes${dataset.description ? html`. ${dataset.description}` : ''}`
          : '',
      )}
    </div>
    ${text(
      'description',
      'Description',
      form.description,
      (description) => edit({ description }),
      problemsOf(problems, 'description'),
      {
        placeholder: 'Optional: the question that this campaign answers',
      },
    )}`;
}

const holds = (dataset: Dataset) =>
  dataset.kind === 'sequence'
    ? `sequences of up to ${count(dataset.inputs)} tokens`
    : `${count(dataset.inputs)} inputs`;

function networks(form: Form, { datasets }: Choices, problems: Problem[], edit: Edit) {
  const dataset = datasets.find((d) => d.name === form.dataset);
  return html` ${networkList(form.networks, dataset, problems, (all) => edit({ networks: all }))}
    <div class="gap"></div>
    ${text(
      'seeds',
      'Seeds',
      form.seeds,
      (seeds) => edit({ seeds }),
      problemsOf(problems, 'seeds'),
      {
        hint: 'A list or a range, such as 1-5 or 1, 2, 7. Each seed gives its own weights and data order.',
      },
    )}`;
}

const prunes = (form: Form, edit: Edit) =>
  html` <label class="check inline"
    ><input
      type="checkbox"
      .checked=${form.prune}
      @change=${(e: Event) => edit({ prune: (e.target as HTMLInputElement).checked })}
    />Prune the trained networks</label
  >`;

function pruning(form: Form, { choices }: Choices, problems: Problem[], edit: Edit) {
  if (!form.prune) {
    return html`<p class="muted">Every network is trained dense and left so.</p>`;
  }
  const recurrent = form.networks.some((n) => /recurrent/.test(n.family.kind));
  return html`${pruningFields(form.pruning, recurrent, choices, problems, (changes) =>
    edit({ pruning: { ...form.pruning, ...changes } }),
  )}
  ${controlFields(form.controls, choices, problemsOf(problems, 'controls'), (controls) =>
    edit({ controls }),
  )}`;
}
