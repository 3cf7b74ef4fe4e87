import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Training } from '../api/types';
import type { OptionOf } from '../charts/chart';
import { Series } from '../charts/series';
import { foretold, meanError, predictionsChart } from '../charts/predictions';
import { plural } from '../core/format';
import { View } from '../core/view';

/** How well the surrogate foretold what came out. */
@customElement('es-prediction-panel')
export class PredictionPanel extends View {
  @property({ attribute: false }) rows: Training[] = [];
  @property({ attribute: false }) series = new Series([]);
  private drawn = '';
  private option?: OptionOf;

  override willUpdate(): void {
    const rows = foretold(this.rows);
    const key = `${rows.length} ${meanError(rows)}`;
    if (key !== this.drawn) {
      this.drawn = key;
      this.option = rows.length > 0 ? predictionsChart(rows, this.series) : undefined;
    }
  }

  override render() {
    const rows = foretold(this.rows);
    return html`
      <div class="panel-head">
        <h2>Observed against predicted</h2>
        ${
          rows.length > 0
            ? html`<span class="small muted">mean error <b>${(meanError(rows) * 100).toFixed(2)} pp</b> over ${plural(rows.length, 'training')}</span>`
            : ''
        }
      </div>
      <div class="panel-body">
        ${
          this.option
            ? html`<es-chart .option=${this.option} .height=${190}
              label="Observed against predicted accuracy of ${plural(rows.length, 'training')}"></es-chart>`
            : html`<p class="muted">Each training's accuracy is predicted before it starts; the first comparison appears
              when one is finished.</p>`
        }
      </div>`;
  }
}
