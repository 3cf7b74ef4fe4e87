import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shortHash } from '../core/format';
import { View } from '../core/view';
import { say } from './toasts';

/** A button that copies a text. */
@customElement('es-copy')
export class Copy extends View {
  @property() text = '';
  @property() words = 'Copy';
  @property() label = '';
  @state() private copied = false;

  private async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.text);
      this.copied = true;
      window.setTimeout(() => (this.copied = false), 1500);
    } catch {
      say('The browser does not allow copying here; select the text instead.', true);
    }
  }

  override render() {
    return html`<button type="button" class="button quiet tiny" @click=${this.copy} aria-label=${this.label || this.words}>
      ${this.copied ? 'Copied' : this.words}
    </button>`;
  }
}

/** A hash, shortened, with its whole in the title and a copy button. */
export const hashWithCopy = (hash: string | null | undefined, what: string) =>
  hash
    ? html`<span class="hash nowrap"><code title=${hash}>${shortHash(hash)}</code><es-copy .text=${hash} label="Copy ${what}"></es-copy></span>`
    : html`<span class="muted">–</span>`;
