import { html, nothing } from 'lit';
import type { Result } from '../api/types';
import { seriesVariable } from '../charts/palette';
import { emptyState } from '../components/parts';
import { accuracy, count, isUnpruned, methodName, points, ratio, share } from '../core/format';

/**
 * Mean and spread per design, method and sparsity, beside the difference to the fair reference of
 * the same design. `choose` is told of a design whose trials are asked for.
 */
export function resultsTable(
  results: Result[],
  controlPlanned: boolean,
  choose: (design: string) => void,
) {
  const designs = [...new Set(results.map((r) => r.design))];
  const control = results.some((r) => r.method === 'dense-control');
  const compared = results.some((r) => r !== referenceOf(results, r.design));
  return html` <section class="panel" aria-labelledby="results-title">
    <div class="panel-head">
      <h2 id="results-title">Results</h2>
      ${results.length > 0 ? html`<es-copy .text=${csv(designs.flatMap((d) => ordered(results, d)))} words="Copy CSV"></es-copy>` : ''}
    </div>
    ${
      results.length === 0
        ? html`<div class="panel-body">
            ${emptyState('No result yet', html`<p>Each finished training counts at once.</p>`)}
          </div>`
        : html` <div class="table-box results">
              <table id="results" class="cards">
                <thead>
                  <tr>
                    <th scope="col">${compared || designs.length < 2 ? 'Method' : 'Design'}</th>
                    <th scope="col" class="num">Sparsity</th>
                    <th scope="col" class="num">Test accuracy</th>
                    ${compared ? html`<th scope="col" class="num">${control ? 'vs. control' : 'vs. dense'}</th>` : nothing}
                    <th scope="col" class="num">Trials</th>
                  </tr>
                </thead>
                ${designs.map((d) => body(ordered(results, d), designs.length > 1, compared, choose))}
              </table>
            </div>
            <p class="small muted table-note">
              ${note(results, designs.length > 1, compared, controlPlanned)}
            </p>`
    }
  </section>`;
}

function note(results: Result[], several: boolean, compared: boolean, controlPlanned: boolean) {
  const reference = results.some((r) => r.method === 'dense-control')
    ? 'The control is the unpruned network, trained as long as the pruned ones.'
    : controlPlanned
      ? 'Until the dense control is trained, differences are to the dense network before retraining.'
      : compared
        ? 'Without a dense control: differences are to the network before retraining.'
        : 'Mean ± sample standard deviation over the trials.';
  const spread = several
    ? 'Mean ± sample standard deviation over all graphs and seeds of a design. '
    : '';
  return spread + (compared || !several ? reference : '');
}

const referenceOf = (results: Result[], design: string) => {
  const own = results.filter((r) => r.design === design);
  return own.find((r) => r.method === 'dense-control') ?? own.find((r) => isUnpruned(r.method));
};

/** The rows of one design; it has a line of its own above them unless it has only one row. */
function body(
  results: Result[],
  several: boolean,
  compared: boolean,
  choose: (design: string) => void,
) {
  const { design } = results[0];
  const link = html`<button
    type="button"
    class="link"
    title="Show its trials"
    @click=${() => choose(design)}
  >
    ${design}
  </button>`;
  const reference = referenceOf(results, design);
  return html`<tbody>
    ${
      several && compared
        ? html`<tr class="group">
            <th scope="rowgroup" colspan="5">${link}</th>
          </tr>`
        : nothing
    }
    ${results.map((r) => row(r, reference, compared, several && !compared ? link : undefined))}
  </tbody>`;
}

function row(r: Result, reference: Result | undefined, compared: boolean, design?: unknown) {
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
  return html` <tr>
    <th scope="row">
      ${design ?? html`<span class="dot" style="--dot:var(${seriesVariable(r.method)})"></span>${methodName(r.method)}`}
    </th>
    <td
      data-label="Sparsity"
      class="num"
      title="${ratio(1 / Math.max(1e-6, 1 - r.sparsity))} smaller"
    >
      ${share(r.sparsity)}
    </td>
    <td data-label="Test accuracy" class="num">
      <strong>${accuracy(r.accuracyMean)}</strong>
      ${r.trials > 1 ? html`<span class="muted">± ${(r.accuracyStd * 100).toFixed(2)}</span>` : ''}
    </td>
    ${
      compared
        ? html`<td data-label="Difference" class="num ${tone}">
            ${r === reference ? html`<span class="muted">reference</span>` : points(difference)}
          </td>`
        : nothing
    }
    <td data-label="Trials" class="num">${count(r.trials)}</td>
  </tr>`;
}

const csv = (results: Result[]) =>
  ['design,method,sparsity,accuracyMean,accuracyStd,trials']
    .concat(
      results.map((r) =>
        [`"${r.design}"`, r.method, r.sparsity, r.accuracyMean, r.accuracyStd, r.trials].join(','),
      ),
    )
    .join('\n');

/** A design's references first, then by method, then by sparsity. */
function ordered(results: Result[], design: string): Result[] {
  const rank = (r: Result) => (isUnpruned(r.method) ? 0 : r.method === 'dense-control' ? 1 : 2);
  return results
    .filter((r) => r.design === design)
    .sort(
      (a, b) => rank(a) - rank(b) || a.method.localeCompare(b.method) || a.sparsity - b.sparsity,
    );
}
