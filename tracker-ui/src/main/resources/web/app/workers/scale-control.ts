import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api } from '../api/client';
import type { Workers } from '../api/types';
import { confirmed } from '../components/dialog';
import { tell } from '../components/toasts';
import { count, plural } from '../core/format';
import { View } from '../core/view';

/** Adds and removes trainers, where something is there that can start and stop them. */
@customElement('es-scale-control')
export class ScaleControl extends View {
  @property({ attribute: false }) scaling!: Workers['scaling'];
  @property({ type: Number }) busy = 0;
  @property({ type: Number }) slots = 0;
  @state() private working = false;

  private async scale(change: 1 | -1): Promise<void> {
    const trainers = (this.scaling.trainers ?? 0) + change;
    if (change < 0 && this.busy > 0 && !(await this.sure(trainers))) {
      return;
    }
    this.working = true;
    if (await tell(api.scale(trainers), `Going to ${plural(trainers, 'trainer')}.`)) {
      this.dispatchEvent(new Event('es-scaled'));
    }
    this.working = false;
  }

  private sure(trainers: number): Promise<boolean> {
    return confirmed({
      title: 'Remove a trainer?',
      text: `${plural(this.busy, 'training is', 'trainings are')} under way. The trainer that goes may be in the middle of one; that one starts anew on another trainer${trainers === 0 ? ' as soon as there is one again' : ''}. Nothing is lost but the time.`,
      action: 'Remove a trainer',
      danger: true,
    });
  }

  override render() {
    if (!this.scaling.available) {
      return html`<span class="muted small">Trainers</span>
        <p class="small muted">They were not started by Espalier's launcher, so they cannot be added or removed
          here. Scale them where they run, such as
          <code>docker compose up --scale trainer-service=N</code>.</p>`;
    }
    const trainers = this.scaling.trainers ?? 0;
    return html`
      <span class="muted small" id="trainers-label">Trainers</span>
      <span class="stepper" role="group" aria-labelledby="trainers-label">
        <button class="button icon" aria-label="Remove a trainer" ?disabled=${this.working || trainers <= 0}
          @click=${() => this.scale(-1)}>−</button>
        <strong aria-live="polite">${count(trainers)}</strong>
        <button class="button icon" aria-label="Add a trainer" ?disabled=${this.working}
          @click=${() => this.scale(1)}>+</button>
      </span>
      <span class="muted small">processes that run workers</span>`;
  }
}
