import { html, nothing } from 'lit';
import type { ChainEvent } from '../api/types';
import { hashWithCopy } from '../components/copy';
import { absolute, plural, shortHash } from '../core/format';
import { branchTitle } from '../core/names';
import { about, eventTrees, line, type Node } from './event-tree';

const TONES: [RegExp, string][] = [
  [/failed/, 'bad'],
  [/^trained|finished/, 'good'],
  [/^pruned/, 'cut'],
  [/predicted|observed/, 'score'],
];
const MOST_UNFOLDED = 3;
const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
});

/** The trial's history as a tree of causes, each event bound to its cause by hash. */
export function eventChain(events: ChainEvent[]) {
  const broken = events.filter((e) => e.causeId && !e.causeKnown).length;
  const history = events.filter((e) => e.topic !== 'workers');
  const workers = events.filter((e) => e.topic === 'workers');
  return html`
    <section class="panel" aria-labelledby="chain-title">
      <div class="panel-head">
        <h2 id="chain-title">Chain of events</h2>
        <span class="badge ${broken === 0 ? 'good' : 'warn'}">
          ${broken === 0 ? `${plural(events.length, 'event')}, every cause known` : `${plural(broken, 'cause')} not known`}</span>
      </div>
      <div class="panel-body">
        ${
          events.length === 0
            ? html`<p class="muted">No event of this trial was read yet.</p>`
            : html`<ol class="chain">${eventTrees(history).map(tree)}</ol>`
        }
        ${folded(workers, 'event of the workers that trained it', 'events of the workers that trained it')}
        <p class="small muted">Each event carries the SHA-256 of the event that caused it; a changed past would
          not fit its effects.</p>
      </div>
    </section>`;
}

/** A line without branches stays on its level; where several lines go on, each is one level in. */
function tree(node: Node): unknown {
  const { trunk, leaves, branches } = line(node);
  return html`
    ${trunk.map((n) => item(n.event))}
    ${few(leaves)}
    ${branches.map((n) => html`<li class="fork"><ol class="chain">${tree(n)}</ol></li>`)}`;
}

/** Effects that lead nowhere; many of one type, such as predictions, are folded. */
function few(leaves: Node[]): unknown {
  const types = [...new Set(leaves.map((n) => n.event.type))];
  return types.map((type) => {
    const events = leaves.filter((n) => n.event.type === type).map((n) => n.event);
    const name = kind(type);
    return events.length <= MOST_UNFOLDED
      ? events.map(item)
      : html`<li class="event fold">${folded(events, `${name} event`)}</li>`;
  });
}

const folded = (events: ChainEvent[], one: string, many?: string) =>
  events.length === 0
    ? nothing
    : html`<details>
        <summary>${plural(events.length, one, many)}</summary>
        <ol class="chain">${events.map(item)}</ol>
      </details>`;

const kind = (type: string) => type.replace(/\.v\d+$/, '');

function item(e: ChainEvent) {
  const tone = TONES.find(([pattern]) => pattern.test(e.type))?.[1] ?? '';
  const where = about(e.id);
  return html`
    <li class="event ${tone}">
      <div class="event-head">
        <strong>${kind(e.type)}</strong>
        ${where ? html`<span class="muted">${branchTitle(where.branch)}${where.step === '1' ? '' : `, step ${where.step}`}</span>` : nothing}
        <time class="muted" datetime=${e.time} title=${absolute(e.time)}>${clock.format(new Date(e.time))}</time>
      </div>
      <div class="event-facts small">
        <code title="${e.id}, from ${e.source}">${e.topic}[${e.partition}]@${e.offset}</code>
        <span class="muted">hash</span> ${hashWithCopy(e.hash, 'the hash of this event')}
        ${cause(e)}
      </div>
    </li>`;
}

function cause(e: ChainEvent) {
  if (!e.causeId) {
    return html`<span class="muted">begins here</span>`;
  }
  return e.causeKnown
    ? html`<span class="cause known" title="Caused by ${e.causeId}">✓ cause <code>${shortHash(e.causeHash)}</code></span>`
    : html`<span class="cause unknown" title="Caused by ${e.causeId}, which was not read or does not have this hash">! cause
        <code>${shortHash(e.causeHash)}</code> not known</span>`;
}
