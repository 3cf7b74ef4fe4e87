import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { View } from '../core/view';
import { tokens } from './codec';

/** A list of short values: typed, added with Enter or a comma, removed one by one. */
@customElement('es-chips')
export class Chips extends View {
  @property({ attribute: false }) values: string[] = [];
  @property() inputId = '';
  @property() unit = '';
  @property() describedBy = '';
  @property({ type: Boolean }) invalid = false;
  @property() placeholder = 'add, such as 90';
  /** Whether values are words: a phone then shows letters. */
  @property({ type: Boolean }) words = false;
  /** Takes apart what was typed. */
  @property({ attribute: false }) split = tokens;

  private change(values: string[]): void {
    this.values = values;
    this.dispatchEvent(new CustomEvent('es-chips', { detail: values }));
  }

  private take(input: HTMLInputElement): void {
    const fresh = this.split(input.value.replace(/%/g, '')).filter((v) => !this.values.includes(v));
    input.value = '';
    if (fresh.length > 0) {
      this.change([...this.values, ...fresh]);
    }
  }

  private key(event: KeyboardEvent): void {
    const input = event.target as HTMLInputElement;
    if ((event.key === 'Enter' || event.key === ',') && input.value.trim() !== '') {
      event.preventDefault();
      this.take(input);
    } else if (event.key === 'Backspace' && input.value === '' && this.values.length > 0) {
      this.change(this.values.slice(0, -1));
    }
  }

  override render() {
    return html`
      <div class="chips ${this.invalid ? 'invalid' : ''}">
        ${this.values.map(
          (value) => html`<span class="chip">${value}${this.unit}<button type="button"
            aria-label="Remove ${value}${this.unit}"
            @click=${() => this.change(this.values.filter((v) => v !== value))}>×</button></span>`,
        )}
        <input id=${this.inputId} inputmode=${this.words ? 'text' : 'decimal'} autocomplete="off" spellcheck="false"
          placeholder=${this.placeholder}
          aria-describedby=${this.describedBy} aria-invalid=${this.invalid}
          @keydown=${this.key} @blur=${(e: Event) => this.take(e.target as HTMLInputElement)} />
      </div>`;
  }
}
