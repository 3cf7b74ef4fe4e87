import { html, nothing, type TemplateResult } from 'lit';
import { ApiError } from '../api/client';
import type { CampaignState, Counts, TrainingState } from '../api/types';
import { count } from '../core/format';
import { logo } from './logo';

/** Grey bars where content will be. */
export const skeleton = (rows = 5) => html`
  <div class="skeleton" role="status" aria-label="Loading">
    ${Array.from({ length: rows }, (_, i) => html`<i style="width:${96 - ((i * 17) % 40)}%"></i>`)}
  </div>`;

/** An empty or failed place that says what to do next. */
export const emptyState = (
  title: string,
  body: unknown,
  actions: unknown = nothing,
  level: 1 | 2 = 2,
): TemplateResult => html`
  <div class="void">
    ${logo(44)}
    ${level === 1 ? html`<h1>${title}</h1>` : html`<h2>${title}</h2>`}
    ${body}
    <div class="actions">${actions}</div>
  </div>`;

/** A failed request: what happened, what to do, and a way to try again. */
export function failure(error: Error, retry: () => void): TemplateResult {
  const status = error instanceof ApiError ? error.status : -1;
  const advice =
    status === 404
      ? 'It may never have existed, or the history it belonged to was started anew.'
      : status === 0
        ? html`Check that Espalier is running: <code>./espalier status</code> names the service that
            is down, <code>./espalier up</code> starts everything.`
        : html`Try again; if it stays, the log of tracker-ui says more.`;
  return html`<div role="alert" class="panel">${emptyState(
    status === 404 ? 'Not found' : 'This could not be loaded',
    html`<p>${error.message}</p><p>${advice}</p>`,
    html`<button class="button primary" @click=${retry}>Try again</button>
      <a class="button" href="/">All campaigns</a>`,
    status === 404 ? 1 : 2,
  )}</div>`;
}

const CAMPAIGN: Record<CampaignState, [string, string]> = {
  RUNNING: ['active', 'Running'],
  PAUSED: ['warn', 'Paused'],
  STOPPED: ['', 'Stopped'],
  FINISHED: ['good', 'Finished'],
};

const TRAINING: Record<TrainingState, [string, string]> = {
  WAITING: ['hollow', 'Waiting'],
  QUEUED: ['', 'Queued'],
  TRAINING: ['active', 'Training'],
  TRAINED: ['good', 'Trained'],
  FAILED: ['bad', 'Failed'],
  CANCELLED: ['hollow', 'Cancelled'],
  NOT_NEEDED: ['hollow', 'Not needed'],
};

export const campaignBadge = (state: CampaignState) => badge(CAMPAIGN[state] ?? ['', state]);
export const trainingBadge = (state: TrainingState) => badge(TRAINING[state] ?? ['', state]);
export const trainingStateName = (state: TrainingState) => TRAINING[state]?.[1] ?? state;

/** What was imported is history: nobody acts upon it. */
export const importedBadge = (archive: string) =>
  html`<span class="badge hollow" title="From the archive with the root hash ${archive}">Imported</span>`;

const badge = ([tone, words]: [string, string]) =>
  html`<span class="badge ${tone}">${words}</span>`;

/** Progress of a campaign in its parts; what is not in a part is queued or waiting. */
export function progressBar(counts: Counts, total: number): TemplateResult {
  const done = counts.trained + counts.failed + counts.cancelled;
  const part = (name: keyof Counts) =>
    counts[name] > 0
      ? html`<span class=${name} style="width:${(100 * counts[name]) / Math.max(1, total)}%"></span>`
      : nothing;
  return html`
    <div class="bar" role="progressbar" aria-valuemin="0" aria-valuemax=${total} aria-valuenow=${done}
      aria-label="${count(done)} of ${count(total)} trainings done">
      ${part('trained')}${part('failed')}${part('cancelled')}${part('training')}
    </div>`;
}
