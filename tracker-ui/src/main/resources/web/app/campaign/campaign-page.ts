import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, campaignLive } from '../api/client';
import { Live } from '../api/live';
import type { Statistics } from '../api/evidence';
import type { CampaignDetail, Training } from '../api/types';
import { Series } from '../charts/series';
import { skeleton } from '../components/parts';
import { CONTROL, learningOf } from '../core/groups';
import { Remote } from '../core/remote';
import { View } from '../core/view';
import './accuracy-panel';
import './audit-panel';
import './campaign-head';
import './prediction-panel';
import { resultsTable } from './results';
import { merged } from './rows';
import './statistics-panel';
import './trainings-table';

/** Results come in bursts; their statistics are asked for no more often than this. */
const SETTLE_MS = 700;
const NOTHING_YET: Statistics = {
  leastSeeds: 0,
  confidence: 0.95,
  correction: '',
  alpha: 0.05,
  groups: [],
  comparisons: [],
};

/** One campaign: how far it is, what came out, every training as it happens. */
@customElement('es-campaign-page')
export class CampaignPage extends View {
  @property() campaign = '';
  @state() private rows = new Map<string, Training>();
  /** The design whose trials are asked for. */
  @state() private search = '';
  private arrived: Training[] = [];
  private frame = 0;
  private series?: Series;
  /** The trainings that the statistics rest on. */
  private counted?: number;
  private timer?: number;

  private live?: Live;
  /** What the stream told since the rows were last asked for; it is newer than the answer. */
  private told = new Map<string, Training>();

  private readonly detail = new Remote<CampaignDetail>(
    this,
    (signal) => api.campaign(this.campaign, signal),
    0,
    (detail) => this.take(detail),
  );
  private readonly statistics = new Remote<Statistics>(this, (signal) =>
    api.statistics(this.campaign, signal),
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

  /** What is known of the campaign as a whole. */
  private take(detail: CampaignDetail): void {
    this.detail.data = detail;
    this.series ??= new Series(detail.spec.branches, learningOf(detail.spec));
    if (this.counted !== undefined && this.counted !== detail.counts.trained) {
      this.timer ??= window.setTimeout(() => {
        this.timer = undefined;
        void this.statistics.reload();
      }, SETTLE_MS);
    }
    this.counted = detail.counts.trained;
    this.follow();
    this.requestUpdate();
  }

  /** Opens the stream of a campaign that is known to exist. */
  private follow(): void {
    this.live ??= new Live(
      this,
      () => campaignLive(this.campaign),
      {
        training: (row: Training) => this.add(row),
        campaign: (detail: CampaignDetail) => this.take(detail),
      },
      this.reload,
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.frame);
    window.clearTimeout(this.timer);
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
  private add(row: Training): void {
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
    const series = this.series ?? new Series([]);
    const statistics = this.statistics.data ?? NOTHING_YET;
    return html` <es-campaign-head
        .campaign=${c}
        .rows=${rows}
        @es-steered=${this.reload}
      ></es-campaign-head>
      <div class="grid-2 stretch">
        <es-accuracy-panel
          class="panel"
          .groups=${statistics.groups}
          .rows=${rows}
          .designs=${c.designs}
          .series=${series}
        ></es-accuracy-panel>
        <div class="column">
          ${resultsTable(
            statistics,
            series,
            c.spec.branches.some((b) => b.method === CONTROL),
            (design) => void this.showTrials(design),
          )}
          <es-prediction-panel class="panel" .rows=${rows} .series=${series}></es-prediction-panel>
        </div>
      </div>
      <div class="stack">
        <section class="panel" aria-label="Statistics">
          ${this.statistics.show(
            (s) =>
              html`<es-statistics-panel
                .campaign=${c.id}
                .statistics=${s}
                .series=${series}
              ></es-statistics-panel>`,
          )}
        </section>
        <section class="panel" aria-label="Audit">
          <es-audit-panel .campaign=${c.id}></es-audit-panel>
        </section>
        <section class="panel" aria-label="Trainings">
          ${this.trainings.show(
            () =>
              html`<es-trainings-table
                .rows=${rows}
                .search=${this.search}
                .series=${series}
                .several=${c.designs.length > 1 || c.spec.graphs.length > 0}
              ></es-trainings-table>`,
            skeleton(8),
          )}
        </section>
      </div>`;
  }
}
