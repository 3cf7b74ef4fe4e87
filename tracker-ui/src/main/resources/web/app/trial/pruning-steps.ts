import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { PruningStep } from '../api/pruning';
import type { Training, TrialDetail } from '../api/types';
import { Series } from '../charts/series';
import { count } from '../core/format';
import { CONTROL } from '../core/groups';
import { branchTitle } from '../core/names';
import { View } from '../core/view';
import { stepCard } from './step-card';

const PAGE = 12;
const MOST_UNFILTERED = 6;

/** What each pruning step did, layer by layer, and what it cost; and those that failed. */
@customElement('es-pruning-steps')
export class PruningSteps extends View {
  @property({ attribute: false }) trial!: TrialDetail;
  @property({ attribute: false }) series = new Series([]);
  /** The variant that is shown; all if none. */
  @state() private variant = '';
  @state() private shown = PAGE;

  override render() {
    const steps = this.inOrder();
    const failed = this.failed();
    const wanted = steps.filter((s) => !this.variant || this.variantOf(s) === this.variant);
    return html`
      <div class="panel-head">
        <h2 id="steps-title">Pruning steps</h2>
        ${steps.length > MOST_UNFILTERED ? this.choice(steps) : nothing}
      </div>
      <div class="panel-body">
        ${
          steps.length > 0 || failed.length > 0
            ? html`<div class="steps">
                ${failed.map((t) => this.failure(t))}
                ${wanted.slice(0, this.shown).map((s) => stepCard(s, this.trial, this.series))}
              </div>`
            : html`<p class="muted">${
                this.trial.branches.length > 0
                  ? 'The first step appears when the network is trained.'
                  : 'This trial has no pruning steps.'
              }</p>`
        }
        ${
          wanted.length > this.shown
            ? html`<div class="more-steps"><button class="button" @click=${() => (this.shown += PAGE)}>
                Show more (${count(wanted.length - this.shown)} left)</button></div>`
            : nothing
        }
      </div>`;
  }

  /** Controls come after what is compared with them. */
  private inOrder(): PruningStep[] {
    const places = this.trial.branches.map((b) => b.name);
    const place = (s: PruningStep) =>
      places.indexOf(s.branch) + (this.variantOf(s) === CONTROL ? places.length : 0);
    return [...this.trial.pruningSteps].sort((a, b) => place(a) - place(b) || a.step - b.step);
  }

  private variantOf = (s: PruningStep) => this.series.variantOf(s.branch);

  /** Retrainings that failed before they had a mask to train with. */
  private failed(): Training[] {
    const { trainings, pruningSteps } = this.trial;
    return trainings.filter(
      (t) =>
        t.state === 'FAILED' &&
        t.step > 0 &&
        !pruningSteps.some((s) => s.branch === t.branch && s.step === t.step),
    );
  }

  private failure(t: Training) {
    const look = this.series.lookOf(t.branch);
    return html`<article class="step failed" style="--series:var(${look.variable})">
      <header>
        <h3><span class="dot" style="--dot:var(--series)"></span>${branchTitle(t.branch)}</h3>
        <span class="small muted">step ${t.step}</span>
      </header>
      <p class="notice bad"><span><strong>Pruning failed.</strong> ${t.failure ?? 'No reason was given.'}</span></p>
    </article>`;
  }

  private choice(steps: PruningStep[]) {
    const present = this.series.variants.filter((v) => steps.some((s) => this.variantOf(s) === v));
    const change = (e: Event) => {
      this.variant = (e.target as HTMLSelectElement).value;
      this.shown = PAGE;
    };
    return html`<label class="pick">Steps of
      <select @change=${change}>
        <option value="">all ${count(steps.length)}</option>
        ${present.map((v) => html`<option value=${v} .selected=${v === this.variant}>${this.series.name(v)}</option>`)}
      </select></label>`;
  }
}
