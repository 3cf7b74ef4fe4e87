import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { absolute, ago, duration, secondsSince } from './format';
import { View } from './view';

/** One timer for everything on the page that shows passing time. */
const ticking = new Set<View>();
setInterval(() => ticking.forEach((view) => view.requestUpdate()), 1000);

class Ticking extends View {
  override connectedCallback(): void {
    super.connectedCallback();
    ticking.add(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    ticking.delete(this);
  }
}

/** The time since a moment, counting up every second without touching what is around it. */
@customElement('es-elapsed')
export class Elapsed extends Ticking {
  @property() since = '';

  override render() {
    return html`<span title=${absolute(this.since)}>${duration(Math.floor(secondsSince(this.since)))}</span>`;
  }
}

/** How long ago something happened; the exact time is in the title. */
@customElement('es-ago')
export class Ago extends Ticking {
  @property() time = '';

  override render() {
    return html`<time datetime=${this.time} title=${absolute(this.time)}>${ago(this.time)}</time>`;
  }
}
