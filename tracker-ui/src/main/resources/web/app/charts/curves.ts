import type { BranchPlan, Epoch, PruningStep } from '../api/types';
import { accuracy, methodName, real, share } from '../core/format';
import type { OptionOf } from './chart';
import { frame, tip } from './palette';

type Measure = 'loss' | 'accuracy';
type Point = [epoch: number, value: number];

interface Line {
  name: string;
  method: string;
  points: Point[];
  dashed: boolean;
}

/** Curves over all epochs of a trial; branches go on where the dense network ended. */
export function curvesChart(
  epochs: Epoch[],
  branches: BranchPlan[],
  steps: PruningStep[],
  denseEpochs: number,
  measure: Measure,
): OptionOf {
  const lines = linesOf(epochs, branches, steps, denseEpochs, measure);
  const show = measure === 'accuracy' ? accuracy : real;
  return (c, width) => {
    const { axis, base } = frame(c);
    return {
      ...base,
      grid: { left: 4, right: 18, top: 16, bottom: width < 500 ? 96 : 74, containLabel: true },
      legend: { bottom: 0, itemGap: 14, textStyle: { color: c.muted }, type: 'plain' },
      tooltip: {
        ...base.tooltip,
        trigger: 'axis',
        axisPointer: { lineStyle: { color: c.muted } },
        formatter: (params: { seriesName: string; color: string; value: Point }[]) =>
          tip(
            `Epoch ${params[0]?.value[0] ?? ''}`,
            params.map((p) => [p.color, `${p.seriesName}: ${show(p.value[1])}`]),
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
        axisLine: { show: false },
        axisLabel: {
          ...axis.axisLabel,
          formatter: (v: number) => (measure === 'accuracy' ? `${parseFloat((v * 100).toFixed(2))} %` : real(v)),
        },
      },
      series: lines.map((line, i) => ({
        name: line.name,
        type: 'line',
        data: line.points,
        showSymbol: line.points.length < 2,
        symbolSize: 6,
        itemStyle: { color: c.of(line.method) },
        lineStyle: { color: c.of(line.method), width: 2, type: line.dashed ? [5, 4] : 'solid' },
        emphasis: { focus: 'series' },
        ...(i === 0 && branches.length > 0 ? pruningMark(denseEpochs, c.muted) : {}),
      })),
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
  steps: PruningStep[],
  denseEpochs: number,
  measure: Measure,
): Line[] {
  const dense = epochs.filter((e) => e.step === 0).sort((a, b) => a.epoch - b.epoch);
  const lines = measured('dense', 'Dense', dense.map((e) => [e.epoch, e]), measure);
  for (const branch of branches) {
    const own = epochs
      .filter((e) => e.branch === branch.name && e.step > 0)
      .sort((a, b) => a.step - b.step || a.epoch - b.epoch)
      .map((e): [number, Epoch] => [denseEpochs + (e.step - 1) * branch.retrainEpochs + e.epoch, e]);
    const drawn = measured(branch.method, branchName(branch), own, measure);
    const fall = steps.find((s) => s.branch === branch.name && s.step === 1)?.accuracyAfterPruning;
    if (measure === 'accuracy' && typeof fall === 'number' && drawn.length > 0) {
      drawn[0].points.unshift([denseEpochs, fall]);
    }
    lines.push(...drawn);
  }
  return lines;
}

function measured(method: string, name: string, own: [number, Epoch][], measure: Measure): Line[] {
  if (own.length === 0) {
    return [];
  }
  const line = (what: string, dashed: boolean, of: (e: Epoch) => number): Line => ({
    name: what ? `${name}, ${what}` : name,
    method,
    points: own.map(([x, e]) => [x, of(e)]),
    dashed,
  });
  return measure === 'accuracy'
    ? [line('', false, (e) => e.validationAccuracy)]
    : [
        line('training', false, (e) => e.trainingLoss),
        line('validation', true, (e) => e.validationLoss),
      ];
}

/** A branch for people: its method and, unless it prunes nothing, how far it goes. */
export function branchName(branch: BranchPlan): string {
  const last = branch.sparsities[branch.sparsities.length - 1] ?? 0;
  return last > 0 ? `${methodName(branch.method)} ${share(last)}` : methodName(branch.method);
}
