import { html, nothing } from 'lit';
import type { Training } from '../api/types';
import type { Series } from '../charts/series';
import { trainingBadge } from '../components/parts';
import { accuracy, count, duration, trialNumber, type Maybe } from '../core/format';
import { trialPath } from '../core/router';
import { rowBranch, rowSparsity, stoppedEarly } from './rows';

/** One training as a table row; a card on a phone. */
export function trainingRow(t: Training, series: Series, withArchitecture: boolean) {
  return html`
    <tr class=${t.state.toLowerCase()}>
      <td data-label="Trial">
        <a class="row-title" href=${trialPath(t.trial)}>${trialNumber(t.trial)}</a>
        ${t.attempt > 1 ? html`<span class="muted small">attempt ${t.attempt}</span>` : nothing}
        ${withArchitecture ? html`<div class="muted small">${t.architecture ?? '–'}</div>` : nothing}
      </td>
      <td data-label="Seed" class="num">${t.seed ?? '–'}</td>
      <td data-label="Branch" class="full" title=${t.branch}>
        <span class="dot" style="--dot:var(${series.lookOf(t.branch).variable})"></span>${rowBranch(t, series)}</td>
      <td data-label="Sparsity" class="num">${rowSparsity(t)}</td>
      <td data-label="State" class="state"><span class="state-line">${trainingBadge(t.state)}${progress(t)}</span></td>
      ${percent('Validation', t.validationAccuracy, '')}
      ${percent('Predicted', t.predictedAccuracy, 'muted')}
      ${percent('Test', t.testAccuracy, 'strong')}
      <td data-label="Worker" class=${t.worker ? '' : 'blank'}>${t.worker ?? '–'}</td>
      <td data-label="Elapsed" class="num ${t.seconds || t.state === 'TRAINING' ? '' : 'blank'}">${elapsed(t)}</td>
    </tr>`;
}

/** An accuracy's cell; on a phone an absent one takes no room. */
const percent = (label: string, value: Maybe<number>, tone: string) =>
  typeof value === 'number'
    ? html`<td data-label=${label} class="num ${tone}">${accuracy(value)}</td>`
    : html`<td data-label=${label} class="num muted blank">–</td>`;

function progress(t: Training) {
  if (t.state === 'FAILED') {
    return html`<span class="small down failure" title=${t.failure ?? ''}>${t.failure ?? ''}</span>`;
  }
  const early = stoppedEarly(t);
  if (early) {
    return html`<span class="small muted" title=${early}>${t.trainedEpochs}/${t.epochs}</span>`;
  }
  if (t.state !== 'TRAINING' || !t.epochs) {
    return nothing;
  }
  const epoch = t.epoch ?? 0;
  return html`<span class="epochs">
    <span class="bar thin" role="progressbar" aria-valuemin="0" aria-valuemax=${t.epochs} aria-valuenow=${epoch}
      aria-label="Epoch ${epoch} of ${t.epochs}"><span class="training" style="width:${(100 * epoch) / t.epochs}%"></span></span>
    <span class="small muted">${count(epoch)}/${count(t.epochs)}</span></span>`;
}

function elapsed(t: Training) {
  if (typeof t.seconds === 'number') {
    return duration(t.seconds);
  }
  return t.state === 'TRAINING' && t.since ? html`<es-elapsed since=${t.since}></es-elapsed>` : '–';
}
