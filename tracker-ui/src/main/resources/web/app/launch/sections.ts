import { html } from 'lit';
import type { Dataset, Method, Problem } from '../api/types';
import { count, methodName } from '../core/format';
import { field, problemList, text } from './fields';
import { problemsOf, type Form } from './form';

type Edit = (changes: Partial<Form>) => void;
type Choices = { datasets: Dataset[]; methods: Method[] };

/** The form's sections, in the order of a campaign file. */
export const formSections = (form: Form, choices: Choices, problems: Problem[], edit: Edit) => html`
  ${panel('What', html`${what(form, choices, problems, edit)}`)}
  ${panel('Networks', networks(form, choices, problems, edit))}
  ${panel('Training', training(form, problems, edit))}
  ${panel('Pruning', pruning(form, choices, problems, edit), prunes(form, edit))}`;

const panel = (title: string, body: unknown, end: unknown = '') => html`
  <section class="panel" aria-label=${title}>
    <div class="panel-head"><h2>${title}</h2>${end}</div>
    <div class="panel-body">${body}</div>
  </section>`;

function what(form: Form, { datasets }: Choices, problems: Problem[], edit: Edit) {
  const dataset = datasets.find((d) => d.name === form.dataset);
  const options =
    dataset || !form.dataset ? datasets : [...datasets, { name: form.dataset } as Dataset];
  return html`
    <div class="fields">
      ${text('name', 'Name', form.name, (name) => edit({ name }), problemsOf(problems, 'name'), {
        placeholder: 'What you will look for later',
      })}
      ${field(
        'dataset',
        'Dataset',
        (describedBy, invalid) => html`
          <select id="dataset" aria-describedby=${describedBy} aria-invalid=${invalid}
            @change=${(e: Event) => edit({ dataset: (e.target as HTMLSelectElement).value })}>
            ${options.map((d) => html`<option value=${d.name} ?selected=${d.name === form.dataset}>${d.name}</option>`)}
          </select>`,
        problemsOf(problems, 'dataset'),
        dataset
          ? html`${count(dataset.inputs)} inputs, ${count(dataset.classes)} classes${dataset.description ? html`. ${dataset.description}` : ''}`
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

function networks(form: Form, { datasets }: Choices, problems: Problem[], edit: Edit) {
  const dataset = datasets.find((d) => d.name === form.dataset);
  const whole = (hidden: string) => {
    const middle = hidden.split(/[\s,;]+/).filter(Boolean);
    return dataset && middle.length > 0
      ? [dataset.inputs, ...middle, dataset.classes].join('-')
      : 'widths of the hidden layers';
  };
  const set = (i: number, value: string) =>
    edit({ architectures: form.architectures.map((a, j) => (j === i ? value : a)) });
  return html`
    ${form.architectures.map(
      (hidden, i) => html`
        <div class="architecture">
          ${text(
            `hidden-${i}`,
            form.architectures.length > 1
              ? `Hidden layers, architecture ${i + 1}`
              : 'Hidden layers',
            hidden,
            (value) => set(i, value),
            problemsOf(problems, `architectures[${i}]`),
            { hint: whole(hidden), placeholder: 'such as 300, 100' },
          )}
          ${
            form.architectures.length > 1
              ? html`<button type="button" class="button quiet" aria-label="Remove architecture ${i + 1}"
                @click=${() => edit({ architectures: form.architectures.filter((_, j) => j !== i) })}>Remove</button>`
              : ''
          }
        </div>`,
    )}
    ${problemList(
      problems.filter((p) => p.field === 'architectures'),
      'architectures-problem',
    )}
    <button type="button" class="button" @click=${() => edit({ architectures: [...form.architectures, ''] })}>
      Add an architecture
    </button>
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

function training(form: Form, problems: Problem[], edit: Edit) {
  const number = (id: keyof Form & string, label: string, hint = '', placeholder = '') =>
    text(
      id,
      label,
      form[id] as string,
      (value) => edit({ [id]: value }),
      problemsOf(problems, `training.${id}`),
      { numeric: true, hint, placeholder },
    );
  return html`
    <div class="fields four">
      ${number('learningRate', 'Learning rate')} ${number('momentum', 'Momentum', '0 is plain SGD', '0')}
      ${number('batchSize', 'Batch size', '', '64')} ${number('epochs', 'Epochs', 'of the dense network')}
    </div>
    ${problemList(
      problems.filter((p) => p.field === 'training'),
      'training-problem',
    )}`;
}

const prunes = (form: Form, edit: Edit) => html`
  <label class="check inline"><input type="checkbox" .checked=${form.prune}
    @change=${(e: Event) => edit({ prune: (e.target as HTMLInputElement).checked })} />Prune the trained networks</label>`;

function pruning(form: Form, { methods }: Choices, problems: Problem[], edit: Edit) {
  if (!form.prune) {
    return html`<p class="muted">Every network is trained dense and left so.</p>`;
  }
  const rates = problemsOf(problems, 'pruning.rates');
  const toggle = (name: string, on: boolean) =>
    edit({ methods: on ? [...form.methods, name] : form.methods.filter((m) => m !== name) });
  const unknown = form.methods.filter((m) => !methods.some((k) => k.name === m));
  return html`
    <fieldset aria-describedby="methods-problem">
      <legend>Methods</legend>
      ${[
        ...methods,
        ...unknown.map((name) => ({ name, description: 'Not known to this server.' })),
      ].map(
        (m) => html`
          <label class="check"><input type="checkbox" .checked=${form.methods.includes(m.name)}
            @change=${(e: Event) => toggle(m.name, (e.target as HTMLInputElement).checked)} />
            <span><strong>${methodName(m.name)}</strong><small>${m.description}</small></span></label>`,
      )}
      ${problemList(problemsOf(problems, 'pruning.methods'), 'methods-problem')}
    </fieldset>
    <div class="fields">
      ${field(
        'rates',
        'Rates',
        (describedBy, invalid) => html`<es-chips .values=${form.rates} inputId="rates" unit=" %"
          .describedBy=${describedBy} .invalid=${invalid}
          @es-chips=${(e: CustomEvent<string[]>) => edit({ rates: e.detail })}></es-chips>`,
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
    <label class="check"><input type="checkbox" .checked=${form.control}
      @change=${(e: Event) => edit({ control: (e.target as HTMLInputElement).checked })} />
      <span><strong>Dense control</strong><small>The unpruned network is trained as many more epochs, so that
        pruning is not credited with what longer training gives.</small></span></label>
    ${problemList([...problemsOf(problems, 'controls'), ...problems.filter((p) => p.field === 'pruning')], 'control-problem')}`;
}
