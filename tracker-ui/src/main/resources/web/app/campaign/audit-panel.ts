import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api } from '../api/client';
import type { Audit, AuditedStep } from '../api/evidence';
import { say } from '../components/toasts';
import { absolute, count, duration, plural, trialNumber } from '../core/format';
import { Remote } from '../core/remote';
import { trialPath } from '../core/router';
import { View } from '../core/view';
import { branchTitle } from '../core/names';

const POLL_SECONDS = 1;
const PAGE = 20;

/** Verifies a campaign's history on request, and shows what was found. */
@customElement('es-audit-panel')
export class AuditPanel extends View {
  @property() campaign = '';
  @state() private starting = false;
  @state() private shown = PAGE;
  private timer?: number;

  private readonly audit = new Remote<Audit>(
    this,
    (signal) => api.audit(this.campaign, signal),
    0,
    (audit) => this.follow(audit),
  );

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.timer);
  }

  /** Asks again as long as it runs. */
  private follow(audit: Audit): void {
    window.clearTimeout(this.timer);
    if (audit.state === 'running') {
      this.timer = window.setTimeout(() => void this.audit.reload(), POLL_SECONDS * 1000);
    }
  }

  private start = async (): Promise<void> => {
    this.starting = true;
    try {
      await api.startAudit(this.campaign);
      await this.audit.reload();
    } catch (e) {
      say(e instanceof Error ? e.message : String(e), true);
    }
    this.starting = false;
  };

  override render() {
    return html`
      <div class="panel-head">
        <h2>Audit</h2>
        ${this.audit.data ? this.button(this.audit.data) : nothing}
      </div>
      <div class="panel-body" aria-live="polite">
        ${this.audit.show((audit) => this.body(audit))}
        <p class="small muted replay">The pruning steps are recomputed from their checkpoints, and the masks compared bit by
          bit, by <code>./espalier audit ${this.campaign} --replay</code>
          <es-copy .text=${`./espalier audit ${this.campaign} --replay`} label="Copy the command"></es-copy>
          and with <code>--retrain</code> the retrainings too.</p>
      </div>`;
  }

  private button({ state }: Audit) {
    return html`<button class="button ${state === 'none' ? 'primary' : ''}" id="audit"
      ?disabled=${this.starting || state === 'running'} @click=${this.start}>
      ${state === 'running' ? 'Verifying…' : state === 'none' ? 'Verify this campaign' : 'Verify again'}</button>`;
  }

  private body(audit: Audit) {
    switch (audit.state) {
      case 'none':
        return html`<p class="muted">Checks that nobody changed what happened: the chain of causes, the schemas, the offsets,
          the hash of every checkpoint and mask, and the counts that events and masks tell.</p>`;
      case 'running':
        return progress(audit);
      case 'done':
        return html`${verdict(audit)}${problems(audit)}${this.steps(audit.steps ?? [])}`;
    }
  }

  private steps(steps: AuditedStep[]) {
    const inOrder = [...steps].sort((a, b) => Number(a.ok) - Number(b.ok));
    return steps.length === 0
      ? nothing
      : html`<details class="audited" .open=${steps.some((s) => !s.ok)}>
          <summary>${plural(steps.length, 'step')}, dense trainings included, one line each</summary>
          <ol class="audit-lines">${inOrder.slice(0, this.shown).map(line)}</ol>
          ${
            steps.length > this.shown
              ? html`<button class="button tiny" @click=${() => (this.shown += 10 * PAGE)}>Show more (${count(steps.length - this.shown)} left)</button>`
              : nothing
          }
        </details>`;
  }
}

function progress({ checked, total, startedAt }: Audit) {
  const [done, all] = [checked ?? 0, total ?? 0];
  return html`
    <div class="bar" role="progressbar" aria-valuemin="0" aria-valuemax=${all} aria-valuenow=${done} aria-label="Verified">
      <span class="training" style="width:${(100 * done) / Math.max(1, all)}%"></span></div>
    <p class="small muted">${all === 0 ? 'Reading the log' : `${count(done)} of ${count(all)} checked`}${startedAt ? html`, for <es-elapsed since=${startedAt}></es-elapsed>` : nothing}</p>`;
}

function verdict({ verdict: found, checked, seconds, startedAt }: Audit) {
  if (found === 'failed') {
    return html`<p class="audit-verdict"><strong>The audit could not be done. This says nothing of the history.</strong></p>`;
  }
  const holds = found === 'holds';
  return html`<p class="audit-verdict ${holds ? 'holds' : 'broken'}">
    <strong>${holds ? '✓ The history holds' : '✗ The history was changed or is incomplete'}</strong>
    <span class="small" title=${absolute(startedAt)}>${count(checked)} checked in ${duration(seconds)}${startedAt ? html`, <es-ago time=${startedAt}></es-ago>` : nothing}</span></p>`;
}

const problems = ({ problems: found }: Audit) =>
  !found || found.length === 0
    ? nothing
    : html`<table class="cards audit-problems">
        <caption>${plural(found.length, 'problem')}</caption>
        <thead><tr><th scope="col">Where</th><th scope="col">What</th></tr></thead>
        <tbody>${found.map((p) => html`<tr><td class="full"><code>${p.at}</code></td><td class="full">${p.what}</td></tr>`)}</tbody>
      </table>`;

const line = (s: AuditedStep) => html`<li class=${s.ok ? 'ok' : 'wrong'}>
  <span class="mark" aria-hidden="true">${s.ok ? '✓' : '✗'}</span><span class="visually-hidden">${s.ok ? 'holds' : 'does not hold'}</span>
  <a href=${trialPath(s.trial)}>${trialNumber(s.trial)}</a>
  <span title=${s.at}>${stepTitle(s.at)}</span>
  ${s.problem ? html`<span class="down">${s.problem}</span>` : nothing}</li>`;

/** `magnitude-class-blinded-80/1` for people. */
function stepTitle(at: string): string {
  const parts = /^(.+)\/(\d+)$/.exec(at);
  return !parts ? at : parts[2] === '0' ? 'Dense network' : `${branchTitle(parts[1])}, step ${parts[2]}`;
}
