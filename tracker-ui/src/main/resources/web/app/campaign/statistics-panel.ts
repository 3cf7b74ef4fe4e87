import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { statisticsCsv, stepsCsv } from '../api/client';
import type { Comparison, Statistics } from '../api/evidence';
import { Series } from '../charts/series';
import { count, points, real } from '../core/format';
import { View } from '../core/view';
import {
  amountName,
  amounts,
  chosen,
  compared,
  usualVariant,
  verdictWords,
  type Filter,
} from './comparisons';
import { forest, rangeOf } from './forest';

const PAGE = 12;

/** Which differences between variants the seeds show, and which they do not. */
@customElement('es-statistics-panel')
export class StatisticsPanel extends View {
  @property() campaign = '';
  @property({ attribute: false }) statistics!: Statistics;
  @property({ attribute: false }) series = new Series([]);
  @state() private filter: Partial<Filter> = {};
  @state() private shown = PAGE;

  private get wanted(): Filter {
    const all = this.statistics.comparisons;
    return { design: '', amount: '', variant: usualVariant(all), ...this.filter };
  }

  private choose(changes: Partial<Filter>): void {
    this.filter = { ...this.filter, ...changes };
    this.shown = PAGE;
  }

  override render() {
    return html`
      <div class="panel-head">
        <h2>Statistics</h2>
        <div class="actions downloads">
          <span class="small muted">As CSV</span>
          <a class="button tiny" href=${stepsCsv(this.campaign)} download>Steps</a>
          <a class="button tiny" href=${statisticsCsv(this.campaign, 'groups')} download>Results</a>
          <a class="button tiny" href=${statisticsCsv(this.campaign, 'comparisons')} download>Comparisons</a>
        </div>
      </div>
      ${
        this.statistics.comparisons.length === 0
          ? html`<p class="panel-body muted">Comparisons appear when two variants of one design are trained from the same
              seeds.</p>`
          : this.body(this.statistics.comparisons)
      }`;
  }

  private body(all: Comparison[]) {
    const s = this.statistics;
    const rows = chosen(all, this.wanted);
    const range = rangeOf(rows);
    return html`
      <div class="panel-body">
        ${this.tools(all)}
        ${this.tooFew(all)}
      </div>
      <div class="table-box">
        <table class="cards comparisons" id="comparisons">
          <thead>
            <tr>
              <th scope="col">First against second</th>
              <th scope="col" class="num">Sparsity</th>
              <th scope="col" class="num">Difference</th>
              <th scope="col"><span class="visually-hidden">Interval of the difference</span></th>
              <th scope="col" class="num" title="Hedges' g of the paired differences: their mean over their standard deviation, corrected for few pairs">Effect size</th>
              <th scope="col" class="num">p, corrected</th>
              <th scope="col" class="num">Seeds</th>
              <th scope="col">Verdict</th>
            </tr>
          </thead>
          <tbody>${rows.slice(0, this.shown).map((c) => this.row(c, range))}</tbody>
        </table>
      </div>
      ${
        rows.length === 0
          ? html`<p class="table-foot muted">No comparison of these.</p>`
          : rows.length > this.shown
            ? html`<div class="table-foot"><button class="button" @click=${() => (this.shown += 4 * PAGE)}>
                Show more (${count(rows.length - this.shown)} left)</button></div>`
            : nothing
      }
      <p class="small muted table-note">Test accuracy after retraining, paired by trial: same seed, same network. Differences are
        first minus second, with their ${(100 * s.confidence).toFixed(0)} % interval; p of a paired t-test, corrected by ${s.correction} over
        all comparisons of the campaign. A difference is called one at p below ${s.alpha} and from ${s.leastSeeds} seeds on.</p>`;
  }

  private tools(all: Comparison[]) {
    const designs = [...new Set(all.map((c) => c.design))];
    const pick = (label: string, value: string, options: [string, string][], change: (value: string) => void) => html`
      <label class="pick">${label}
        <select @change=${(e: Event) => change((e.target as HTMLSelectElement).value)}>
          ${options.map(([name, words]) => html`<option value=${name} .selected=${name === value}>${words}</option>`)}
        </select></label>`;
    const { design, amount, variant } = this.wanted;
    const each = (values: string[]): [string, string][] => values.map((v) => [v, v]);
    return html`<div class="picks">
      ${designs.length > 1 ? pick('Design', design, [['', 'All designs'], ...each(designs)], (d) => this.choose({ design: d })) : nothing}
      ${pick('Compared with', variant, [['', 'Every pair'], ...compared(all, this.series).map((v): [string, string] => [v, this.series.name(v)])], (v) => this.choose({ variant: v }))}
      ${amounts(all).length > 1 ? pick('Sparsity', amount, [['', 'Every sparsity'], ...each(amounts(all))], (a) => this.choose({ amount: a })) : nothing}
    </div>`;
  }

  /** Said above the table, since otherwise a small campaign looks as if nothing mattered. */
  private tooFew(all: Comparison[]) {
    const least = this.statistics.leastSeeds;
    const few = all.filter((c) => c.verdict === 'too-few-seeds').length;
    return few === 0
      ? nothing
      : html`<p class="notice"><span><strong>Too few seeds:</strong>
          ${few === all.length ? 'every comparison' : `${count(few)} of ${count(all.length)} comparisons`}
          ${few === 1 ? 'rests' : few === all.length ? 'rests' : 'rest'} on fewer than ${least} seeds. Their differences are shown, and none is
          called one.</span></p>`;
  }

  private row(c: Comparison, range: number) {
    const [tone, words] = verdictWords(c, this.statistics);
    const name = (variant: string) => html`<span class="dot"
      style="--dot:var(${this.series.look(variant).variable})"></span>${this.series.name(variant)}`;
    return html`<tr>
      <th scope="row"><span class="variant-name">${name(c.a)}</span>
        <span class="against">against ${name(c.b)}</span></th>
      <td data-label="Sparsity" class="num">${amountName(c.sparsity)}</td>
      <td data-label="Difference" class="num"><strong>${points(c.meanDifference)}</strong>
        ${typeof c.low === 'number' ? html`<div class="small muted">${points(c.low)} to ${points(c.high)}</div>` : nothing}</td>
      <td class="forest full">${forest(c, range)}</td>
      <td data-label="Effect size" class="num">${signed(c.effectSize)}</td>
      <td data-label="p, corrected" class="num">${probability(c.adjustedP)}</td>
      <td data-label="Seeds" class="num">${count(c.pairs)}</td>
      <td data-label="Verdict" class="full"><span class="badge ${tone}">${words}</span>
        ${c.note ? html`<div class="small muted">${c.note}</div>` : nothing}</td>
    </tr>`;
  }
}

const signed = (value: number | null | undefined) =>
  typeof value === 'number' ? `${value < 0 ? '−' : ''}${Math.abs(value).toFixed(2)}` : '–';

const probability = (p: number | null | undefined) =>
  typeof p !== 'number' ? '–' : p < 0.001 ? '< 0.001' : real(Number(p.toFixed(3)));
