import type { Histogram } from '../api/pruning';
import { count, real } from '../core/format';
import type { OptionOf } from './chart';
import { column } from './marks';
import { frame, legend, tip } from './palette';

const [CUT, KEPT] = ['Cut', 'Kept'];

/**
 * How many weights had which saliency: those that were cut and those that stay, and the threshold
 * between. Bins are equally wide in the drawing, whatever their edges: saliencies spread over many
 * powers of ten.
 */
export function histogramChart(
  { edges, kept, cut }: Histogram,
  threshold: number | null | undefined,
  variable: string,
): OptionOf {
  return (c, width) => {
    const { axis, base } = frame(c);
    const below = legend(c, [CUT, KEPT], width);
    const bars = (
      name: string,
      colour: string,
      from: (i: number) => number,
      to: (i: number) => number,
    ) => ({
      name,
      type: 'custom',
      itemStyle: { color: colour },
      data: kept.map((_, i) => [i, from(i), to(i)]).filter(([, low, high]) => high > low),
      encode: { x: 0, y: [1, 2] },
      renderItem: column(colour),
    });
    return {
      ...base,
      grid: { left: 4, right: 14, top: 12, bottom: 22 + below.height, containLabel: true },
      legend: below.option,
      tooltip: {
        ...base.tooltip,
        trigger: 'item',
        formatter: ({ value: [i] }: { value: number[] }) =>
          tip(`Saliency ${real(edges[i])} to ${real(edges[i + 1])}`, [
            [c.muted, `${count(cut[i])} cut`],
            [c.of(variable), `${count(kept[i])} kept`],
          ]),
      },
      xAxis: {
        ...axis,
        type: 'value',
        min: 0,
        max: kept.length,
        name: 'Saliency',
        nameLocation: 'middle',
        nameGap: 22,
        splitLine: { show: false },
        interval: Math.max(1, Math.ceil(kept.length / Math.max(2, Math.floor(width / 90)))),
        axisLabel: {
          ...axis.axisLabel,
          formatter: (v: number) => (Number.isInteger(v) ? short(edges[v]) : ''),
        },
      },
      yAxis: {
        ...axis,
        type: 'value',
        max: Math.max(1, ...kept.map((n, i) => n + cut[i])),
        splitNumber: 3,
        axisLine: { show: false },
        axisLabel: {
          ...axis.axisLabel,
          showMaxLabel: false,
          formatter: (v: number) => count(Math.round(v)),
        },
      },
      series: [
        {
          ...bars(
            CUT,
            c.muted,
            () => 0,
            (i) => cut[i],
          ),
          ...(typeof threshold === 'number' ? cutMark(place(threshold, edges), c.ink) : {}),
        },
        bars(
          KEPT,
          c.of(variable),
          (i) => cut[i],
          (i) => cut[i] + kept[i],
        ),
      ],
    };
  };
}

/** Where a saliency stands among the bins. */
function place(saliency: number, edges: number[]): number {
  const bins = edges.length - 1;
  const next = edges.findIndex((edge) => edge > saliency);
  if (next <= 0) {
    return next === 0 ? 0 : bins;
  }
  return next - 1 + (saliency - edges[next - 1]) / (edges[next] - edges[next - 1]);
}

const cutMark = (at: number, colour: string) => ({
  markLine: {
    silent: true,
    symbol: 'none',
    animation: false,
    precision: 10,
    label: { show: false },
    lineStyle: { color: colour, type: 'solid', width: 1.5 },
    data: [{ xAxis: at }],
  },
});

/** A saliency with two significant digits; very small ones in powers of ten. */
const short = (value: number) =>
  value !== 0 && Math.abs(value) < 1e-3
    ? value.toExponential(0).replace('e-', 'e−')
    : String(Number(value.toPrecision(2)));
