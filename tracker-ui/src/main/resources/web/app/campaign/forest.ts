import { html, svg } from 'lit';
import type { Comparison } from '../api/evidence';
import { points } from '../core/format';

const WIDTH = 160;
const HEIGHT = 22;
const MARGIN = 8;
const MIDDLE = HEIGHT / 2;
/** The share of the differences that are drawn to scale; few large ones would hide the others. */
const SHOWN = 0.75;
const AIR = 1.5;

/** The distance from zero that is drawn, for rows on one scale. */
export function rangeOf(all: Comparison[]): number {
  const means = all.map((c) => Math.abs(c.meanDifference ?? 0)).sort((a, b) => a - b);
  const most = means[Math.floor(SHOWN * (means.length - 1))] ?? 0;
  return Math.max(0.001, AIR * most);
}

/**
 * A line of a forest plot: a difference with its interval, beside the line of no difference. What
 * is off the scale is an arrow at its edge.
 */
export function forest(c: Comparison, range: number) {
  const { meanDifference: mean, low, high } = c;
  if (typeof mean !== 'number') {
    return '';
  }
  const x = (value: number) => {
    const inside = Math.max(-1, Math.min(1, value / range));
    return WIDTH / 2 + inside * (WIDTH / 2 - MARGIN);
  };
  const bounded = typeof low === 'number' && typeof high === 'number';
  const interval = bounded
    ? svg`<path class="interval" d="M${x(low).toFixed(1)} ${MIDDLE}H${x(high).toFixed(1)}"></path>`
    : '';
  const label = `${points(mean)}${bounded ? `, interval from ${points(low)} to ${points(high)}` : ''}`;
  return html`<svg
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    role="img"
    aria-label=${label}
    class=${c.verdict}
  >
    <path class="zero" d="M${WIDTH / 2} 0V${HEIGHT}"></path>
    ${interval}
    ${Math.abs(mean) > range ? arrow(x(mean), Math.sign(mean)) : svg`<circle cx=${x(mean).toFixed(1)} cy=${MIDDLE} r="4"></circle>`}
  </svg>`;
}

const arrow = (x: number, direction: number) =>
  svg`<path class="beyond" d="M${x} ${MIDDLE - 5}L${x + 7 * direction} ${MIDDLE}L${x} ${MIDDLE + 5}Z"></path>`;
