import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { api } from './api/client';
import { emptyState } from './components/parts';
import { count, plural } from './core/format';
import { Remote } from './core/remote';
import { View } from './core/view';

/** A path that leads nowhere. */
@customElement('es-missing-page')
export class MissingPage extends View {
  @property() path = '';

  override render() {
    return html`<section class="panel">${emptyState(
      'There is no such page',
      html`<p>Nothing grows at <code>${this.path}</code>. The link may be mistyped or from another version.</p>`,
      html`<a class="button primary" href="/">All campaigns</a>`,
      1,
    )}</section>`;
  }
}

/** Records that could not be read, with the reason. */
@customElement('es-dead-letters-page')
export class DeadLettersPage extends View {
  private readonly letters = new Remote(this, (signal) => api.deadLetters(signal), 10);

  override render() {
    return html`
      <div class="title-row">
        <div>
          <h1>Dead letters</h1>
          <p class="subtitle">Records that a service could not read. Each was set aside on its topic's
            dead-letter topic, and the service went on; nothing was lost.</p>
        </div>
      </div>
      <section class="panel" aria-label="Dead letters">
        ${this.letters.show((all) =>
          all.length === 0
            ? emptyState('No dead letters', html`<p>Every record so far could be read.</p>`)
            : html`
                <div class="panel-head"><h2>${plural(all.length, 'record')}</h2></div>
                <table class="cards">
                  <thead><tr><th scope="col">Record</th><th scope="col">Set aside by</th>
                    <th scope="col">Reason</th><th scope="col" class="num">When</th></tr></thead>
                  <tbody>${all.map(
                    (l) => html`<tr>
                    <td class="full"><code>${l.topic}[${l.partition}]@${count(l.offset)}</code></td>
                    <td data-label="Set aside by">${l.service}</td>
                    <td data-label="Reason" class="full">${l.reason}</td>
                    <td data-label="When" class="num"><es-ago time=${l.time}></es-ago></td></tr>`,
                  )}
                  </tbody>
                </table>`,
        )}
      </section>`;
  }
}
