import type { Result, Training } from '../api/types';
import { accuracy, methodName, plural, ratio, share } from '../core/format';
import type { OptionOf } from './chart';
import { frame, legend, tip, type Palette } from './palette';

export type Against = 'sparsity' | 'compression';

interface Spot {
  value: [x: number, mean: number, std: number];
  result: Result;
}

const compression = (sparsity: number) => 1 / Math.max(1e-6, 1 - sparsity);

/**
 * Test accuracy against sparsity or compression: a line with error bars (mean ± sample standard
 * deviation) per method, every single network as a faint dot, the dense references as levels.
 */
export function accuracyChart(
  results: Result[],
  trainings: Training[],
  against: Against,
): OptionOf {
  const x = (sparsity: number) => (against === 'sparsity' ? sparsity * 100 : compression(sparsity));
  const methods = [...new Set(results.map((r) => r.method))];
  const pruned = methods.filter((m) => results.some((r) => r.method === m && r.sparsity > 0));
  // Methods stand side by side where they share their only sparsity; curves stay nearly in place.
  const apart =
    new Set(results.filter((r) => r.sparsity > 0).map((r) => r.sparsity)).size > 1 ? 4 : 16;
  const furthest = Math.max(2, ...results.map((r) => x(r.sparsity)));
  return (c, width) => {
    const { axis, base } = frame(c);
    const below = legend(c, methods.map(methodName), width);
    const series = methods.flatMap((method, i): object[] => {
      const offset = (pruned.indexOf(method) - (pruned.length - 1) / 2) * apart;
      const spots: Spot[] = results
        .filter((r) => r.method === method)
        .sort((a, b) => a.sparsity - b.sparsity)
        .map((r) => ({ value: [x(r.sparsity), r.accuracyMean, r.accuracyStd], result: r }));
      return pruned.includes(method)
        ? curve(c, method, spots, singles(trainings, method, x), offset)
        : level(c, method, spots[0], i);
    });
    const [low, high] = bounds(results, trainings);
    return {
      ...base,
      grid: {
        left: 8,
        right: width < 500 ? 12 : 24,
        top: 16,
        bottom: 14 + below.height,
        containLabel: true,
      },
      legend: below.option,
      tooltip: { ...base.tooltip, trigger: 'item', formatter: describe(c) },
      xAxis: {
        ...axis,
        type: against === 'sparsity' ? 'value' : 'log',
        logBase: 2,
        min: against === 'sparsity' ? 0 : 1,
        max: against === 'sparsity' ? 100 : Math.pow(2, Math.ceil(Math.log2(furthest * 1.05))),
        name: against === 'sparsity' ? 'Sparsity (weights cut)' : 'Compression ratio (log scale)',
        nameLocation: 'middle',
        nameGap: 28,
        splitLine: { show: false },
        axisLabel: {
          ...axis.axisLabel,
          formatter: (v: number) => (against === 'sparsity' ? `${v} %` : ratio(v)),
        },
      },
      yAxis: {
        ...axis,
        type: 'value',
        min: low,
        max: high,
        axisLine: { show: false },
        axisLabel: { ...axis.axisLabel, showMinLabel: false, showMaxLabel: false, formatter: (v: number) => `${(v * 100).toFixed(1)} %` },
      },
      series,
    };
  };
}

function curve(c: Palette, method: string, spots: Spot[], dots: number[][], offset: number) {
  const colour = c.of(method);
  const common = { name: methodName(method), itemStyle: { color: colour } };
  return [
    {
      ...common,
      type: 'line',
      data: spots,
      symbol: 'circle',
      symbolSize: 10,
      symbolOffset: [offset, 0],
      lineStyle: { color: colour, width: 2 },
      z: 4,
    },
    {
      ...common,
      type: 'scatter',
      data: dots,
      symbolSize: 6,
      symbolOffset: [offset - 9, 0],
      silent: true,
      itemStyle: { color: colour, opacity: 0.3 },
    },
    {
      ...common,
      type: 'custom',
      silent: true,
      data: spots.filter((s) => s.value[2] > 0).map((s) => s.value),
      encode: { x: 0, y: 1 },
      renderItem: errorBar(colour, offset),
      z: 3,
    },
  ];
}

/** A reference without pruning: a dashed line over the whole width. */
function level(c: Palette, method: string, spot: Spot, index: number) {
  const colour = c.of(method);
  return [
    {
      name: methodName(method),
      type: 'line',
      data: [spot],
      symbol: 'diamond',
      symbolSize: 11,
      itemStyle: { color: colour },
      lineStyle: { color: colour, type: 'dashed' },
      z: 5,
      markLine: {
        silent: true,
        symbol: 'none',
        animation: false,
        precision: 10,
        label: { show: false },
        lineStyle: { color: colour, type: index % 2 ? 'dotted' : 'dashed', width: 1.5 },
        data: [{ yAxis: spot.value[1] }],
      },
    },
  ];
}

interface CustomApi {
  value(dimension: number): number;
  coord(point: number[]): number[];
}

function errorBar(colour: string, offset: number) {
  return (_: unknown, chart: CustomApi) => {
    const [x, mean, std] = [chart.value(0), chart.value(1), chart.value(2)];
    const top = chart.coord([x, mean + std]);
    const bottom = chart.coord([x, mean - std]);
    const middle = top[0] + offset;
    const style = { stroke: colour, lineWidth: 1.5, fill: undefined };
    const line = (x1: number, y1: number, x2: number, y2: number) => ({
      type: 'line',
      shape: { x1, y1, x2, y2 },
      style,
    });
    return {
      type: 'group',
      children: [
        line(middle, top[1], middle, bottom[1]),
        line(middle - 5, top[1], middle + 5, top[1]),
        line(middle - 5, bottom[1], middle + 5, bottom[1]),
      ],
    };
  };
}

const singles = (trainings: Training[], method: string, x: (sparsity: number) => number) =>
  trainings
    .filter((t) => t.method === method && t.step > 0 && typeof t.testAccuracy === 'number')
    .map((t) => [x(t.targetSparsity ?? 0), t.testAccuracy as number]);

/** The accuracies shown with some air, on whole tenths of a percent. */
function bounds(results: Result[], trainings: Training[]): [number, number] {
  const all = [
    ...results.flatMap((r) => [r.accuracyMean - r.accuracyStd, r.accuracyMean + r.accuracyStd]),
    ...trainings.flatMap((t) => (typeof t.testAccuracy === 'number' ? [t.testAccuracy] : [])),
  ];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const air = Math.max(0.001, (high - low) * 0.15);
  const step = high - low > 0.1 ? 0.05 : high - low > 0.02 ? 0.01 : 0.002;
  return [
    Math.max(0, Math.floor((low - air) / step) * step),
    Math.min(1, Math.ceil((high + air) / step) * step),
  ];
}

const describe = (c: Palette) => (params: { data?: Partial<Spot> }) => {
  const r = params.data?.result;
  return r
    ? tip(methodName(r.method), [
        [c.of(r.method), `${accuracy(r.accuracyMean)} ± ${accuracy(r.accuracyStd)}`],
        ['transparent', `sparsity ${share(r.sparsity)}, ${ratio(compression(r.sparsity))} smaller`],
        ['transparent', plural(r.trials, 'trial')],
      ])
    : '';
};
