import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { View } from '../core/view';

interface Toast {
  id: number;
  text: string;
  bad: boolean;
}

const SHOWN_MS = 6_000;
let newest = 0;

/** Short messages at the page's corner, read out by screen readers. */
@customElement('es-toasts')
export class Toasts extends View {
  @state() private toasts: Toast[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('es-toast', this.add);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('es-toast', this.add);
  }

  private add = (event: Event): void => {
    const toast = (event as CustomEvent<Toast>).detail;
    this.toasts = [...this.toasts.slice(-3), toast];
    window.setTimeout(() => {
      this.toasts = this.toasts.filter((t) => t.id !== toast.id);
    }, SHOWN_MS);
  };

  override render() {
    return html`<div class="toasts" role="status" aria-live="polite">
      ${this.toasts.map((t) => html`<div class="toast ${t.bad ? 'bad' : ''}">${t.text}</div>`)}
    </div>`;
  }
}

export function say(text: string, bad = false): void {
  newest += 1;
  window.dispatchEvent(new CustomEvent('es-toast', { detail: { id: newest, text, bad } }));
}

/** Runs an action and says how it went; true if it went well. */
export async function tell(action: Promise<unknown>, done: string): Promise<boolean> {
  try {
    await action;
    say(done);
    return true;
  } catch (e) {
    say(e instanceof Error ? e.message : String(e), true);
    return false;
  }
}
