import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Group } from '../api/evidence';
import type { Training } from '../api/types';
import { accuracyChart, type Against } from '../charts/accuracy';
import type { OptionOf } from '../charts/chart';
import { designsChart, designsHeight } from '../charts/designs';
import { Series } from '../charts/series';
import { emptyState } from '../components/parts';
import { accuracy, share } from '../core/format';
import { isLevel } from '../core/groups';
import { View } from '../core/view';

type Choice = Against | 'designs';

/** Accuracy by design, sparsity or compression, drawn anew only when a result changed. */
@customElement('es-accuracy-panel')
export class AccuracyPanel extends View {
  @property({ attribute: false }) groups: Group[] = [];
  @property({ attribute: false }) rows: Training[] = [];
  /** What the campaign compares, in the order of its file. */
  @property({ attribute: false }) designs: string[] = [];
  @property({ attribute: false }) series = new Series([]);
  @state() private chosen?: Choice;
  @state() private design = '';
  private drawn = '';
  private option?: OptionOf;

  private get against(): Choice {
    const amounts = new Set(
      this.groups.filter((g) => !isLevel(g)).map((g) => g.sparsity.toFixed(3)),
    );
    const usual = amounts.size > 1 ? 'compression' : 'sparsity';
    return this.chosen ?? (this.designs.length > 1 && amounts.size === 0 ? 'designs' : usual);
  }

  /** What is drawn: all designs side by side, or the curves of one. */
  private get shown(): { groups: Group[]; rows: Training[] } {
    const tested = this.rows.filter((r) => typeof r.testAccuracy === 'number');
    if (this.against === 'designs') {
      return { groups: this.groups, rows: tested.filter((r) => r.step === 0) };
    }
    const design = this.design || this.designs[0];
    const several = this.designs.length > 1;
    return {
      groups: this.groups.filter((g) => !several || g.design === design),
      rows: tested.filter((r) => !several || r.design === design),
    };
  }

  override willUpdate(): void {
    const { groups, rows } = this.shown;
    const key = JSON.stringify([this.against, groups, rows.length]);
    if (key !== this.drawn) {
      this.drawn = key;
      this.option =
        this.against === 'designs'
          ? designsChart(this.designs, groups, rows)
          : accuracyChart(groups, rows, this.against, this.series);
    }
  }

  override render() {
    const choice = (against: Choice, words: string) =>
      html` <button
        type="button"
        aria-pressed=${this.against === against}
        @click=${() => (this.chosen = against)}
      >
        ${words}
      </button>`;
    const several = this.designs.length > 1;
    const byDesign = this.against === 'designs';
    return html` <div class="panel-head">
        <h2>${byDesign ? 'Accuracy by design' : `Accuracy against ${this.against}`}</h2>
        <div class="segments" role="group" aria-label="Axis">
          ${several ? choice('designs', 'Designs') : nothing}
          ${choice('sparsity', 'Sparsity')}${choice('compression', 'Compression')}
        </div>
      </div>
      <div class="panel-body">
        ${several && !byDesign ? this.designSelect() : nothing}
        ${
          this.shown.groups.length === 0
            ? emptyState(
                'No result yet',
                html`<p>The first point appears when the first training is finished.</p>`,
              )
            : html`<es-chart
                  .option=${this.option}
                  .height=${byDesign ? designsHeight(this.designs) : this.height()}
                  label=${this.words()}
                ></es-chart>
                <p class="small muted">${byDesign ? BY_DESIGN : BY_SPARSITY}</p>`
        }
      </div>`;
  }

  private designSelect() {
    return html`<select
      class="design"
      aria-label="Design"
      @change=${(e: Event) => (this.design = (e.target as HTMLSelectElement).value)}
    >
      ${this.designs.map((d) => html`<option value=${d} .selected=${d === (this.design || this.designs[0])}>${d}</option>`)}
    </select>`;
  }

  /** Room for the curves and for a legend of all variants. */
  private height(): number {
    return 320 + 14 * new Set(this.shown.groups.map((g) => g.variant)).size;
  }

  private words(): string {
    const each = this.shown.groups.map(
      (g) =>
        `${g.design}, ${this.series.name(g.variant)} at sparsity ${share(g.sparsity)}: ${accuracy(g.mean)}`,
    );
    return `Chart of test accuracy. ${each.join('; ')}.`;
  }
}

const BY_SPARSITY =
  'Test accuracy. Bars and bands: 95 % confidence interval of the mean; faint dots: single trials; lines across: networks without pruning.';
const BY_DESIGN =
  'Test accuracy before any pruning. Bars: mean ± sample standard deviation over graphs and seeds; faint dots: single trials.';
