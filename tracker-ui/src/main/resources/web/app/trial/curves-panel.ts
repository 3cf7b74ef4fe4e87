import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Epoch, TrialDetail } from '../api/types';
import type { OptionOf } from '../charts/chart';
import { curvesChart } from '../charts/curves';
import { plural } from '../core/format';
import { View } from '../core/view';

/** Loss and accuracy by epoch, dense network and branches in one drawing each. */
@customElement('es-curves-panel')
export class CurvesPanel extends View {
  @property({ attribute: false }) trial!: TrialDetail;
  @property({ attribute: false }) epochs: Epoch[] = [];
  @property() error = '';
  private accuracy?: OptionOf;
  private loss?: OptionOf;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('trial') || changed.has('epochs')) {
      const { branches, pruningSteps, training, trainings } = this.trial;
      const dense = trainings.find((r) => r.step === 0)?.trainedEpochs ?? training.epochs;
      this.accuracy = curvesChart(this.epochs, branches, pruningSteps, dense, 'accuracy');
      this.loss = curvesChart(this.epochs, branches, pruningSteps, dense, 'loss');
    }
  }

  override render() {
    const pruned = this.trial.branches.length > 0;
    const many = this.trial.branches.length > 3;
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
    return html`<div class="grid-2 stretch">
      ${chart('Validation accuracy', 'Validation accuracy', pruned ? 'A branch begins with the test accuracy right after its first cut.' : '', this.accuracy)}
      ${chart('Loss', 'Training and validation loss', 'Solid: training. Dashed: validation.', this.loss)}
    </div>`;
  }
}
