import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api } from '../api/client';
import type { CampaignDetail, Counts, Training } from '../api/types';
import { confirmed } from '../components/dialog';
import { campaignBadge, importedBadge, progressBar } from '../components/parts';
import { tell } from '../components/toasts';
import { absolute, count, duration, plural, real, roughly } from '../core/format';
import { View } from '../core/view';

/** A campaign's name, state, progress and the buttons that steer it. */
@customElement('es-campaign-head')
export class CampaignHead extends View {
  @property({ attribute: false }) campaign!: CampaignDetail;
  @property({ attribute: false }) rows: Training[] = [];
  @state() private steering = false;

  private async steer(action: 'pause' | 'resume' | 'stop', done: string): Promise<void> {
    this.steering = true;
    if (await tell(api.steer(this.campaign.id, action), done)) {
      this.dispatchEvent(new Event('es-steered'));
    }
    this.steering = false;
  }

  private async stop(): Promise<void> {
    const open =
      this.campaign.trainings - this.campaign.counts.trained - this.campaign.counts.failed;
    const sure = await confirmed({
      title: 'Stop this campaign?',
      text: `${plural(open, 'training')} that are not finished will be cancelled. What is trained stays. A stopped campaign cannot be resumed; it can be launched again.`,
      action: 'Stop the campaign',
      danger: true,
    });
    if (sure) {
      await this.steer('stop', 'The campaign is being stopped.');
    }
  }

  override render() {
    const c = this.campaign;
    return html`
      <nav class="crumbs" aria-label="Where you are"><a href="/">Campaigns</a><span aria-hidden="true">/</span><code>${c.id}</code></nav>
      <div class="title-row">
        <div>
          <h1>${c.name}</h1>
          ${campaignBadge(c.state)} ${c.archive ? importedBadge(c.archive) : nothing}
          <p class="subtitle">${c.description}</p>
        </div>
        <div class="actions">${this.buttons()}</div>
      </div>
      ${
        c.archive
          ? html`<p class="notice calm imported"><span>Imported from the archive with the root hash <code>${c.archive}</code>:
              a history to look at and to verify, on which nothing here acts.</span></p>`
          : nothing
      }
      <section class="panel panel-body overview" aria-label="Progress">
        ${progressBar(c.counts, c.trainings)}
        <div class="overview-line">
          ${legend(c.counts, c.trainings, this.notNeeded)}
          <span class="small muted">${this.timing()}</span>
        </div>
        <dl class="facts">
          ${fact('Dataset', c.dataset)}
          ${fact(c.designs.length > 1 ? 'Designs' : 'Design', designs(c))}
          ${fact('Trials', `${count(c.trials)} (${repetitions(c)})`)}
          ${fact('Training', `${plural(c.spec.training.epochs, 'epoch')}, rate ${real(c.spec.training.learningRate)}`)}
          ${fact('Trainings', count(c.trainings))}
          ${fact('Launched', html`<span title=${absolute(c.launchedAt)}><es-ago time=${c.launchedAt}></es-ago></span>`)}
        </dl>
      </section>`;
  }

  private buttons() {
    const { state, id, archive } = this.campaign;
    const again = html`<a class="button" href="/launch?from=${encodeURIComponent(id)}">Launch one like it</a>`;
    if (archive || (state !== 'RUNNING' && state !== 'PAUSED')) {
      return again;
    }
    return html`
      ${again}
      ${
        state === 'RUNNING'
          ? html`<button class="button" ?disabled=${this.steering}
            @click=${() => this.steer('pause', 'Paused: what is being trained goes on, nothing new starts.')}>Pause</button>`
          : html`<button class="button primary" ?disabled=${this.steering}
            @click=${() => this.steer('resume', 'The campaign goes on.')}>Resume</button>`
      }
      <button class="button danger" ?disabled=${this.steering} @click=${this.stop}>Stop</button>`;
  }

  private get notNeeded(): number {
    return this.rows.filter((r) => r.state === 'NOT_NEEDED').length;
  }

  private timing() {
    const c = this.campaign;
    if (c.finishedAt) {
      const seconds = (Date.parse(c.finishedAt) - Date.parse(c.launchedAt)) / 1000;
      return html`<span title=${absolute(c.finishedAt)}>took ${duration(Math.round(seconds))}</span>`;
    }
    const left = this.timeLeft();
    return c.state === 'RUNNING'
      ? html`running for <es-elapsed since=${c.launchedAt}></es-elapsed>${left ? html`, about ${left} left` : nothing}`
      : nothing;
  }

  /** Estimated from the time per epoch so far and the epochs to come, shared by those that train now. */
  private timeLeft(): string | undefined {
    const done = this.rows.filter((r) => r.state === 'TRAINED' && r.seconds && r.epochs);
    const training = this.rows.filter((r) => r.state === 'TRAINING');
    const epochs = done.reduce((sum, r) => sum + (r.trainedEpochs ?? r.epochs ?? 0), 0);
    const open = this.rows
      .filter((r) => r.state === 'TRAINING' || r.state === 'QUEUED' || r.state === 'WAITING')
      .reduce(
        (sum, r) => sum + this.epochsOf(r) - (r.state === 'TRAINING' ? (r.epoch ?? 0) : 0),
        0,
      );
    if (epochs === 0 || training.length === 0 || open === 0) {
      return undefined;
    }
    const perEpoch = done.reduce((sum, r) => sum + (r.seconds ?? 0), 0) / epochs;
    return roughly((perEpoch * open) / training.length);
  }

  private epochsOf(row: Training): number {
    const { training, branches } = this.campaign.spec;
    return (
      row.epochs ??
      (row.step === 0
        ? training.epochs
        : (branches.find((b) => b.name === row.branch)?.retrainEpochs ?? 0))
    );
  }
}

const fact = (name: string, value: unknown) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

function repetitions({ spec }: CampaignDetail): string {
  const graphs = spec.graphs.reduce((sum, sample) => sum + sample.count, 0);
  const seeds = plural(spec.seeds.length, 'seed');
  return graphs > 0 ? `${plural(graphs, 'random graph')}, ${seeds}` : seeds;
}

function designs({ designs: labels }: CampaignDetail): string {
  return labels.length > 2
    ? `${labels.slice(0, 2).join(', ')} and ${labels.length - 2} more`
    : labels.join(', ');
}

/** The parts of the progress bar in words; what waits for its cause is counted nowhere else. */
function legend(counts: Counts, total: number, notNeeded: number) {
  const waiting =
    total - counts.trained - counts.training - counts.queued - counts.failed - counts.cancelled;
  const entry = (n: number, words: string, colour: string) =>
    n > 0
      ? html`<li>
          <span class="dot" style="--dot:var(${colour})"></span><b>${count(n)}</b> ${words}
        </li>`
      : nothing;
  return html`<ul class="legend">
    ${entry(counts.trained, 'trained', '--accent')}
    ${entry(counts.training, 'training', '--training')}
    ${entry(counts.queued, 'queued', '--idle')} ${entry(waiting, 'to come', '--line-strong')}
    ${entry(counts.failed, 'failed', '--failed')}
    ${entry(counts.cancelled, 'cancelled', '--line-strong')}
    ${entry(notNeeded, 'not needed, as their schedule ended earlier', '--line')}
  </ul>`;
}
