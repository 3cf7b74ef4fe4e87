import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Problem, Size } from '../api/types';
import '../components/copy';
import { count, plural } from '../core/format';
import { View } from '../core/view';
import { toFile, type Form } from './form';
import { makeUp, mayEndEarlier } from './make-up';
import { yaml } from './yaml';

/** What the form amounts to: its size or its problems, the launch button, the campaign file. */
@customElement('es-launch-summary')
export class LaunchSummary extends View {
  @property({ attribute: false }) form!: Form;
  @property({ attribute: false }) size?: Size;
  @property({ attribute: false }) problems: Problem[] = [];
  @property({ type: Boolean }) checking = false;
  @property() unchecked = '';
  @property({ type: Boolean }) launching = false;
  @state() private language: 'yaml' | 'json' = 'yaml';

  override render() {
    const file = toFile(this.form);
    const text = this.language === 'yaml' ? yaml(file) : `${JSON.stringify(file, null, 2)}\n`;
    const tab = (language: 'yaml' | 'json', words: string) => html`
      <button type="button" aria-pressed=${this.language === language} @click=${() => (this.language = language)}>${words}</button>`;
    return html`
      <aside class="summary" aria-label="Summary">
        <section class="panel panel-body">
          <div class="verdict" aria-live="polite" aria-busy=${this.checking}>${this.verdict()}</div>
          <button class="button primary wide" id="launch" ?disabled=${this.launching || this.unchecked !== ''}
            @click=${() => this.dispatchEvent(new Event('es-launch'))}>
            ${this.launching ? 'Launching…' : this.size ? `Launch ${plural(this.size.trainings, 'training')}` : 'Launch'}
          </button>
        </section>
        <section class="panel">
          <div class="panel-head">
            <h2>Campaign file</h2>
            <div class="actions">
              <div class="segments" role="group" aria-label="Format">${tab('yaml', 'YAML')}${tab('json', 'JSON')}</div>
              <es-copy .text=${text} label="Copy the campaign file"></es-copy>
            </div>
          </div>
          <div class="panel-body">
            <pre class="code" tabindex="0" aria-label="Campaign file"><code>${text}</code></pre>
            <p class="small muted">The same from a terminal: <code>./espalier launch FILE</code></p>
          </div>
        </section>
      </aside>`;
  }

  private verdict() {
    if (this.unchecked) {
      return html`<p class="notice bad">Could not be checked: ${this.unchecked}
        <button type="button" class="button tiny" @click=${() => this.dispatchEvent(new Event('es-check'))}>Check again</button></p>`;
    }
    if (this.problems.length > 0) {
      return html`
        <p class="total bad">${plural(this.problems.length, 'problem')}</p>
        <ul class="problems">
          ${this.problems.map((p) => html`<li><code>${p.field}</code> is ${p.value}; allowed: ${p.allowed}</li>`)}
        </ul>`;
    }
    if (!this.size) {
      return html`<p class="muted">Checking…</p>`;
    }
    const { trainings, trials, trainingsPerTrial } = this.size;
    const most = mayEndEarlier(this.form) ? 'at most ' : '';
    return html`
      <p class="total">${plural(trainings, 'training')}</p>
      <p class="muted">${plural(trials, 'trial')} × ${most}${plural(trainingsPerTrial, 'training')}</p>
      <ul class="make-up small">
        ${makeUp(this.form, this.size).map((part) => html`<li><b>${count(part.trainings)}</b> ${part.words}</li>`)}
      </ul>`;
  }
}
