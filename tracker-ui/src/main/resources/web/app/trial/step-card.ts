import { html, nothing } from 'lit';
import type { EndReason, LayerPruning, LayerUnits, PruningStep } from '../api/pruning';
import type { TrialDetail } from '../api/types';
import type { OptionOf } from '../charts/chart';
import { histogramChart } from '../charts/histogram';
import type { Series } from '../charts/series';
import { hashWithCopy } from '../components/copy';
import { stepsOf } from '../core/branches';
import {
  absolute,
  accuracy,
  count,
  duration,
  plural,
  points,
  ratio,
  real,
  share,
  type Maybe,
} from '../core/format';
import { featureChanges } from './feature-changes';

/** One pruning step: what it cut, what that cost, and everything needed to check it. */
export function stepCard(s: PruningStep, trial: TrialDetail, series: Series) {
  const branch = trial.branches.find((b) => b.name === s.branch);
  const look = series.lookOf(s.branch);
  const steps = branch ? stepsOf(branch) : 1;
  const prunes = s.targetSparsity > 0;
  return html`
    <article class="step" style="--series:var(${look.variable})">
      <header>
        <h3><span class="dot" style="--dot:var(--series)"></span>${series.nameOf(s.branch)}${prunes ? ` ${share(s.targetSparsity)}` : ''}</h3>
        <span class="small muted" title=${absolute(s.at)}>step ${s.step}${steps > 1 ? ` of ${steps}` : ''}${s.at ? html`, <es-ago time=${s.at}></es-ago>` : ''}</span>
      </header>
      ${quality(s)}
      ${ended(s.endReason)}
      <dl class="facts">
        ${fact('Sparsity reached', html`${share(s.sparsity)} <span class="muted">of ${share(s.targetSparsity)}</span>`)}
        ${fact('Compression', ratio(s.compressionRatio))}
        ${fact('Weights kept', html`${count(s.kept)} <span class="muted">of ${count(s.total)}</span>`)}
        ${fact('Scope', scope(branch?.options?.scope))}
        ${fact('Threshold', typeof s.threshold === 'number' ? real(s.threshold) : prunes && s.layers.some((l) => typeof l.threshold === 'number') ? 'one per layer' : '–')}
        ${fact('Speed-up', speedUp(s))}
        ${fact('Retraining', plural(s.retrainEpochs, 'epoch'))}
        ${fact('Recovered after', recovered(s))}
      </dl>
      ${histogram(s, look.variable)}
      ${layers(s)}
      ${s.approximation ? html`<p class="small muted">${s.approximation}${s.samples ? ` On ${plural(s.samples, 'sample')}.` : ''}</p>` : nothing}
      ${shrunk(s)}
      ${featureChanges(s.structureBefore, s.structureAfter)}
      ${provenance(s, trial)}
    </article>`;
}

/** Accuracy and loss of a step: before, right after the cut, after retraining. */
function quality(s: PruningStep) {
  const part = (name: string, value: Maybe<number>, loss: Maybe<number>, reference?: Maybe<number>) => html`
    <div><dt>${name}</dt><dd>${accuracy(value)}
      ${
        typeof value === 'number' && typeof reference === 'number'
          ? html`<span class="small ${value < reference ? 'down' : 'up'}">${points(value - reference)}</span>`
          : nothing
      }
      ${typeof loss === 'number' ? html`<span class="small muted">loss ${real(loss)}</span>` : nothing}</dd></div>`;
  return html`<dl class="fall">
    ${part('Before', s.accuracyBefore, s.lossBefore)}
    ${part('Right after', s.accuracyAfterPruning, s.lossAfterPruning, s.accuracyBefore)}
    ${part('Retrained', s.accuracyRetrained, s.lossRetrained, s.accuracyBefore)}
  </dl>`;
}

const END_WORDS: Record<EndReason, string> = {
  PLANNED: '',
  TARGET_REACHED: 'the target sparsity is reached',
  FLOOR_REACHED: 'fewer weights are left than the schedule goes on with',
  LAYER_WOULD_BE_EMPTY: 'the next step would empty a layer',
};

/** Why a schedule came to its end before all its steps. */
function ended(reason: Maybe<EndReason>) {
  const words = reason ? (END_WORDS[reason] ?? reason) : '';
  return words === ''
    ? nothing
    : html`<p class="notice calm"><span>The schedule ended here: ${words}.</span></p>`;
}

const fact = (name: string, value: unknown) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

const scope = (parts: Maybe<string[]>) =>
  !parts || parts.length === 0
    ? 'all layers'
    : parts.map((part, i) => html`${i > 0 ? ', ' : ''}<code>${part}</code>`);

/** What the kept operations promise, and what an epoch of retraining really gained. */
const speedUp = (s: PruningStep) =>
  html`${ratio(s.theoreticalSpeedUp)}
    <span class="muted" title="${count(s.flops)} of ${count(s.denseFlops)} floating-point operations per sample">in theory</span>${
      typeof s.measuredSpeedUp === 'number'
        ? html`<br />${ratio(s.measuredSpeedUp)} <span class="muted" title="samples per second of retraining over those of the dense training">measured</span>`
        : nothing
    }`;

const recovered = (s: PruningStep) =>
  typeof s.epochsToRecover === 'number'
    ? plural(s.epochsToRecover, 'epoch')
    : typeof s.accuracyRetrained === 'number'
      ? 'not recovered'
      : '–';

/** Charts are built once per step: a step never changes what it measured. */
const charts = new WeakMap<object, OptionOf>();

function histogram(s: PruningStep, variable: string) {
  if (!s.histogram) {
    return nothing;
  }
  let chart = charts.get(s.histogram);
  if (!chart) {
    chart = histogramChart(s.histogram, s.threshold, variable);
    charts.set(s.histogram, chart);
  }
  return html`<es-chart .option=${chart} .height=${170} label=${histogramWords(s)}></es-chart>`;
}

const histogramWords = ({ histogram: h, threshold }: PruningStep) =>
  `Histogram of saliencies from ${real(h?.edges[0])} to ${real(h?.edges[h.edges.length - 1])}${
    typeof threshold === 'number' ? `, cut up to ${real(threshold)}` : ''
  }`;

function layers(s: PruningStep) {
  return html`<table class="layers">
    <thead><tr><th scope="col">Layer</th><th scope="col">Kept</th><th scope="col" class="num">Threshold</th></tr></thead>
    <tbody>${s.layers.map(layer)}</tbody>
  </table>
  ${units(s.units ?? [])}`;
}

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

const units = (all: LayerUnits[]) =>
  all.length === 0
    ? nothing
    : html`<p class="small units"><span class="muted">Dead units:</span>
        ${all.map((u) => html`<span class="nowrap"><code>${u.layer}</code> <b>${count(u.dead)}</b> <span class="muted">of ${count(u.units)}</span></span>`)}</p>`;

const shrunk = ({ shrunk: smaller }: PruningStep) =>
  smaller
    ? html`<p class="small shrunk"><span class="muted">Shrunk to the dense network</span> <b>${smaller.label}</b>
        ${hashWithCopy(smaller.sha256, 'the hash of the smaller checkpoint')}</p>`
    : nothing;

function provenance(s: PruningStep, trial: TrialDetail) {
  const file = (name: string, hash: Maybe<string>, what: string) =>
    fact(name, hashWithCopy(hash, what));
  return html`<details>
    <summary>Files and provenance</summary>
    <dl class="facts">
      ${file('Input checkpoint', s.inputSha256, 'the hash of the input checkpoint')}
      ${file('Mask before', s.maskBeforeSha256, 'the hash of the mask before')}
      ${file('Mask', s.maskSha256, 'the hash of the mask')}
      ${file('Retrained from', s.startSha256, 'the hash of the checkpoint that retraining starts from')}
      ${file('Retrained checkpoint', s.checkpointSha256, 'the hash of the retrained checkpoint')}
      ${fact('Seed', s.seed ?? trial.seed)}
      ${fact('Computed by', s.worker ?? '–')}${fact('Machine', s.machine ?? '–')}
      ${fact('Software', s.softwareVersion ?? '–')}${fact('Took', duration(s.seconds))}
    </dl>
  </details>`;
}
