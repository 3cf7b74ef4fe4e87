import { html, svg } from 'lit';
import type { Comparison } from '../api/evidence';
import { points } from '../core/format';

const WIDTH = 160;
const HEIGHT = 22;
const MARGIN = 5;

/** The largest distance from zero that the intervals reach, for rows on one scale. */
export const rangeOf = (all: Comparison[]) =>
  Math.max(
    0.001,
    ...all.flatMap((c) => [c.low, c.high, c.meanDifference].map((v) => Math.abs(v ?? 0))),
  );

/** A line of a forest plot: a difference with its interval, beside the line of no difference. */
export function forest(c: Comparison, range: number) {
  const { meanDifference: mean, low, high } = c;
  if (typeof mean !== 'number') {
    return '';
  }
  const x = (value: number) => WIDTH / 2 + (value / range) * (WIDTH / 2 - MARGIN);
  const middle = HEIGHT / 2;
  const interval =
    typeof low === 'number' && typeof high === 'number'
      ? svg`<path class="interval" d="M${x(low).toFixed(1)} ${middle}H${x(high).toFixed(1)}"></path>`
      : '';
  return html`<svg
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    role="img"
    aria-label="${points(mean)}${typeof low === 'number' ? `, interval from ${points(low)} to ${points(high)}` : ''}"
    class=${c.verdict}
  >
    <path class="zero" d="M${WIDTH / 2} 0V${HEIGHT}"></path>
    ${interval}
    <circle cx=${x(mean).toFixed(1)} cy=${middle} r="4"></circle>
  </svg>`;
}
