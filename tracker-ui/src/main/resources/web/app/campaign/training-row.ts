import { html, nothing } from 'lit';
import type { Training } from '../api/types';
import { seriesVariable } from '../charts/palette';
import { trainingBadge } from '../components/parts';
import { accuracy, count, duration, methodName, trialNumber } from '../core/format';
import { trialPath } from '../core/router';
import { architectureLabel, rowBranch, rowSparsity } from './rows';

/** One training as a table row; a card on a phone. */
export function trainingRow(t: Training, withArchitecture: boolean) {
  return html`
    <tr class=${t.state.toLowerCase()}>
      <td data-label="Trial">
        <a class="row-title" href=${trialPath(t.trial)}>${trialNumber(t.trial)}</a>
        ${t.attempt > 1 ? html`<span class="muted small">attempt ${t.attempt}</span>` : nothing}
        ${withArchitecture ? html`<div class="muted small">${architectureLabel(t.architecture)}</div>` : nothing}
      </td>
      <td data-label="Seed" class="num">${t.seed}</td>
      <td data-label="Branch" class="full" title=${methodName(t.method)}>
        <span class="dot" style="--dot:var(${seriesVariable(t.method)})"></span>${rowBranch(t)}</td>
      <td data-label="Sparsity" class="num">${rowSparsity(t)}</td>
      <td data-label="State" class="state">${trainingBadge(t.state)}${progress(t)}</td>
      <td data-label="Validation" class="num">${accuracy(t.validationAccuracy)}</td>
      <td data-label="Predicted" class="num muted">${accuracy(t.predictedAccuracy)}</td>
      <td data-label="Test" class="num strong">${accuracy(t.testAccuracy)}</td>
      <td data-label="Worker" class=${t.worker ? '' : 'blank'}>${t.worker ?? '–'}</td>
      <td data-label="Elapsed" class="num">${elapsed(t)}</td>
    </tr>`;
}

function progress(t: Training) {
  if (t.state === 'FAILED') {
    return html`<span class="small down failure" title=${t.failure ?? ''}>${t.failure ?? ''}</span>`;
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
