import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, campaignLive } from '../api/client';
import { Live } from '../api/live';
import type { Epoch, Training, TrialDetail } from '../api/types';
import { Series } from '../charts/series';
import { changing } from '../charts/weights';
import { confirmed } from '../components/dialog';
import { importedBadge, skeleton } from '../components/parts';
import { tell } from '../components/toasts';
import { count, real, trialNumber } from '../core/format';
import { branchTitle } from '../core/names';
import { learningOf } from '../core/groups';
import { Remote } from '../core/remote';
import { campaignPath } from '../core/router';
import { View } from '../core/view';
import './curves-panel';
import { eventChain } from './event-chain';
import { outcomes } from './outcomes';
import './pruning-steps';
import './structure-panel';
import './weights-panel';

const SETTLE_MS = 400;

/** One trial: its facts, curves, pruning steps, and the chain of events behind them. */
@customElement('es-trial-page')
export class TrialPage extends View {
  @property() trial = '';
  @state() private retrying = false;
  private live?: Live;
  private series?: Series;
  private timer?: number;

  private readonly epochs = new Remote<Epoch[]>(this, (signal) => api.epochs(this.trial, signal));
  private readonly detail = new Remote<TrialDetail>(
    this,
    (signal) => api.trial(this.trial, signal),
    0,
    (trial) => this.follow(trial),
  );

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.timer);
  }

  override updated(): void {
    if (this.detail.data) {
      document.title = `Trial ${this.detail.data.trial} · Espalier`;
    }
  }

  private readonly reload = () => {
    void this.detail.reload();
    void this.epochs.reload();
  };

  /** The campaign's stream tells when something of this trial changed; the rest is loaded anew. */
  private follow(trial: TrialDetail): void {
    this.series = new Series(trial.branches, learningOf(trial));
    this.live ??= new Live(
      this,
      () => campaignLive(trial.campaign),
      {
        training: (row: Training) => {
          if (row.trial === this.trial && this.timer === undefined) {
            this.timer = window.setTimeout(() => {
              this.timer = undefined;
              this.reload();
            }, SETTLE_MS);
          }
        },
      },
      this.reload,
    );
  }

  private async retry(): Promise<void> {
    const sure = await confirmed({
      title: 'Retry this trial?',
      text: 'It starts again from its beginning as a new attempt, with the same seed and plan. What the failed attempt did stays in the history.',
      action: 'Retry the trial',
    });
    if (sure) {
      this.retrying = true;
      if (await tell(api.retry(this.trial), 'The trial starts again.')) {
        this.reload();
      }
      this.retrying = false;
    }
  }

  override render() {
    return this.detail.show((t) => this.page(t), html`<div class="panel">${skeleton(10)}</div>`);
  }

  private page(t: TrialDetail) {
    const failed = t.trainings.filter((r) => r.state === 'FAILED');
    const changed = changing(this.epochs.data ?? []);
    const series = this.series ?? new Series(t.branches);
    return html`
      <nav class="crumbs" aria-label="Where you are"><a href="/">Campaigns</a><span aria-hidden="true">/</span>
        <a href=${campaignPath(t.campaign)}><code>${t.campaign}</code></a><span aria-hidden="true">/</span><code>${t.trial}</code></nav>
      <div class="title-row">
        <div>
          <h1>Trial ${trialNumber(t.trial)}</h1>
          ${t.archive ? importedBadge(t.archive) : nothing}
          <p class="subtitle">${t.architecture} on ${t.dataset}, seed ${t.seed}</p>
        </div>
        ${
          failed.length > 0 && !t.archive
            ? html`<button class="button primary" ?disabled=${this.retrying} @click=${this.retry}>Retry this trial</button>`
            : ''
        }
      </div>
      <div class="stack">
        ${failed.map(
          (
            r,
          ) => html`<p class="notice bad" role="alert"><span><strong>${branchTitle(r.branch)}</strong> failed:
          ${r.failure ?? 'no reason was given'}</span></p>`,
        )}
        <section class="panel panel-body" aria-label="Facts">${facts(t)}</section>
        ${outcomes(t, series)}
        ${
          t.network && 'graph' in t.network
            ? html`<es-structure-panel .trial=${t.trial}></es-structure-panel>`
            : nothing
        }
        <es-curves-panel .trial=${t} .series=${series} .epochs=${this.epochs.data ?? []} .error=${this.epochs.error?.message ?? ''}></es-curves-panel>
        ${changed.length > 0 ? html`<es-weights-panel .epochs=${changed}></es-weights-panel>` : nothing}
        <section class="panel" aria-labelledby="steps-title">
          <es-pruning-steps .trial=${t} .series=${series}></es-pruning-steps>
        </section>
        ${eventChain(t.events)}
      </div>`;
  }
}

function facts(t: TrialDetail) {
  const fact = (name: string, value: unknown) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  const given = (name: string, value: unknown) => (value ? fact(name, value) : nothing);
  const o = t.training;
  return html`<dl class="facts">
    ${fact('Architecture', t.architecture)}
    ${given('Design', t.design === t.architecture ? '' : t.design)}${fact('Dataset', t.dataset)}
    ${fact('Seed', t.seed)}${fact('Attempt', t.attempt)}${fact('Branches', count(t.branches.length))}
    ${fact('Epochs', count(o.epochs))}${fact('Optimizer', o.optimizer)}
    ${fact('Learning rate', real(o.learningRate))}
    ${o.optimizer === 'adam' ? nothing : fact('Momentum', real(o.momentum))}
    ${fact('Batch size', count(o.batchSize))}
    ${given('Weight decay', o.weightDecay)}${given('Gradient clip', o.gradientClip)}
    ${given('Dropout', o.dropout)}${given('Schedule', o.schedule?.kind)}
    ${given('Early stopping', o.earlyStopping && `patience ${o.earlyStopping.patience}`)}
    ${given('Structure learning', o.structureLearning?.method)}
  </dl>`;
}
