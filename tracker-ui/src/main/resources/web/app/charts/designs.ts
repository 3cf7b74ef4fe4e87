import type { Group } from '../api/evidence';
import type { Training } from '../api/types';
import { accuracy, plural, trialNumber } from '../core/format';
import { DENSE } from '../core/groups';
import type { OptionOf } from './chart';
import { stroke, type CustomApi } from './marks';
import { frame, tip } from './palette';

const ROW = 46;
const SPREAD = 0.28;

/** Room for a line per design. */
export const designsHeight = (designs: string[]) => Math.max(200, designs.length * ROW + 60);

/** Test accuracy of dense networks, a line per design: every trial as a dot, mean and deviation. */
export function designsChart(designs: string[], groups: Group[], trainings: Training[]): OptionOf {
  const dense = groups.filter((g) => g.variant === DENSE);
  const place = (design: string) => designs.indexOf(design);
  const means = dense
    .filter((g) => place(g.design) >= 0)
    .map((g) => ({ value: [g.mean, place(g.design), g.std ?? 0], group: g }));
  const dots = trainings
    .filter((t) => place(t.design ?? '') >= 0)
    .map((t, i) => ({
      value: [t.testAccuracy ?? 0, place(t.design ?? '') + SPREAD * apart(i)],
      training: t,
    }));
  return (c, width) => {
    const { axis, base } = frame(c);
    const colour = c.accent;
    return {
      ...base,
      grid: { left: 4, right: 18, top: 8, bottom: 28, containLabel: true },
      tooltip: {
        ...base.tooltip,
        trigger: 'item',
        formatter: ({ data }: { data?: { group?: Group; training?: Training } }) =>
          data?.group
            ? tip(data.group.design, [
                [colour, `${accuracy(data.group.mean)} ± ${accuracy(data.group.std)}`],
                ['transparent', plural(data.group.trials, 'trial')],
              ])
            : data?.training
              ? tip(`Trial ${trialNumber(data.training.trial)}`, [
                  [colour, accuracy(data.training.testAccuracy)],
                  ['transparent', data.training.architecture ?? ''],
                ])
              : '',
      },
      xAxis: {
        ...axis,
        type: 'value',
        scale: true,
        axisLine: { show: false },
        name: 'Test accuracy',
        nameLocation: 'middle',
        nameGap: 26,
        axisLabel: {
          ...axis.axisLabel,
          formatter: (v: number) => `${parseFloat((v * 100).toFixed(2))} %`,
        },
      },
      yAxis: {
        ...axis,
        type: 'value',
        inverse: true,
        min: -0.5,
        max: designs.length - 0.5,
        interval: 0.5,
        splitLine: { show: false },
        axisLabel: {
          ...axis.axisLabel,
          hideOverlap: false,
          formatter: (v: number) => designs[v] ?? '',
          width: width < 500 ? 110 : 220,
          overflow: 'break',
          lineHeight: 15,
        },
      },
      series: [
        {
          type: 'scatter',
          data: dots,
          symbolSize: 7,
          itemStyle: { color: colour, opacity: 0.3 },
        },
        {
          type: 'custom',
          silent: true,
          data: means.map((m) => m.value),
          encode: { x: 0, y: 1 },
          renderItem: deviation(c.ink),
          z: 3,
        },
        {
          type: 'scatter',
          data: means,
          symbol: 'diamond',
          symbolSize: 13,
          itemStyle: { color: colour, borderColor: c.ink, borderWidth: 1 },
          z: 4,
        },
      ],
    };
  };
}

/** Dots of one line side by side, the same way each time: -1, 0, 1, -0.5, 0.5. */
const apart = (i: number) => [0, 1, -1, 0.5, -0.5][i % 5];

function deviation(colour: string) {
  return (_: unknown, chart: CustomApi) => {
    const [mean, row, std] = [chart.value(0), chart.value(1), chart.value(2)];
    const [left, y] = chart.coord([mean - std, row]);
    const [right] = chart.coord([mean + std, row]);
    const line = stroke(colour);
    return {
      type: 'group',
      children: [
        line(left, y, right, y),
        line(left, y - 6, left, y + 6),
        line(right, y - 6, right, y + 6),
      ],
    };
  };
}
