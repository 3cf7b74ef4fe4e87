import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, campaignLive } from '../api/client';
import { Live } from '../api/live';
import type { CampaignDetail, Training } from '../api/types';
import { skeleton } from '../components/parts';
import { Remote } from '../core/remote';
import { View } from '../core/view';
import './accuracy-panel';
import './campaign-head';
import './prediction-panel';
import { resultsTable } from './results';
import { merged } from './rows';
import './trainings-table';

/** One campaign: how far it is, what came out, every training as it happens. */
@customElement('es-campaign-page')
export class CampaignPage extends View {
  @property() campaign = '';
  @state() private rows = new Map<string, Training>();
  /** The design whose trials are asked for. */
  @state() private search = '';
  private arrived: Training[] = [];
  private frame = 0;

  private live?: Live;
  /** What the stream told since the rows were last asked for; it is newer than the answer. */
  private told = new Map<string, Training>();

  private readonly detail = new Remote<CampaignDetail>(
    this,
    (signal) => api.campaign(this.campaign, signal),
    0,
    () => this.follow(),
  );
  private readonly trainings = new Remote<Training[]>(
    this,
    (signal) => {
      this.told = new Map();
      return api.trainings(this.campaign, signal);
    },
    0,
    (all) => (this.rows = merged(merged(new Map(), all), [...this.told.values()])),
  );

  private readonly reload = () => {
    void this.detail.reload();
    void this.trainings.reload();
  };

  /** Opens the stream of a campaign that is known to exist. */
  private follow(): void {
    this.live ??= new Live(
      this,
      () => campaignLive(this.campaign),
      {
        training: (row: Training) => this.take(row),
        campaign: (detail: CampaignDetail) => {
          this.detail.data = detail;
          this.requestUpdate();
        },
      },
      this.reload,
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.frame);
  }

  /** The tab tells how far the campaign is, for those who look elsewhere meanwhile. */
  override updated(): void {
    const c = this.detail.data;
    if (c) {
      const done =
        (c.counts.trained + c.counts.failed + c.counts.cancelled) / Math.max(1, c.trainings);
      document.title = `${c.state === 'RUNNING' ? `${Math.floor(100 * done)} % ` : ''}${c.name} · Espalier`;
    }
  }

  /** Rows come in bursts; they are put in once per frame. */
  private take(row: Training): void {
    this.arrived.push(row);
    this.told = merged(this.told, [row]);
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      this.rows = merged(this.rows, this.arrived);
      this.arrived = [];
    });
  }

  private async showTrials(design: string): Promise<void> {
    this.search = '';
    await this.updateComplete;
    this.search = design;
    this.querySelector('es-trainings-table')?.scrollIntoView({ behavior: 'smooth' });
  }

  override render() {
    return this.detail.show((c) => this.page(c), html`<div class="panel">${skeleton(10)}</div>`);
  }

  private page(c: CampaignDetail) {
    const rows = [...this.rows.values()];
    return html`
      <es-campaign-head .campaign=${c} .rows=${rows} @es-steered=${this.reload}></es-campaign-head>
      <div class="grid-2 stretch">
        <es-accuracy-panel class="panel" .results=${c.results} .rows=${rows} .designs=${c.designs}></es-accuracy-panel>
        <div class="column">
          ${resultsTable(
            c.results,
            c.spec.branches.some((b) => b.method === 'dense-control'),
            (design) => void this.showTrials(design),
          )}
          <es-prediction-panel class="panel" .rows=${rows}></es-prediction-panel>
        </div>
      </div>
      <section class="panel" aria-label="Trainings">
        ${this.trainings.show(
          () =>
            html`<es-trainings-table .rows=${rows} .search=${this.search}
              .several=${c.designs.length > 1 || c.spec.graphs.length > 0}></es-trainings-table>`,
          skeleton(8),
        )}
      </section>`;
  }
}
