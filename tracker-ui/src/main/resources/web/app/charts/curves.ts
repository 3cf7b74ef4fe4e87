import type { BranchPlan, Epoch, PruningStep } from '../api/types';
import { accuracy, methodName, real, share } from '../core/format';
import type { OptionOf } from './chart';
import { frame, legend, mixed, tip } from './palette';

type Measure = 'loss' | 'accuracy';
type Point = [epoch: number, value: number];

interface Line {
  name: string;
  method: string;
  /** 0..1: how far the colour fades, to tell branches of one method apart. */
  fade: number;
  what: string;
  points: Point[];
}

/** Curves over all epochs of a trial; branches go on where the dense network ended. */
export function curvesChart(
  epochs: Epoch[],
  branches: BranchPlan[],
  steps: PruningStep[],
  denseEpochs: number,
  measure: Measure,
): OptionOf {
  const lines = linesOf(epochs, branches, denseEpochs, measure);
  const names = [...new Set(lines.map((l) => l.name))];
  const show = measure === 'accuracy' ? accuracy : real;
  const lowest = Math.min(...lines.flatMap((l) => l.points.map((p) => p[1])));
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
        formatter: (params: { seriesIndex: number; color: string; value: Point }[]) =>
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
        const colour = mixed(c.of(line.method), c.surface, line.fade);
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
            type: line.what === 'validation' ? [5, 4] : 'solid',
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

function linesOf(
  epochs: Epoch[],
  branches: BranchPlan[],
  denseEpochs: number,
  measure: Measure,
): Line[] {
  const dense = epochs.filter((e) => e.step === 0).sort((a, b) => a.epoch - b.epoch);
  const lines = measured(
    'Dense',
    'dense',
    0,
    dense.map((e) => [e.epoch, e]),
    measure,
  );
  for (const branch of branches) {
    const siblings = branches.filter((b) => b.method === branch.method);
    const fade = 0.65 * (1 - (siblings.indexOf(branch) + 1) / siblings.length);
    const own = epochs
      .filter((e) => e.branch === branch.name && e.step > 0)
      .sort((a, b) => a.step - b.step || a.epoch - b.epoch)
      .map((e): [number, Epoch] => [
        denseEpochs + (e.step - 1) * branch.retrainEpochs + e.epoch,
        e,
      ]);
    lines.push(...measured(branchName(branch), branch.method, fade, own, measure));
  }
  return lines;
}

function measured(
  name: string,
  method: string,
  fade: number,
  own: [number, Epoch][],
  measure: Measure,
): Line[] {
  const line = (what: string, of: (e: Epoch) => number): Line => ({
    name,
    method,
    fade,
    what,
    points: own.map(([x, e]) => [x, of(e)]),
  });
  if (own.length === 0) {
    return [];
  }
  return measure === 'accuracy'
    ? [line('', (e) => e.validationAccuracy)]
    : [line('training', (e) => e.trainingLoss), line('validation', (e) => e.validationLoss)];
}

/** A branch's accuracy begins with what was left right after its first cut. */
function withFall(
  line: Line,
  branches: BranchPlan[],
  steps: PruningStep[],
  at: number,
  measure: Measure,
): Point[] {
  const branch = branches.find((b) => branchName(b) === line.name);
  const fall = steps.find((s) => s.branch === branch?.name && s.step === 1)?.accuracyAfterPruning;
  return measure === 'accuracy' && typeof fall === 'number'
    ? [[at, fall], ...line.points]
    : line.points;
}

/** A branch for people: its method and, unless it prunes nothing, how far it goes. */
export function branchName(branch: BranchPlan): string {
  const last = branch.sparsities[branch.sparsities.length - 1] ?? 0;
  return last > 0 ? `${methodName(branch.method)} ${share(last)}` : methodName(branch.method);
}
