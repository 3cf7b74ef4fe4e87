import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { BranchPlan } from '../api/pruning';
import type { Epoch, TrialDetail } from '../api/types';
import type { OptionOf } from '../charts/chart';
import { curvesChart } from '../charts/curves';
import { Series } from '../charts/series';
import { plural } from '../core/format';
import { CONTROL } from '../core/groups';
import { View } from '../core/view';

const MOST_TOGETHER = 8;

/** Loss and accuracy by epoch, dense network and branches in one drawing each. */
@customElement('es-curves-panel')
export class CurvesPanel extends View {
  @property({ attribute: false }) trial!: TrialDetail;
  @property({ attribute: false }) epochs: Epoch[] = [];
  @property({ attribute: false }) series = new Series([]);
  @property() error = '';
  @state() private variant = '';
  private accuracy?: OptionOf;
  private loss?: OptionOf;

  /** Few branches are drawn together; of many, those of one variant beside the control. */
  private get branches(): BranchPlan[] {
    const all = this.trial.branches;
    const wanted = this.variant || this.pruning[0];
    const drawn = (b: BranchPlan) => [wanted, CONTROL].includes(this.series.variantOf(b.name));
    return all.length > MOST_TOGETHER ? all.filter(drawn) : all;
  }

  private get pruning(): string[] {
    return this.series.variants.filter((v) => v !== CONTROL);
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (['trial', 'epochs', 'variant', 'series'].some((name) => changed.has(name))) {
      const { pruningSteps, training, trainings } = this.trial;
      const dense = trainings.find((r) => r.step === 0)?.trainedEpochs ?? training.epochs;
      const chart = (measure: 'accuracy' | 'loss') =>
        curvesChart(this.epochs, this.branches, pruningSteps, dense, measure, this.series);
      this.accuracy = chart('accuracy');
      this.loss = chart('loss');
    }
  }

  override render() {
    const pruned = this.trial.branches.length > 0;
    const many = this.branches.length > 3;
    const chart = (title: string, what: string, note: string, option?: OptionOf) => html`
      <section class="panel" aria-label=${title}>
        <div class="panel-head"><h2>${title}</h2></div>
        <div class="panel-body">
          ${
            this.epochs.length === 0
              ? html`<p class="muted">${this.error || 'The first point appears when the first epoch is finished.'}</p>`
              : html`<es-chart .option=${option} .height=${many ? 420 : 350}
                label="${what} by epoch, ${plural(this.epochs.length, 'epoch')} so far"></es-chart>
                <p class="small muted">${note}</p>`
          }
        </div>
      </section>`;
    return html`
      ${this.trial.branches.length > MOST_TOGETHER ? this.choice() : nothing}
      <div class="grid-2 stretch">
        ${chart('Validation accuracy', 'Validation accuracy', pruned ? 'A branch that goes on begins with the test accuracy right after its first cut.' : '', this.accuracy)}
        ${chart('Loss', 'Training and validation loss', 'Solid: training. Dashed: validation.', this.loss)}
      </div>`;
  }

  private choice() {
    return html`<label class="pick curves-pick">Curves of
      <select @change=${(e: Event) => (this.variant = (e.target as HTMLSelectElement).value)}>
        ${this.pruning.map((v) => html`<option value=${v} .selected=${v === (this.variant || this.pruning[0])}>${this.series.name(v)}</option>`)}
      </select></label>`;
  }
}
