import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { api, workersLive } from '../api/client';
import { Live } from '../api/live';
import type { Slot, Worker, Workers } from '../api/types';
import { emptyState, skeleton } from '../components/parts';
import { count, plural, trialNumber } from '../core/format';
import { branchTitle } from '../core/names';
import { Remote } from '../core/remote';
import { trialPath } from '../core/router';
import { View } from '../core/view';
import './scale-control';

const REFRESH_SECONDS = 10;

/** Who trains: workers, their devices, what each slot does and since when. */
@customElement('es-workers-page')
export class WorkersPage extends View {
  private readonly workers = new Remote<Workers>(
    this,
    (signal) => api.workers(signal),
    REFRESH_SECONDS,
  );

  constructor() {
    super();
    new Live(
      this,
      () => workersLive,
      {
        workers: (workers: Workers) => {
          this.workers.data = workers;
          this.requestUpdate();
        },
      },
      () => void this.workers.reload(),
    );
  }

  override render() {
    return html`
      <div class="title-row">
        <div>
          <h1>Workers</h1>
          <p class="subtitle">Each worker takes trainings from the queue, one per slot. A worker that dies gives
            its trainings back.</p>
        </div>
      </div>
      ${this.workers.show((w) => this.page(w), html`<div class="panel">${skeleton(6)}</div>`)}`;
  }

  private page(w: Workers) {
    const alive = w.workers.filter((x) => x.alive);
    const slots = alive.flatMap((x) => x.slots);
    const busy = slots.filter(isBusy).length;
    const ordered = [...w.workers].sort(
      (a, b) =>
        Number(b.alive) - Number(a.alive) ||
        a.worker.localeCompare(b.worker, undefined, { numeric: true }),
    );
    return html`
      <div class="tiles">
        ${tile('Workers alive', count(alive.length), w.workers.length > alive.length ? `${count(w.workers.length - alive.length)} gone` : '')}
        ${tile('Slots busy', `${count(busy)} of ${count(slots.length)}`, slots.length > busy ? `${count(slots.length - busy)} free` : '')}
        ${tile('Queued', count(w.queued), 'trainings that wait for a slot')}
        <es-scale-control class="panel tile" .scaling=${w.scaling} .busy=${busy} .slots=${slots.length}
          @es-scaled=${() => this.workers.reload()}></es-scale-control>
      </div>
      ${
        ordered.length === 0
          ? html`<section class="panel">${noWorker(w)}</section>`
          : html`<ul class="workers">${repeat(ordered, (x) => x.worker, card)}</ul>`
      }`;
  }
}

const isBusy = (slot: Slot) => Boolean(slot.trial);

const tile = (name: string, value: string, more: string) => html`
  <div class="panel tile"><span class="muted small">${name}</span><strong>${value}</strong><span class="muted small">${more}</span></div>`;

const noWorker = ({ queued, scaling }: Workers) =>
  emptyState(
    'No worker is there',
    html`<p>${queued > 0 ? `${plural(queued, 'training waits', 'trainings wait')}. ` : ''}${
      scaling.available
        ? 'Add a trainer with the + button above, or from the command line:'
        : 'Start a trainer where your services run; it appears here within seconds.'
    }</p>
      ${scaling.available ? html`<pre><code>./espalier scale trainers 1</code></pre>` : ''}`,
  );

function card(w: Worker) {
  return html`
    <li class="panel worker ${w.alive ? '' : 'gone'}">
      <div class="panel-head">
        <h2>${w.worker}</h2>
        <span class="badge ${w.alive ? 'good' : 'hollow'}">${w.alive ? 'Alive' : 'Gone'}</span>
      </div>
      <div class="panel-body">
        <p class="small muted"><span class="device">${w.device}</span> ${w.machine}</p>
        <ul class="slots">${w.slots.map((s) => html`<li class=${isBusy(s) ? 'busy' : ''}>${slotLine(s, w.alive)}</li>`)}</ul>
        <p class="small muted">joined <es-ago time=${w.joinedAt}></es-ago></p>
      </div>
    </li>`;
}

function slotLine(s: Slot, alive: boolean) {
  if (!s.trial) {
    return html`<span class="slot-number">${s.slot + 1}</span><span class="muted">${alive ? 'free' : '–'}</span>`;
  }
  return html`
    <span class="slot-number">${s.slot + 1}</span>
    <span class="slot-what"><a href=${trialPath(s.trial)}>Trial ${trialNumber(s.trial)}</a>
      <span class="muted">${branchTitle(s.branch ?? '')}</span></span>
    ${s.since && alive ? html`<span class="nowrap muted"><es-elapsed since=${s.since}></es-elapsed></span>` : ''}`;
}
