import { html, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api } from '../api/client';
import type { Structure } from '../api/types';
import { skeleton } from '../components/parts';
import { count, plural, real } from '../core/format';
import { Remote } from '../core/remote';
import { View } from '../core/view';
import { layout, type Picture, type Place } from './layout';

const NARROW = matchMedia('(max-width: 640px)');
const MOST_EDGES = 4000;
const MOST_NAMED = 24;
const MAIN = [
  'nodes',
  'edges',
  'layers',
  'source_nodes',
  'sink_nodes',
  'skip_edges',
  'density',
  'diameter',
  'average_shortest_path_length',
  'degree_mean',
  'clustering_mean',
  'closeness_var',
  'nodes_betweenness_var',
];

/** The graph that a network is built on: a picture, and what is measured of it. */
@customElement('es-structure-panel')
export class StructurePanel extends View {
  @property() trial = '';
  @state() private over?: number;
  private picture?: Picture;

  private readonly structure = new Remote<Structure>(
    this,
    (signal) => api.structure(this.trial, signal),
    0,
    (s) =>
      (this.picture = s.graph.edges.length <= MOST_EDGES ? layout(s, NARROW.matches) : undefined),
  );

  override render() {
    return html`<section class="panel" aria-labelledby="structure-title">
      <div class="panel-head">
        <h2 id="structure-title">Structure</h2>
        <ul class="legend small">
          <li><span class="dot" style="--dot:var(--accent)"></span>source</li>
          <li><span class="dot" style="--dot:var(--training)"></span>sink</li>
          <li><span class="bow"></span>skip edge</li>
        </ul>
      </div>
      <div class="panel-body">${this.structure.show((s) => this.body(s), skeleton(6))}</div>
    </section>`;
  }

  private body(s: Structure) {
    return html`<div class="structure">
      ${
        this.picture
          ? this.drawing(s, this.picture)
          : html`<p class="muted">
              A graph of ${plural(s.graph.edges.length, 'edge')} is too dense to be drawn.
            </p>`
      }
      ${features(s.features)}
    </div>`;
  }

  private drawing(s: Structure, p: Picture) {
    const incident = (from: number, to: number) => from === this.over || to === this.over;
    const label = `${plural(s.graph.nodes, 'node')} in ${plural(s.layers.length, 'layer')}, ${plural(s.graph.edges.length, 'edge')}`;
    return html`<figure>
      <svg
        class="graph ${this.over === undefined ? '' : 'chosen'}"
        viewBox=${p.box}
        style="max-width:${p.width.toFixed(0)}px"
        role="img"
        aria-label=${label}
        @pointerleave=${() => (this.over = undefined)}
      >
        ${p.lines.map(
          (l) =>
            svg`<path d=${l.path} class="${l.skips ? 'skip' : ''} ${incident(l.from, l.to) ? 'lit' : ''}"></path>`,
        )}
        ${p.places.map((place) => this.node(s, p, place))}
      </svg>
      <figcaption class="small muted" aria-live="polite">${this.caption(s)}</figcaption>
    </figure>`;
  }

  private node(s: Structure, p: Picture, { node, layer, x, y }: Place) {
    const last = layer === s.layers.length - 1;
    const operation = s.operations[node];
    return svg`<g class="node ${layer === 0 ? 'source' : last ? 'sink' : ''} ${this.over === node ? 'lit' : ''}"
        @pointerenter=${() => (this.over = node)} @click=${() => (this.over = node)}>
      <circle cx=${x} cy=${y} r=${p.radius}><title>${named(s, node)}</title></circle>
      ${
        operation && s.graph.nodes <= MOST_NAMED
          ? svg`<text x=${x} y=${y + p.radius + 11} text-anchor=${NARROW.matches ? 'middle' : layer === 0 ? 'start' : last ? 'end' : 'middle'}>${operation}</text>`
          : nothing
      }
    </g>`;
  }

  private caption(s: Structure) {
    if (this.over === undefined) {
      return 'Layers from left to right: each node stands as far as its longest path from a source. Point at a node to see its edges.';
    }
    const ends = (side: 0 | 1) =>
      s.graph.edges
        .filter((e) => e[1 - side] === this.over)
        .map((e) => e[side])
        .join(', ');
    return `${named(s, this.over)}. From: ${ends(0) || 'the input'}. To: ${ends(1) || 'the output'}.`;
  }
}

function named(s: Structure, node: number): string {
  const layer = s.layers.findIndex((nodes) => nodes.includes(node));
  const operation = s.operations[node];
  return `Node ${node}${operation ? `, ${operation}` : ''}, layer ${layer}`;
}

function features(all: Structure['features']) {
  const row = (name: string) =>
    html` <tr>
      <th scope="row">${name.replaceAll('_', ' ')}</th>
      <td class="num">${shown(all[name])}</td>
    </tr>`;
  const others = Object.keys(all).filter((name) => !MAIN.includes(name));
  return html`<div class="features">
    <table>
      <tbody>
        ${MAIN.filter((name) => name in all).map(row)}
      </tbody>
    </table>
    <details>
      <summary>${count(others.length)} more features</summary>
      <table>
        <tbody>
          ${others.map(row)}
        </tbody>
      </table>
    </details>
  </div>`;
}

const shown = (value: number | null | undefined) =>
  typeof value === 'number' && Number.isInteger(value) ? count(value) : real(value);
