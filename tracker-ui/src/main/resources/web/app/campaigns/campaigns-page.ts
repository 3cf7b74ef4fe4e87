import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { api } from '../api/client';
import type { CampaignSummary } from '../api/types';
import { campaignBadge, emptyState, importedBadge, progressBar, skeleton } from '../components/parts';
import { count, duration, plural } from '../core/format';
import { Remote } from '../core/remote';
import { campaignPath } from '../core/router';
import { View } from '../core/view';

const REFRESH_SECONDS = 4;

/** All campaigns, newest first. */
@customElement('es-campaigns-page')
export class CampaignsPage extends View {
  private readonly campaigns = new Remote(this, (signal) => api.campaigns(signal), REFRESH_SECONDS);

  override render() {
    return html`
      <div class="title-row">
        <div>
          <h1>Campaigns</h1>
          <p class="subtitle">An experiment each: networks trained dense, pruned along branches, retrained.</p>
        </div>
        <a class="button primary" href="/launch">Launch a campaign</a>
      </div>
      <section class="panel" aria-label="Campaigns">
        ${this.campaigns.show((all) => (all.length === 0 ? empty : table(all)), skeleton(6))}
      </section>`;
  }
}

const empty = emptyState(
  'No campaign yet',
  html`<p>Launch one from a study that comes with Espalier, or from the command line:</p>
    <pre><code>./espalier launch studies/demo.yaml</code></pre>`,
  html`<a class="button primary" href="/launch">Launch a campaign</a>`,
);

function table(campaigns: CampaignSummary[]) {
  const newest = [...campaigns].sort((a, b) => b.launchedAt.localeCompare(a.launchedAt));
  return html`
    <table class="cards">
      <thead>
        <tr>
          <th scope="col">Campaign</th>
          <th scope="col">State</th>
          <th scope="col" style="width:26%">Progress</th>
          <th scope="col">Dataset</th>
          <th scope="col" class="num">Trials</th>
          <th scope="col" class="num">Took</th>
          <th scope="col" class="num">Launched</th>
        </tr>
      </thead>
      <tbody>${repeat(newest, (c) => c.id, row)}</tbody>
    </table>`;
}

function row(c: CampaignSummary) {
  const failed = c.counts.failed;
  return html`
    <tr>
      <td class="full"><a class="row-title" href=${campaignPath(c.id)}>${c.name}</a></td>
      <td data-label="State">${campaignBadge(c.state)} ${c.archive ? importedBadge(c.archive) : ''}</td>
      <td data-label="Progress" class="full">
        ${progressBar(c.counts, c.trainings)}
        <span class="small muted">${count(c.counts.trained)} of ${plural(c.trainings, 'training')}
          ${failed > 0 ? html`<span class="down">· ${count(failed)} failed</span>` : ''}</span>
      </td>
      <td data-label="Dataset">${c.dataset}</td>
      <td data-label="Trials" class="num">${count(c.trials)}</td>
      <td data-label="Took" class="num">${took(c)}</td>
      <td data-label="Launched" class="num"><es-ago time=${c.launchedAt}></es-ago></td>
    </tr>`;
}

function took(c: CampaignSummary) {
  if (c.finishedAt) {
    return duration(Math.round((Date.parse(c.finishedAt) - Date.parse(c.launchedAt)) / 1000));
  }
  return c.state === 'RUNNING' ? html`<es-elapsed since=${c.launchedAt}></es-elapsed>` : '–';
}
