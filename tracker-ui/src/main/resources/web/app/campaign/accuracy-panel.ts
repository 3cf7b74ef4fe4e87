import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Result, Training } from '../api/types';
import { accuracyChart, type Against } from '../charts/accuracy';
import type { OptionOf } from '../charts/chart';
import { emptyState } from '../components/parts';
import { accuracy, methodName, share } from '../core/format';
import { View } from '../core/view';

/** Accuracy against sparsity or compression, drawn anew only when a result changed. */
@customElement('es-accuracy-panel')
export class AccuracyPanel extends View {
  @property({ attribute: false }) results: Result[] = [];
  @property({ attribute: false }) rows: Training[] = [];
  @state() private against: Against = 'sparsity';
  private drawn = '';
  private option?: OptionOf;

  override willUpdate(): void {
    const tested = this.rows.filter((r) => typeof r.testAccuracy === 'number');
    const key = JSON.stringify([this.against, this.results, tested.length]);
    if (key !== this.drawn) {
      this.drawn = key;
      this.option = accuracyChart(this.results, tested, this.against);
    }
  }

  override render() {
    const choice = (against: Against, words: string) => html`
      <button type="button" aria-pressed=${this.against === against} @click=${() => (this.against = against)}>${words}</button>`;
    return html`
      <div class="panel-head">
        <h2>Accuracy against ${this.against}</h2>
        <div class="segments" role="group" aria-label="Horizontal axis">
          ${choice('sparsity', 'Sparsity')}${choice('compression', 'Compression')}
        </div>
      </div>
      <div class="panel-body">
        ${
          this.results.length === 0
            ? emptyState(
                'No result yet',
                html`<p>The first point appears when the first training is finished.</p>`,
              )
            : html`<es-chart .option=${this.option} .height=${360} label=${this.words()}></es-chart>
              <p class="small muted">Test accuracy. Bars: mean ± sample standard deviation; faint dots: single trials;
                lines across: networks without pruning.</p>`
        }
      </div>`;
  }

  private words(): string {
    const each = this.results.map(
      (r) =>
        `${methodName(r.method)} at sparsity ${share(r.sparsity)}: ${accuracy(r.accuracyMean)}`,
    );
    return `Chart of test accuracy against ${this.against}. ${each.join('; ')}.`;
  }
}
