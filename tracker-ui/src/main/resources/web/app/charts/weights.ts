import type { Epoch } from '../api/types';
import { count, share } from '../core/format';
import type { OptionOf } from './chart';
import { frame, legend, tip } from './palette';

const NAMES = ['Kept', 'Regrown', 'Pruned'];

/** Epochs that say what they did to the structure, in their order. */
export const changing = (epochs: Epoch[]): Epoch[] =>
  epochs
    .filter((e) => e.step === 0 && typeof e.kept === 'number')
    .sort((a, b) => a.epoch - b.epoch);

/** Kept weights by epoch above; below, what came and what went in each. */
export function weightsChart(epochs: Epoch[]): OptionOf {
  const x = epochs.map((e) => String(e.epoch));
  return (c, width) => {
    const { axis, base } = frame(c);
    const below = legend(c, NAMES, width);
    const [kept, regrown, pruned] = [c.accent, c.of('--series-2'), c.of('--series-1')];
    const epochAxis = { ...axis, type: 'category', data: x, splitLine: { show: false } };
    const bar = (name: string, colour: string, of: (e: Epoch) => number) => ({
      name,
      type: 'bar',
      stack: 'change',
      xAxisIndex: 1,
      yAxisIndex: 1,
      barMaxWidth: 14,
      itemStyle: { color: colour },
      data: epochs.map(of),
    });
    return {
      ...base,
      grid: [
        { left: 64, right: 16, top: 16, height: '44%' },
        { left: 64, right: 16, top: '58%', bottom: 40 + below.height },
      ],
      legend: below.option,
      axisPointer: { link: [{ xAxisIndex: 'all' }] },
      tooltip: {
        ...base.tooltip,
        trigger: 'axis',
        formatter: (params: { dataIndex: number }[]) => {
          const e = epochs[params[0]?.dataIndex ?? 0];
          return tip(`Epoch ${e.epoch}`, [
            [
              kept,
              `${count(e.kept)} kept, ${share((e.kept ?? 0) / Math.max(1, e.total ?? 1))} of ${count(e.total)}`,
            ],
            [regrown, `${count(e.regrown)} regrown`],
            [pruned, `${count(e.pruned)} pruned`],
          ]);
        },
      },
      xAxis: [
        { ...epochAxis, axisLabel: { show: false } },
        { ...epochAxis, gridIndex: 1, name: 'Epoch', nameLocation: 'middle', nameGap: 26 },
      ],
      yAxis: [
        {
          ...axis,
          type: 'value',
          scale: true,
          axisLine: { show: false },
          axisLabel: {
            ...axis.axisLabel,
            formatter: (v: number) => `${parseFloat(v.toFixed(2))} %`,
          },
        },
        {
          ...axis,
          gridIndex: 1,
          type: 'value',
          splitNumber: 2,
          axisLine: { show: false },
          axisLabel: { ...axis.axisLabel, formatter: short },
        },
      ],
      series: [
        {
          name: 'Kept',
          type: 'line',
          data: epochs.map((e) => (100 * (e.kept ?? 0)) / Math.max(1, e.total ?? 1)),
          showSymbol: epochs.length < 2,
          itemStyle: { color: kept },
          lineStyle: { color: kept, width: 2 },
        },
        bar('Regrown', regrown, (e) => e.regrown ?? 0),
        bar('Pruned', pruned, (e) => -(e.pruned ?? 0)),
      ],
    };
  };
}

/** Thousands as `12k`, without a sign: below the line is what went. */
const short = (v: number) => {
  const n = Math.abs(v);
  return n >= 1000 ? `${parseFloat((n / 1000).toFixed(1))}k` : String(n);
};
