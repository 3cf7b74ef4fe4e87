import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Training, TrainingState } from '../api/types';
import { Series } from '../charts/series';
import { trainingStateName } from '../components/parts';
import { count } from '../core/format';
import { View } from '../core/view';
import { found, rowKey, sorted, STATES, type Column } from './rows';
import { trainingRow } from './training-row';

const PAGE = matchMedia('(max-width: 640px)').matches ? 40 : 200;
const COLUMNS: [Column, string, string?][] = [
  ['trial', 'Trial'],
  ['seed', 'Seed', 'num'],
  ['branch', 'Branch'],
  ['sparsity', 'Sparsity', 'num'],
  ['state', 'State'],
  ['validation', 'Validation', 'num'],
  ['predicted', 'Predicted', 'num'],
  ['test', 'Test', 'num'],
  ['worker', 'Worker'],
  ['elapsed', 'Elapsed', 'num'],
];

/** Every training of a campaign: sorted, filtered, live. Rows are kept by key, so nothing flickers. */
@customElement('es-trainings-table')
export class TrainingsTable extends View {
  @property({ attribute: false }) rows: Training[] = [];
  @property({ attribute: false }) series = new Series([]);
  @property({ type: Boolean }) several = false;
  @state() private column: Column = 'trial';
  @state() private descending = false;
  @state() private filter?: TrainingState;
  /** Only rows with this text; may be set from outside. */
  @property() search = '';
  @state() private shown = PAGE;

  private sortBy(column: Column): void {
    this.descending = this.column === column ? !this.descending : false;
    this.column = column;
  }

  override render() {
    const searched = this.search ? this.rows.filter((r) => found(r, this.search, this.series)) : this.rows;
    const filtered = this.filter ? searched.filter((r) => r.state === this.filter) : searched;
    const visible = sorted(filtered, this.column, this.descending).slice(0, this.shown);
    return html`
      <div class="panel-head">
        <h2>Trainings</h2>
        <div class="actions table-tools">
          ${this.filters(searched)}
          <input type="search" aria-label="Search trial, seed, branch, design or worker" placeholder="Search"
            .value=${this.search} @input=${(e: Event) => (this.search = (e.target as HTMLInputElement).value)} />
        </div>
      </div>
      <div class="table-box">
        <table class="cards trainings" id="trainings">
          <thead><tr>${COLUMNS.map((c) => this.head(...c))}</tr></thead>
          <tbody>${repeat(visible, rowKey, (t) => trainingRow(t, this.series, this.several))}</tbody>
        </table>
      </div>
      ${visible.length === 0 ? this.nothingFound() : nothing}
      ${
        filtered.length > this.shown
          ? html`<div class="table-foot"><button class="button" @click=${() => (this.shown += PAGE)}>
            Show more (${count(filtered.length - this.shown)} left)</button></div>`
          : nothing
      }`;
  }

  private head(column: Column, words: string, tone = '') {
    const sort = this.column !== column ? 'none' : this.descending ? 'descending' : 'ascending';
    return html`<th scope="col" class=${tone} aria-sort=${sort}>
      <button type="button" @click=${() => this.sortBy(column)}>${words}</button></th>`;
  }

  private filters(rows: Training[]) {
    const one = (state: TrainingState | undefined, words: string, n: number) => html`
      <button type="button" aria-pressed=${this.filter === state} @click=${() => (this.filter = state)}>
        ${words} <span class="muted">${count(n)}</span></button>`;
    const present = STATES.filter((s) => s === this.filter || rows.some((r) => r.state === s));
    return html`<div class="segments" role="group" aria-label="State">
      ${one(undefined, 'All', rows.length)}
      ${present.map((s) => one(s, trainingStateName(s), rows.filter((r) => r.state === s).length))}
    </div>`;
  }

  private nothingFound() {
    const clear = () => {
      this.filter = undefined;
      this.search = '';
    };
    return this.rows.length === 0
      ? html`<p class="table-foot muted">The campaign is being expanded into trials; rows appear in a moment.</p>`
      : html`<p class="table-foot muted">No training matches. <button class="button tiny" @click=${clear}>Show all</button></p>`;
  }
}
