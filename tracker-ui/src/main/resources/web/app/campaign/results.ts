import { html, nothing } from 'lit';
import type { Comparison, Group, Statistics } from '../api/evidence';
import type { Series } from '../charts/series';
import { emptyState } from '../components/parts';
import { accuracy, count, points, ratio, share } from '../core/format';
import { CONTROL, compressionOf, ordered, referenceOf } from '../core/groups';

/** What the rows of the table share. */
interface Table {
  statistics: Statistics;
  series: Series;
  /** Whether there is something to compare with something. */
  compared: boolean;
  several: boolean;
  choose: (design: string) => void;
}

/**
 * Mean and spread per design, variant and sparsity, beside the difference to the fair reference of
 * the same design. `choose` is told of a design whose trials are asked for.
 */
export function resultsTable(
  statistics: Statistics,
  series: Series,
  controlPlanned: boolean,
  choose: (design: string) => void,
) {
  const { groups } = statistics;
  const designs = [...new Set(groups.map((g) => g.design))];
  const control = groups.some((g) => g.variant === CONTROL);
  const compared = groups.some((g) => g !== referenceOf(groups, g.design));
  const several = designs.length > 1;
  const table: Table = { statistics, series, compared, several, choose };
  return html` <section class="panel" aria-labelledby="results-title">
    <div class="panel-head"><h2 id="results-title">Results</h2></div>
    ${
      groups.length === 0
        ? html`<div class="panel-body">
            ${emptyState('No result yet', html`<p>Each finished training counts at once.</p>`)}
          </div>`
        : html` <div
              class="table-box results scrolls"
              tabindex="0"
              role="region"
              aria-labelledby="results-title"
            >
              <table id="results" class="cards">
                <thead>
                  <tr>
                    <th scope="col">${compared || !several ? 'Method' : 'Design'}</th>
                    <th scope="col" class="num">Sparsity</th>
                    <th scope="col" class="num">Test accuracy</th>
                    ${compared ? html`<th scope="col" class="num">${control ? 'vs. control' : 'vs. dense'}</th>` : nothing}
                    <th scope="col" class="num">Trials</th>
                  </tr>
                </thead>
                ${designs.map((design) => body(design, table))}
              </table>
            </div>
            <p class="small muted table-note">${note(table, control, controlPlanned)}</p>`
    }
  </section>`;
}

function note({ compared, several }: Table, control: boolean, controlPlanned: boolean) {
  const reference = control
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

/** The rows of one design; it has a line of its own above them unless it has only one row. */
function body(design: string, table: Table) {
  const { statistics, series, several, compared, choose } = table;
  const link = html`<button
    type="button"
    class="link"
    title="Show its trials"
    @click=${() => choose(design)}
  >
    ${design}
  </button>`;
  const reference = referenceOf(statistics.groups, design);
  return html`<tbody>
    ${
      several && compared
        ? html`<tr class="group">
            <th scope="rowgroup" colspan="5">${link}</th>
          </tr>`
        : nothing
    }
    ${ordered(statistics.groups, design, series).map((g) =>
      row(g, reference, table, several && !compared ? link : undefined),
    )}
  </tbody>`;
}

function row(g: Group, reference: Group | undefined, table: Table, design?: unknown) {
  const difference = reference && reference !== g ? g.mean - reference.mean : undefined;
  const look = table.series.look(g.variant);
  return html` <tr>
    <th scope="row">
      ${design ?? html`<span class="dot" style="--dot:var(${look.variable})"></span>${table.series.name(g.variant)}`}
    </th>
    <td data-label="Sparsity" class="num" title="${ratio(compressionOf(g))} smaller">
      ${share(g.sparsity)}
    </td>
    <td data-label="Test accuracy" class="num" title=${interval(g)}>
      <strong>${accuracy(g.mean)}</strong>
      ${g.trials > 1 && typeof g.std === 'number' ? html`<span class="muted">± ${(g.std * 100).toFixed(2)}</span>` : ''}
    </td>
    ${
      table.compared
        ? html`<td data-label="Difference" class="num ${tone(g, table.statistics.comparisons)}">
            ${g === reference ? html`<span class="muted">reference</span>` : points(difference)}
          </td>`
        : nothing
    }
    <td data-label="Trials" class="num">${count(g.trials)}</td>
  </tr>`;
}

const interval = ({ low, high }: Group) =>
  typeof low === 'number' && typeof high === 'number'
    ? `95 % interval of the mean: ${accuracy(low)} to ${accuracy(high)}`
    : '';

/** Only a difference that the test shows is coloured. */
function tone(group: Group, comparisons: Comparison[]): string {
  const found = comparisons.find(
    (c) =>
      c.design === group.design &&
      [c.a, c.b].includes(CONTROL) &&
      [c.aBranch, c.bBranch].includes(group.branch) &&
      group.variant !== CONTROL,
  );
  if (!found || !['a-better', 'b-better'].includes(found.verdict)) {
    return '';
  }
  return (found.verdict === 'a-better') === (found.a === group.variant) ? 'up' : 'down';
}
