import type { Group } from '../api/evidence';
import type { Training } from '../api/types';
import { compressionOf, isLevel } from '../core/groups';
import { accuracy, plural, ratio, share } from '../core/format';
import type { OptionOf } from './chart';
import { band, errorBar } from './marks';
import { frame, legend, tip, type Palette } from './palette';
import type { Look, Series } from './series';

export type Against = 'sparsity' | 'compression';

interface Spot {
  value: [x: number, mean: number, low: number, high: number];
  group: Group;
}

/** Curves stay nearly in place; points that share their only amount stand side by side. */
const NEAR = 3;
const APART = 16;
const MOST_BANDS = 8;

/**
 * Test accuracy against sparsity or compression: a curve per variant with the interval of its means
 * as bars and, where there is room, as a band; every single network as a faint dot; the dense
 * network and its control as levels.
 */
export function accuracyChart(
  groups: Group[],
  trainings: Training[],
  against: Against,
  series: Series,
): OptionOf {
  const spots = groups.flatMap((group) => spotOf(group, against));
  const variants = [...new Set(spots.map((s) => s.group.variant))].sort(
    (a, b) => series.rank(a) - series.rank(b),
  );
  const curves = variants.filter((v) =>
    spots.some((s) => s.group.variant === v && !isLevel(s.group)),
  );
  const amounts = new Set(
    spots.filter((s) => !isLevel(s.group)).map((s) => s.group.sparsity.toFixed(2)),
  );
  const apart = amounts.size > 1 ? NEAR : APART;
  const furthest = Math.max(2, ...spots.map((s) => s.value[0]));
  return (c, width) => {
    const { axis, base } = frame(c);
    const below = legend(
      c,
      variants.map((v) => series.name(v)),
      width,
    );
    const [low, high] = bounds(spots, trainings);
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
      tooltip: { ...base.tooltip, trigger: 'item', formatter: describe(c, series) },
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
        axisLabel: {
          ...axis.axisLabel,
          showMinLabel: false,
          showMaxLabel: false,
          formatter: (v: number) => `${(v * 100).toFixed(1)} %`,
        },
      },
      series: variants.flatMap((variant): object[] => {
        const own = spots
          .filter((s) => s.group.variant === variant)
          .sort((a, b) => a.value[0] - b.value[0]);
        const look = series.look(variant);
        const place = curves.indexOf(variant);
        const offset = (place - (curves.length - 1) / 2) * apart;
        return place < 0
          ? level(c, series.name(variant), look, own[0])
          : curve(
              c,
              series.name(variant),
              look,
              own,
              dots(own, trainings, series),
              offset,
              curves.length <= MOST_BANDS,
            );
      }),
    };
  };
}

function spotOf(group: Group, against: Against): Spot[] {
  const x = against === 'sparsity' ? group.sparsity * 100 : compressionOf(group);
  const { mean, low, high } = group;
  return x === undefined ? [] : [{ value: [x, mean, low ?? mean, high ?? mean], group }];
}

function curve(
  c: Palette,
  name: string,
  look: Look,
  spots: Spot[],
  dots: number[][],
  offset: number,
  withBand: boolean,
) {
  const colour = c.of(look.variable);
  const common = { name, itemStyle: { color: colour } };
  const bars = spots.filter((s) => s.value[3] > s.value[2]).map((s) => s.value);
  return [
    {
      ...common,
      type: 'line',
      data: spots,
      symbol: look.symbol,
      symbolSize: 9,
      symbolOffset: [offset, 0],
      lineStyle: { color: colour, width: 2, type: look.dash },
      z: 4,
    },
    {
      ...common,
      type: 'scatter',
      data: dots,
      symbolSize: 6,
      symbolOffset: [offset - 8, 0],
      silent: true,
      itemStyle: { color: colour, opacity: 0.3 },
    },
    {
      ...common,
      type: 'custom',
      silent: true,
      data: bars,
      encode: { x: 0, y: 1 },
      renderItem: errorBar(colour, offset),
      z: 3,
    },
    ...(withBand && bars.length > 1
      ? [
          {
            ...common,
            type: 'custom',
            silent: true,
            clip: true,
            data: [bars[0]],
            encode: { x: 0, y: 1 },
            renderItem: band(colour, bars, offset),
            z: 1,
          },
        ]
      : []),
  ];
}

/** A reference without pruning: a line over the whole width. */
function level(c: Palette, name: string, look: Look, spot: Spot) {
  const colour = c.of(look.variable);
  return [
    {
      name,
      type: 'line',
      data: [spot],
      symbol: look.symbol,
      symbolSize: 11,
      itemStyle: { color: colour },
      lineStyle: { color: colour, type: look.dash },
      z: 5,
      markLine: {
        silent: true,
        symbol: 'none',
        animation: false,
        precision: 10,
        label: { show: false },
        lineStyle: { color: colour, type: look.dash, width: 1.5 },
        data: [{ yAxis: spot.value[1] }],
      },
    },
    {
      name,
      type: 'custom',
      silent: true,
      itemStyle: { color: colour },
      data: [spot].filter((s) => s.value[3] > s.value[2]).map((s) => s.value),
      encode: { x: 0, y: 1 },
      renderItem: errorBar(colour, 0),
      z: 3,
    },
  ];
}

/** Single networks, each at the place of its group. */
function dots(spots: Spot[], trainings: Training[], series: Series): number[][] {
  return spots.flatMap((spot) =>
    trainings
      .filter(
        (t) =>
          t.branch === spot.group.branch &&
          t.step === spot.group.step &&
          series.variantOf(t.branch) === spot.group.variant &&
          typeof t.testAccuracy === 'number',
      )
      .map((t) => [spot.value[0], t.testAccuracy as number]),
  );
}

/** The accuracies shown with some air, on whole steps of a percent. */
function bounds(spots: Spot[], trainings: Training[]): [number, number] {
  const all = [
    ...spots.flatMap((s) => [s.value[1], Math.max(0, s.value[2]), Math.min(1, s.value[3])]),
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

const describe = (c: Palette, series: Series) => (params: { data?: Partial<Spot> }) => {
  const g = params.data?.group;
  if (!g) {
    return '';
  }
  const interval =
    typeof g.low === 'number' && typeof g.high === 'number'
      ? `, interval ${accuracy(g.low)} to ${accuracy(g.high)}`
      : '';
  return tip(series.name(g.variant), [
    [c.of(series.look(g.variant).variable), `${accuracy(g.mean)}${interval}`],
    ['transparent', `sparsity ${share(g.sparsity)}, ${ratio(compressionOf(g))} smaller`],
    ['transparent', plural(g.trials, 'trial')],
  ]);
};
