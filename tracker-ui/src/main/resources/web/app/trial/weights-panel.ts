import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Epoch } from '../api/types';
import type { OptionOf } from '../charts/chart';
import { weightsChart } from '../charts/weights';
import { share } from '../core/format';
import { View } from '../core/view';

/** How the structure changed while the dense network trained. */
@customElement('es-weights-panel')
export class WeightsPanel extends View {
  /** Epochs that say what they did to the structure. */
  @property({ attribute: false }) epochs: Epoch[] = [];
  private option?: OptionOf;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('epochs')) {
      this.option = weightsChart(this.epochs);
    }
  }

  override render() {
    const last = this.epochs[this.epochs.length - 1];
    const sparsity = 1 - (last.kept ?? 0) / Math.max(1, last.total ?? 1);
    return html`<section class="panel" aria-label="Kept weights">
      <div class="panel-head">
        <h2>Kept weights</h2>
        <span class="small muted"
          >sparsity <b>${share(sparsity)}</b> after epoch ${last.epoch}</span
        >
      </div>
      <div class="panel-body">
        <es-chart
          .option=${this.option}
          .height=${380}
          label="Kept, regrown and pruned weights by epoch"
        ></es-chart>
        <p class="small muted">
          Above: share of the weights that is kept. Below: weights that came and went in each epoch.
        </p>
      </div>
    </section>`;
  }
}
