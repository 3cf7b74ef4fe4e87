import { html } from 'lit';
import type { LayerPruning, PruningStep, TrialDetail } from '../api/types';
import { seriesVariable } from '../charts/palette';
import { hashWithCopy } from '../components/copy';
import {
  absolute,
  accuracy,
  count,
  duration,
  methodName,
  plural,
  points,
  ratio,
  real,
  share,
} from '../core/format';

/** What each pruning step did, layer by layer, and what it cost. */
export function pruningSteps(t: TrialDetail) {
  const steps = [...t.pruningSteps].sort(
    (a, b) => a.branch.localeCompare(b.branch) || a.step - b.step,
  );
  return html`
    <section class="panel" aria-labelledby="steps-title">
      <div class="panel-head"><h2 id="steps-title">Pruning steps</h2></div>
      <div class="panel-body">
        ${
          steps.length > 0
            ? html`<div class="steps">${steps.map(step)}</div>`
            : html`<p class="muted">${
                t.branches.length > 0
                  ? 'The first step appears when the network is trained.'
                  : 'This trial has no pruning steps.'
              }</p>`
        }
      </div>
    </section>`;
}

function step(s: PruningStep) {
  const prunes = s.targetSparsity > 0;
  return html`
    <article class="step" style="--series:var(${seriesVariable(s.method)})">
      <header>
        <h3><span class="dot" style="--dot:var(--series)"></span>${methodName(s.method)}${prunes ? ` ${share(s.targetSparsity)}` : ''}</h3>
        <span class="small muted" title=${absolute(s.at)}>step ${s.step}${s.at ? html`, <es-ago time=${s.at}></es-ago>` : ''}</span>
      </header>
      ${fall(s)}
      <dl class="facts">
        ${fact('Sparsity reached', html`${share(s.sparsity)} <span class="muted">of ${share(s.targetSparsity)}</span>`)}
        ${fact('Compression', ratio(s.compressionRatio))}
        ${fact('Weights kept', html`${count(s.kept)} <span class="muted">of ${count(s.total)}</span>`)}
        ${fact('Retraining', plural(s.retrainEpochs, 'epoch'))}
      </dl>
      <table class="layers">
        <thead><tr><th scope="col">Layer</th><th scope="col">Kept</th><th scope="col" class="num">Threshold</th></tr></thead>
        <tbody>${s.layers.map(layer)}</tbody>
      </table>
      <details>
        <summary>Files and provenance</summary>
        <dl class="facts">
          ${fact('Input checkpoint', hashWithCopy(s.inputSha256, 'the hash of the input checkpoint'))}
          ${fact('Mask', hashWithCopy(s.maskSha256, 'the hash of the mask'))}
          ${fact('Retrained checkpoint', hashWithCopy(s.checkpointSha256, 'the hash of the retrained checkpoint'))}
          ${fact('Computed by', s.worker ?? '–')}${fact('Software', s.softwareVersion ?? '–')}
          ${fact('Took', duration(s.seconds))}
        </dl>
      </details>
    </article>`;
}

/** The three accuracies of a step: before, right after the cut, after retraining. */
function fall(s: PruningStep) {
  const part = (name: string, value: number | null | undefined, reference?: number | null) => html`
    <div><dt>${name}</dt><dd>${accuracy(value)}
      ${
        typeof value === 'number' && typeof reference === 'number'
          ? html`<span class="small ${value < reference ? 'down' : 'up'}">${points(value - reference)}</span>`
          : ''
      }</dd></div>`;
  return html`<dl class="fall">
    ${part('Before', s.accuracyBefore)}${part('Right after', s.accuracyAfterPruning, s.accuracyBefore)}
    ${part('Retrained', s.accuracyAfterRetraining, s.accuracyBefore)}
  </dl>`;
}

const fact = (name: string, value: unknown) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

const layer = (l: LayerPruning) => html`
  <tr>
    <td><code>${l.layer}</code></td>
    <td class="kept" title="${count(l.kept)} of ${count(l.total)} weights">
      <span class="bar thin"><span style="width:${(100 * l.kept) / Math.max(1, l.total)}%;background:var(--series)"></span></span>
      <span class="small">${share(l.kept / Math.max(1, l.total))}
        <span class="muted">(${count(l.kept)} of ${count(l.total)})</span></span>
    </td>
    <td class="num">${real(l.threshold)}</td>
  </tr>`;
