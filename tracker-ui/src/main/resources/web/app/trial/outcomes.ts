import { html } from 'lit';
import type { Training, TrialDetail } from '../api/types';
import { rowBranch, rowSparsity, stoppedEarly } from '../campaign/rows';
import type { Series } from '../charts/series';
import { trainingBadge } from '../components/parts';
import { accuracy, duration } from '../core/format';

/** The trial's trainings side by side: what was expected, what came out. */
export const outcomes = (t: TrialDetail, series: Series) => html`
  <section class="panel" aria-labelledby="outcomes-title">
    <div class="panel-head"><h2 id="outcomes-title">Trainings</h2></div>
    <div class="table-box results">
      <table class="cards outcomes">
        <thead>
          <tr>
            <th scope="col">Branch</th><th scope="col" class="num">Sparsity</th><th scope="col">State</th>
            <th scope="col" class="num">Predicted</th><th scope="col" class="num">Validation</th>
            <th scope="col" class="num">Test</th><th scope="col">Worker</th><th scope="col" class="num">Elapsed</th>
          </tr>
        </thead>
        <tbody>${[...t.trainings].sort(byBranch).map((r) => row(r, series))}</tbody>
      </table>
    </div>
  </section>`;

const byBranch = (a: Training, b: Training) =>
  Number(a.step > 0) - Number(b.step > 0) || a.branch.localeCompare(b.branch) || a.step - b.step;

const row = (r: Training, series: Series) => html`
  <tr>
    <td class="full"><span class="dot" style="--dot:var(${series.lookOf(r.branch).variable})"></span>${rowBranch(r, series)}</td>
    <td data-label="Sparsity" class="num">${rowSparsity(r)}</td>
    <td data-label="State">${trainingBadge(r.state)}
      ${r.state === 'TRAINING' && r.epochs ? html`<span class="small muted">${r.epoch ?? 0}/${r.epochs}</span>` : ''}
      <span class="small muted">${stoppedEarly(r)}</span></td>
    <td data-label="Predicted" class="num muted">${accuracy(r.predictedAccuracy)}</td>
    <td data-label="Validation" class="num">${accuracy(r.validationAccuracy)}</td>
    <td data-label="Test" class="num strong">${accuracy(r.testAccuracy)}</td>
    <td data-label="Worker" class=${r.worker ? '' : 'blank'}>${r.worker ?? '–'}</td>
    <td data-label="Elapsed" class="num">${
      r.state === 'TRAINING' && r.since
        ? html`<es-elapsed since=${r.since}></es-elapsed>`
        : duration(r.seconds)
    }</td>
  </tr>`;
