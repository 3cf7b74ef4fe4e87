import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api } from './api/client';
import { connection } from './api/connection';
import { logo } from './components/logo';
import { plural } from './core/format';
import { Remote } from './core/remote';
import type { Route } from './core/router';
import { isDark, toggleTheme } from './core/theme';
import { View } from './core/view';

const STATUS_SECONDS = 10;
const WORDS = {
  live: ['good', 'Live', 'Changes appear as they happen'],
  connected: ['good', 'Connected', 'The server answers; this page is refreshed every few seconds'],
  connecting: ['', 'Connecting', 'Opening the live connection'],
  lost: ['bad', 'Reconnecting', 'The server does not answer; what is shown may be old'],
} as const;

/** Navigation, the connection's state, the dead-letter warning, the theme. */
@customElement('es-header')
export class Header extends View {
  @property() page: Route['page'] = 'campaigns';
  @state() private dark = isDark();
  private readonly status = new Remote(this, (signal) => api.status(signal), STATUS_SECONDS);
  private readonly refresh = () => {
    this.dark = isDark();
    this.requestUpdate();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    connection.addEventListener('change', this.refresh);
    window.addEventListener('es-theme', this.refresh);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    connection.removeEventListener('change', this.refresh);
    window.removeEventListener('es-theme', this.refresh);
  }

  override render() {
    const [tone, words, meaning] = WORDS[connection.state];
    const letters = this.status.data?.deadLetters ?? 0;
    return html`
      <header class="top">
        <div class="top-inner">
          <a class="brand" href="/" aria-label="Espalier, all campaigns">${logo()}<span>Espalier</span></a>
          <nav class="nav" aria-label="Main">
            ${this.link('/', 'Campaigns', ['campaigns', 'campaign', 'trial'])}
            ${this.link('/launch', 'Launch', ['launch'])}
            ${this.link('/workers', 'Workers', ['workers'])}
          </nav>
          <div class="top-end">
            ${
              letters > 0
                ? html`<a class="badge warn" href="/dead-letters" title="Records that could not be read">
                  ${plural(letters, 'dead letter')}</a>`
                : nothing
            }
            <span class="badge ${tone}" role="status" title=${meaning} id="connection">${words}</span>
            <button class="button quiet icon" @click=${toggleTheme} title="Switch between light and dark"
              aria-label=${this.dark ? 'Switch to the light theme' : 'Switch to the dark theme'}>
              ${this.dark ? sun : moon}
            </button>
          </div>
        </div>
      </header>`;
  }

  private link(path: string, words: string, pages: Route['page'][]) {
    return html`<a href=${path} aria-current=${pages.includes(this.page) ? 'page' : nothing}>${words}</a>`;
  }
}

const moon = html`<svg width="18" height="18" viewBox="0 0 18 18" fill="none" stroke="currentColor"
  stroke-width="1.6" stroke-linejoin="round" aria-hidden="true">
  <path d="M15.5 10.6A6.8 6.8 0 1 1 7.4 2.5a5.4 5.4 0 0 0 8.1 8.1Z" /></svg>`;
const sun = html`<svg width="18" height="18" viewBox="0 0 18 18" fill="none" stroke="currentColor"
  stroke-width="1.6" stroke-linecap="round" aria-hidden="true"><circle cx="9" cy="9" r="3.4" />
  <path d="M9 1v1.6M9 15.4V17M1 9h1.6M15.4 9H17M3.3 3.3l1.2 1.2M13.5 13.5l1.2 1.2M14.7 3.3l-1.2 1.2M4.5 13.5l-1.2 1.2" /></svg>`;
