import { html } from 'lit';
import type { Result } from '../api/types';
import { seriesVariable } from '../charts/palette';
import { emptyState } from '../components/parts';
import { accuracy, count, methodName, points, ratio, share } from '../core/format';

/** Mean and spread per method and sparsity, beside the difference to the fair reference. */
export function resultsTable(results: Result[], controlPlanned: boolean) {
  const control = results.find((r) => r.method === 'dense-control');
  const reference = control ?? results.find((r) => r.method === 'dense');
  return html`
    <section class="panel" aria-labelledby="results-title">
      <div class="panel-head"><h2 id="results-title">Results</h2>
        ${results.length > 0 ? html`<es-copy .text=${csv(ordered(results))} words="Copy CSV"></es-copy>` : ''}
      </div>
      ${
        results.length === 0
          ? html`<div class="panel-body">${emptyState('No result yet', html`<p>Each finished training counts at once.</p>`)}</div>`
          : html`
            <div class="table-box results">
              <table id="results" class="cards">
                <thead>
                  <tr>
                    <th scope="col">Method</th>
                    <th scope="col" class="num">Sparsity</th>
                    <th scope="col" class="num">Test accuracy</th>
                    <th scope="col" class="num">${control ? 'vs. control' : 'vs. dense'}</th>
                    <th scope="col" class="num">Trials</th>
                  </tr>
                </thead>
                <tbody>${ordered(results).map((r) => row(r, reference))}</tbody>
              </table>
            </div>
            <p class="small muted table-note">${
              control
                ? 'The control is the unpruned network, trained as long as the pruned ones.'
                : controlPlanned
                  ? 'Until the dense control is trained, differences are to the dense network before retraining.'
                  : 'Without a dense control: differences are to the dense network before retraining.'
            }</p>`
      }
    </section>`;
}

function row(r: Result, reference: Result | undefined) {
  const difference =
    reference && reference !== r ? r.accuracyMean - reference.accuracyMean : undefined;
  // Only what exceeds the spread between trials is coloured.
  const spread = Math.max(r.accuracyStd, reference?.accuracyStd ?? 0, 0.00005);
  const tone =
    difference === undefined || Math.abs(difference) <= spread
      ? ''
      : difference > 0
        ? 'up'
        : 'down';
  return html`
    <tr>
      <th scope="row"><span class="dot" style="--dot:var(${seriesVariable(r.method)})"></span>${methodName(r.method)}</th>
      <td data-label="Sparsity" class="num" title="${ratio(1 / Math.max(1e-6, 1 - r.sparsity))} smaller">${share(r.sparsity)}</td>
      <td data-label="Test accuracy" class="num"><strong>${accuracy(r.accuracyMean)}</strong>
        ${r.trials > 1 ? html`<span class="muted">± ${(r.accuracyStd * 100).toFixed(2)}</span>` : ''}</td>
      <td data-label="Difference" class="num ${tone}">${r === reference ? html`<span class="muted">reference</span>` : points(difference)}</td>
      <td data-label="Trials" class="num">${count(r.trials)}</td>
    </tr>`;
}

const csv = (results: Result[]) =>
  ['method,sparsity,accuracyMean,accuracyStd,trials']
    .concat(
      results.map((r) => [r.method, r.sparsity, r.accuracyMean, r.accuracyStd, r.trials].join(',')),
    )
    .join('\n');

/** References first, then by method, then by sparsity. */
function ordered(results: Result[]): Result[] {
  const rank = (r: Result) => (r.method === 'dense' ? 0 : r.method === 'dense-control' ? 1 : 2);
  return [...results].sort(
    (a, b) => rank(a) - rank(b) || a.method.localeCompare(b.method) || a.sparsity - b.sparsity,
  );
}
