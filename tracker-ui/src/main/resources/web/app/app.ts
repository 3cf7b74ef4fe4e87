import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { onRoute, routeOf, type Route } from './core/router';
import { View } from './core/view';

/** The frame: header, the page of the present route, messages. */
@customElement('es-app')
export class App extends View {
  @state() private route: Route = routeOf(location.pathname, location.search);
  private stop?: () => void;

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = onRoute(() => {
      this.route = routeOf(location.pathname, location.search);
      window.scrollTo(0, 0);
      void this.updateComplete.then(() => this.querySelector<HTMLElement>('main')?.focus());
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
  }

  override updated(): void {
    const titles: Record<Route['page'], string> = {
      campaigns: 'Campaigns',
      launch: 'Launch a campaign',
      campaign: 'Campaign',
      trial: 'Trial',
      workers: 'Workers',
      'dead-letters': 'Dead letters',
      missing: 'Page not found',
    };
    document.title = `${titles[this.route.page]} · Espalier`;
  }

  override render() {
    return html`
      <a class="skip" href="#main">Skip to the content</a>
      <es-header .page=${this.route.page}></es-header>
      <main id="main" class="page" tabindex="-1">${this.page()}</main>
      <footer class="foot">Espalier: every training, pruning step and prediction is an event.
        <a href="/q/openapi" target="_blank" rel="noopener">REST API</a></footer>
      <es-toasts></es-toasts>`;
  }

  private page() {
    const route = this.route;
    switch (route.page) {
      case 'campaigns':
        return html`<es-campaigns-page></es-campaigns-page>`;
      case 'launch':
        return keyed(route.from, html`<es-launch-page .from=${route.from ?? ''}></es-launch-page>`);
      case 'campaign':
        return keyed(route.id, html`<es-campaign-page .campaign=${route.id}></es-campaign-page>`);
      case 'trial':
        return keyed(route.id, html`<es-trial-page .trial=${route.id}></es-trial-page>`);
      case 'workers':
        return html`<es-workers-page></es-workers-page>`;
      case 'dead-letters':
        return html`<es-dead-letters-page></es-dead-letters-page>`;
      case 'missing':
        return html`<es-missing-page .path=${route.path}></es-missing-page>`;
      default:
        return nothing;
    }
  }
}
