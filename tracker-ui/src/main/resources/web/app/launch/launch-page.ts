import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, ApiError } from '../api/client';
import type { Dataset, Problem, PruningChoices, Size, Study } from '../api/types';
import { skeleton } from '../components/parts';
import { say } from '../components/toasts';
import { plural } from '../core/format';
import { Remote } from '../core/remote';
import { campaignPath, go } from '../core/router';
import { View } from '../core/view';
import './chips';
import { familiesOf } from './families';
import { blank, fromFile, toFile, type Form } from './form';
import { fromSpec } from './from-spec';
import { REGULARISATION, TRAINING } from './options';
import { formSections } from './sections';
import './summary';

interface Choices {
  studies: Study[];
  datasets: Dataset[];
  choices: PruningChoices;
  earlier?: Form;
}

const CHECK_AFTER_MS = 300;

/** The form that launches a campaign, checked by the server while it is filled in. */
@customElement('es-launch-page')
export class LaunchPage extends View {
  @property() from = '';
  @state() private form?: Form;
  @state() private start = '';
  @state() private touched = new Set<string>();
  @state() private problems: Problem[] = [];
  @state() private size?: Size;
  @state() private checking = false;
  @state() private unchecked = '';
  @state() private launching = false;
  private timer?: number;
  private checkAbort?: AbortController;
  private readonly choices = new Remote(
    this,
    (signal) => this.load(signal),
    0,
    (c) => this.begin(c),
  );

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.timer);
    this.checkAbort?.abort();
  }

  private async load(signal: AbortSignal): Promise<Choices> {
    const [studies, datasets, choices, earlier] = await Promise.all([
      api.studies(signal),
      api.datasets(signal),
      api.catalogue(signal),
      this.from ? api.campaign(this.from, signal) : undefined,
    ]);
    return { studies, datasets, choices, earlier: earlier && fromSpec(earlier.spec) };
  }

  private begin(choices: Choices): void {
    if (choices.earlier) {
      this.fill(choices.earlier, 'earlier');
    } else if (choices.studies.length > 0) {
      this.fill(fromFile(choices.studies[0].campaign), choices.studies[0].file);
    } else {
      this.fill(this.blankForm(choices), 'blank');
    }
  }

  private blankForm(c: Choices): Form {
    return blank(c.datasets[0]?.name ?? '', familiesOf(c.datasets[0])[0]);
  }

  /** Replaces the whole form; fields left empty are not held against anyone yet. */
  private fill(form: Form, start: string): void {
    this.start = start;
    this.form = form;
    this.touched = new Set(start === 'blank' ? [] : ['*']);
    this.scheduleCheck();
  }

  private edit = (changes: Partial<Form>): void => {
    this.form = { ...this.form!, ...changes };
    this.touched = new Set([...this.touched, ...Object.keys(changes)]);
    this.scheduleCheck();
  };

  private scheduleCheck(): void {
    this.checking = true;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.check(), CHECK_AFTER_MS);
  }

  private async check(): Promise<void> {
    this.checkAbort?.abort();
    const abort = (this.checkAbort = new AbortController());
    try {
      const size = await api.check(toFile(this.form!), abort.signal);
      [this.size, this.problems, this.unchecked] = [size, [], ''];
    } catch (e) {
      if (abort.signal.aborted) {
        return;
      }
      this.refused(e);
    }
    this.checking = false;
  }

  private refused(e: unknown): void {
    this.size = undefined;
    const error = e as ApiError;
    this.problems = error.problems ?? [];
    this.unchecked = this.problems.length === 0 ? error.message : '';
  }

  private launch = async (): Promise<void> => {
    this.touched = new Set(['*']);
    if (this.problems.length > 0) {
      await this.updateComplete;
      this.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    this.launching = true;
    try {
      const { id } = await api.launch(toFile(this.form!));
      say(`Launched ${plural(this.size?.trainings ?? 0, 'training')}.`);
      go(campaignPath(id));
    } catch (e) {
      this.refused(e);
      say((e as Error).message, true);
    }
    this.launching = false;
  };

  override render() {
    return html`
      <div class="title-row">
        <div>
          <h1>Launch a campaign</h1>
          <p class="subtitle">Every architecture, each random graph being one, with every seed is a trial. Each
            trial is trained dense once, then pruned along every branch and retrained.</p>
        </div>
      </div>
      ${this.choices.show((c) => this.body(c), html`<div class="panel">${skeleton(9)}</div>`)}`;
  }

  private body(c: Choices) {
    if (!this.form) {
      return skeleton(9);
    }
    const shown = this.problems.filter(
      (p) => this.touched.has('*') || this.touched.has(formField(p.field)),
    );
    return html`
      <div class="launch">
        <form novalidate @submit=${this.submit}>
          ${this.studies(c)}
          ${formSections(this.form, { datasets: c.datasets, choices: c.choices }, shown, this.edit)}
        </form>
        <es-launch-summary .form=${this.form} .size=${this.size} .problems=${this.problems}
          .checking=${this.checking} .unchecked=${this.unchecked} .launching=${this.launching}
          @es-check=${() => this.scheduleCheck()} @es-launch=${this.launch}></es-launch-summary>
      </div>`;
  }

  private submit = (event: Event): void => {
    event.preventDefault();
    void this.launch();
  };

  private studies(c: Choices) {
    const option = (key: string, title: string, text: string, form: () => Form) => html`
      <button type="button" class="study" aria-pressed=${this.start === key} @click=${() => this.fill(form(), key)}>
        <strong>${title}</strong><span>${text}</span>
      </button>`;
    return html`
      <section class="panel" aria-labelledby="studies-title">
        <div class="panel-head"><h2 id="studies-title">Start from</h2></div>
        <div class="panel-body studies">
          ${c.earlier ? option('earlier', 'An earlier campaign', c.earlier.name, () => c.earlier!) : ''}
          ${c.studies.map((s) => option(s.file, s.name, s.description, () => fromFile(s.campaign)))}
          ${option('blank', 'Blank', 'Common defaults, everything else is yours to choose.', () => this.blankForm(c))}
        </div>
      </section>`;
  }
}

const NUMBERS = [...TRAINING, ...REGULARISATION].map((f) => f.name);

/** The form's field in which a path of the campaign file is edited. */
function formField(path: string): string {
  const [first, second] = path.split(/[.[]/);
  switch (first) {
    case 'training':
      return NUMBERS.includes(second) ? 'numbers' : (second ?? first);
    case 'architectures':
      return 'networks';
    default:
      return first;
  }
}
