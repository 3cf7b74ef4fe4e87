import type { BranchPlan, PruningStep } from '../api/pruning';
import type { Epoch } from '../api/types';
import { amountOf, beginsAnewAt } from '../core/branches';
import { accuracy, real } from '../core/format';
import type { OptionOf } from './chart';
import { frame, legend, mixed, tip } from './palette';
import type { Look, Series } from './series';

type Measure = 'loss' | 'accuracy';
/** Without a value where one retraining ends and the next begins elsewhere. */
type Point = [epoch: number, value: number | null];

interface Line {
  name: string;
  branch: string;
  look: Look;
  /** 0..1: how far the colour fades, to tell branches of one variant apart. */
  fade: number;
  what: string;
  points: Point[];
}

/**
 * Curves over all epochs of a trial. Branches go on where the dense network ended, or where the
 * weights were taken from that they start anew with.
 */
export function curvesChart(
  epochs: Epoch[],
  branches: BranchPlan[],
  steps: PruningStep[],
  denseEpochs: number,
  measure: Measure,
  series: Series,
): OptionOf {
  const lines = linesOf(epochs, branches, denseEpochs, measure, series);
  const names = [...new Set(lines.map((l) => l.name))];
  const show = measure === 'accuracy' ? accuracy : real;
  const lowest = Math.min(...lines.flatMap((l) => l.points.map((p) => p[1] ?? Infinity)));
  return (c, width) => {
    const { axis, base } = frame(c);
    const below = legend(c, names, width);
    return {
      ...base,
      grid: { left: 4, right: 18, top: 16, bottom: 14 + below.height, containLabel: true },
      legend: below.option,
      tooltip: {
        ...base.tooltip,
        trigger: 'axis',
        axisPointer: { lineStyle: { color: c.muted } },
        formatter: (params: { seriesIndex: number; color: string; value: [number, number] }[]) =>
          tip(
            `Epoch ${params[0]?.value[0] ?? ''}`,
            params.map((p) => {
              const line = lines[p.seriesIndex];
              return [
                p.color,
                `${line.name}${line.what ? `, ${line.what}` : ''}: ${show(p.value[1])}`,
              ];
            }),
          ),
      },
      xAxis: {
        ...axis,
        type: 'value',
        min: 0,
        max: 'dataMax',
        minInterval: 1,
        name: 'Epoch',
        nameLocation: 'middle',
        nameGap: 26,
        splitLine: { show: false },
      },
      yAxis: {
        ...axis,
        type: 'value',
        scale: true,
        // The fall right after pruning may leave the drawing; the epochs decide on its range.
        ...(measure === 'accuracy' && Number.isFinite(lowest)
          ? { min: Math.floor(lowest * 100) / 100 }
          : {}),
        axisLine: { show: false },
        axisLabel: {
          ...axis.axisLabel,
          formatter: (v: number) =>
            measure === 'accuracy' ? `${parseFloat((v * 100).toFixed(2))} %` : real(v),
        },
      },
      series: lines.map((line, i) => {
        const colour = mixed(c.of(line.look.variable), c.surface, line.fade);
        return {
          name: line.name,
          type: 'line',
          data: withFall(line, branches, steps, denseEpochs, measure),
          showSymbol: line.points.length < 2,
          symbolSize: 6,
          itemStyle: { color: colour },
          lineStyle: {
            color: colour,
            width: 2,
            type:
              line.what === 'validation' ? [5, 4] : measure === 'accuracy' ? look(line) : 'solid',
          },
          emphasis: { focus: 'series' },
          ...(i === 0 && branches.length > 0 ? pruningMark(denseEpochs, c.muted) : {}),
        };
      }),
    };
  };
}

function pruningMark(at: number, colour: string) {
  return {
    markLine: {
      silent: true,
      symbol: 'none',
      animation: false,
      label: { formatter: 'pruned', color: colour, fontSize: 11, position: 'insideEndTop' },
      lineStyle: { color: colour, type: 'dotted', width: 1 },
      data: [{ xAxis: at }],
    },
  };
}

/** The dense network's own curve is solid, whatever its level in other charts is. */
const look = (line: Line) => (line.branch === '' ? 'solid' : line.look.dash);

function linesOf(
  epochs: Epoch[],
  branches: BranchPlan[],
  denseEpochs: number,
  measure: Measure,
  series: Series,
): Line[] {
  const dense = epochs.filter((e) => e.step === 0).sort((a, b) => a.epoch - b.epoch);
  const trunk = { name: series.name('dense'), branch: '', look: series.look('dense'), fade: 0 };
  const lines = measured(
    trunk,
    dense.map((e) => [e.epoch, e]),
    measure,
  );
  for (const branch of branches) {
    const variant = series.variantOf(branch.name);
    const siblings = branches.filter((b) => series.variantOf(b.name) === variant);
    const line = {
      name: `${series.name(variant)} ${amountOf(branch, branches)}`.trim(),
      branch: branch.name,
      look: series.look(variant),
      fade: 0.65 * (1 - (siblings.indexOf(branch) + 1) / siblings.length),
    };
    lines.push(...measured(line, placed(branch, epochs, denseEpochs), measure));
  }
  return lines;
}

/** A branch's epochs on the axis of all; each retraining that begins anew is set apart. */
function placed(
  branch: BranchPlan,
  epochs: Epoch[],
  denseEpochs: number,
): [number, Epoch | undefined][] {
  const own = epochs.filter((e) => e.branch === branch.name && e.step > 0);
  const anew = beginsAnewAt(branch);
  let begin = anew ?? denseEpochs;
  return [...new Set(own.map((e) => e.step))]
    .sort((a, b) => a - b)
    .flatMap((step, i): [number, Epoch | undefined][] => {
      const of = own.filter((e) => e.step === step).sort((a, b) => a.epoch - b.epoch);
      const points = of.map((e): [number, Epoch] => [begin + e.epoch, e]);
      const gap: [number, undefined][] = anew !== undefined && i > 0 ? [[begin, undefined]] : [];
      begin = anew ?? begin + of[of.length - 1].epoch;
      return [...gap, ...points];
    });
}

function measured(
  common: Omit<Line, 'what' | 'points'>,
  own: [number, Epoch | undefined][],
  measure: Measure,
): Line[] {
  const line = (what: string, of: (e: Epoch) => number): Line => ({
    ...common,
    what,
    points: own.map(([x, e]) => [x, e ? of(e) : null]),
  });
  if (own.length === 0) {
    return [];
  }
  return measure === 'accuracy'
    ? [line('', (e) => e.validationAccuracy)]
    : [line('training', (e) => e.trainingLoss), line('validation', (e) => e.validationLoss)];
}

/** The accuracy of a branch that goes on begins with what was left right after its first cut. */
function withFall(
  line: Line,
  branches: BranchPlan[],
  steps: PruningStep[],
  at: number,
  measure: Measure,
): Point[] {
  const branch = branches.find((b) => b.name === line.branch);
  const fall = steps.find((s) => s.branch === branch?.name && s.step === 1)?.accuracyAfterPruning;
  return measure === 'accuracy' &&
    typeof fall === 'number' &&
    branch &&
    beginsAnewAt(branch) === undefined
    ? [[at, fall], ...line.points]
    : line.points;
}
