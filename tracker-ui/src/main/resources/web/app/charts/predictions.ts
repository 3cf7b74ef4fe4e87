import type { Training } from '../api/types';
import { accuracy, points, trialNumber } from '../core/format';
import type { OptionOf } from './chart';
import { frame, tip } from './palette';
import type { Series } from './series';

interface Spot {
  value: [predicted: number, observed: number];
  training: Training;
}

/** Trainings that were predicted before and measured after. */
export const foretold = (rows: Training[]): Training[] =>
  rows.filter((r) => typeof r.predictedAccuracy === 'number' && typeof r.testAccuracy === 'number');

/** Mean absolute difference of prediction and outcome; NaN without any. */
export const meanError = (rows: Training[]): number =>
  rows.reduce((sum, r) => sum + Math.abs((r.predictedAccuracy ?? 0) - (r.testAccuracy ?? 0)), 0) /
  rows.length;

/** Observed against predicted accuracy; a perfect surrogate would put every dot on the diagonal. */
export function predictionsChart(rows: Training[], series: Series): OptionOf {
  const spots = rows.map((r): Spot => ({
    value: [r.predictedAccuracy ?? 0, r.testAccuracy ?? 0],
    training: r,
  }));
  const all = spots.flatMap((s) => s.value);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const step = most - least > 0.08 ? 0.02 : most - least > 0.02 ? 0.01 : 0.005;
  const low = Math.max(0, Math.floor(least / step) * step);
  const high = Math.min(1, Math.ceil(most / step) * step);
  return (c) => {
    const { axis, base } = frame(c);
    const colour = (t: Training) => c.of(series.lookOf(t.branch).variable);
    const percent = (v: number) => `${(v * 100).toFixed(high - low < 0.05 ? 1 : 0)} %`;
    const side = {
      ...axis,
      type: 'value',
      min: low,
      max: high,
      splitNumber: 4,
      axisLabel: {
        ...axis.axisLabel,
        formatter: percent,
        showMinLabel: false,
        showMaxLabel: false,
      },
    };
    return {
      ...base,
      grid: { left: 4, right: 16, top: 12, bottom: 24, containLabel: true },
      tooltip: {
        ...base.tooltip,
        trigger: 'item',
        formatter: ({ data }: { data?: Partial<Spot> }) =>
          data?.training ? words(data.training, series, colour(data.training)) : '',
      },
      xAxis: {
        ...side,
        name: 'Predicted',
        nameLocation: 'middle',
        nameGap: 26,
        splitLine: { show: false },
      },
      yAxis: { ...side, axisLine: { show: false } },
      series: [
        {
          type: 'line',
          data: [
            [low, low],
            [high, high],
          ],
          symbol: 'none',
          silent: true,
          lineStyle: { color: c.muted, type: 'dashed', width: 1 },
        },
        {
          type: 'scatter',
          data: spots.map((s) => ({
            ...s,
            itemStyle: { color: colour(s.training), opacity: 0.8 },
          })),
          symbolSize: 8,
        },
      ],
    };
  };
}

const words = (t: Training, series: Series, colour: string) =>
  tip(`Trial ${trialNumber(t.trial)}, ${series.nameOf(t.branch)}`, [
    [colour, `predicted ${accuracy(t.predictedAccuracy)}, observed ${accuracy(t.testAccuracy)}`],
    ['transparent', `off by ${points((t.testAccuracy ?? 0) - (t.predictedAccuracy ?? 0))}`],
  ]);
