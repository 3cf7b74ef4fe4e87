import { html } from 'lit';
import type { Dataset, Method, Problem } from '../api/types';
import { count, methodName } from '../core/format';
import { familiesOf } from './families';
import { field, problemList, select, text } from './fields';
import { problemsOf, type Form } from './form';
import { fitting } from './network';
import { networkList } from './networks';
import { training } from './training';
import { keptNote } from './variant-fields';

type Edit = (changes: Partial<Form>) => void;
type Choices = { datasets: Dataset[]; methods: Method[] };

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

function pruning(form: Form, { methods }: Choices, problems: Problem[], edit: Edit) {
  if (!form.prune) {
    return html`<p class="muted">Every network is trained dense and left so.</p>`;
  }
  const rates = problemsOf(problems, 'pruning.rates');
  const toggle = (name: string, on: boolean) =>
    edit({ methods: on ? [...form.methods, name] : form.methods.filter((m) => m !== name) });
  const unknown = form.methods.filter((m) => !methods.some((k) => k.name === m));
  return html` <fieldset aria-describedby="methods-problem">
      <legend>Methods</legend>
      ${[
        ...methods,
        ...unknown.map((name) => ({ name, description: 'Not known to this server.' })),
      ].map(
        (m) =>
          html` <label class="check"
            ><input
              type="checkbox"
              .checked=${form.methods.includes(m.name)}
              @change=${(e: Event) => toggle(m.name, (e.target as HTMLInputElement).checked)}
            />
            <span
              ><strong>${methodName(m.name)}</strong><small>${m.description}</small></span
            ></label
          >`,
      )}
      ${problemList(problemsOf(problems, 'pruning.methods'), 'methods-problem')}
    </fieldset>
    <div class="fields">
      ${field(
        'rates',
        'Rates',
        (describedBy, invalid) =>
          html`<es-chips
            .values=${form.rates}
            inputId="rates"
            unit=" %"
            .describedBy=${describedBy}
            .invalid=${invalid}
            @es-chips=${(e: CustomEvent<string[]>) => edit({ rates: e.detail })}
          ></es-chips>`,
        rates,
        'Share of the weights that is cut; each rate is a branch of its own.',
      )}
      ${text(
        'retrainEpochs',
        'Retraining epochs',
        form.retrainEpochs,
        (retrainEpochs) => edit({ retrainEpochs }),
        problemsOf(problems, 'pruning.retrainEpochs'),
        { numeric: true, hint: 'after each pruning step' },
      )}
    </div>
    <label class="check"
      ><input
        type="checkbox"
        .checked=${form.control}
        @change=${(e: Event) => edit({ control: (e.target as HTMLInputElement).checked })}
      />
      <span
        ><strong>Dense control</strong
        ><small
          >The unpruned network is trained as many more epochs, so that pruning is not credited with
          what longer training gives.</small
        ></span
      ></label
    >
    ${keptNote({ kind: '', kept: form.kept.pruning })}
    ${problemList([...problemsOf(problems, 'controls'), ...problems.filter((p) => p.field === 'pruning')], 'control-problem')}`;
}
