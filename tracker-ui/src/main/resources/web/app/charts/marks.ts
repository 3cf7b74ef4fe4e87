/** Marks that ECharts does not bring along, drawn by its custom series. */
export interface CustomApi {
  value(dimension: number): number;
  coord(point: number[]): number[];
}

const CAP = 5;

/** An upright bar from the third to the fourth dimension of `[x, middle, low, high]`, with caps. */
export function errorBar(colour: string, offset: number) {
  return (_: unknown, chart: CustomApi) => {
    const x = chart.value(0);
    const bottom = chart.coord([x, chart.value(2)]);
    const top = chart.coord([x, chart.value(3)]);
    const middle = top[0] + offset;
    const line = stroke(colour);
    return {
      type: 'group',
      children: [
        line(middle, top[1], middle, bottom[1]),
        line(middle - CAP, top[1], middle + CAP, top[1]),
        line(middle - CAP, bottom[1], middle + CAP, bottom[1]),
      ],
    };
  };
}

/** The area between the lows and the highs of points `[x, middle, low, high]`, from left to right. */
export function band(colour: string, points: number[][], offset: number) {
  return (_: unknown, chart: CustomApi) => {
    const at = (x: number, y: number) => {
      const [left, top] = chart.coord([x, y]);
      return [left + offset, top];
    };
    const highs = points.map(([x, , , high]) => at(x, high));
    const lows = points.map(([x, , low]) => at(x, low)).reverse();
    return {
      type: 'polygon',
      shape: { points: [...highs, ...lows] },
      style: { fill: colour, opacity: 0.13 },
    };
  };
}

/** Draws lines of one colour. */
export const stroke = (colour: string) => (x1: number, y1: number, x2: number, y2: number) => ({
  type: 'line',
  shape: { x1, y1, x2, y2 },
  style: { stroke: colour, lineWidth: 1.5, fill: undefined },
});

/** A column over one unit of the axis, from the second to the third dimension of its datum. */
export function column(colour: string) {
  return (_: unknown, chart: CustomApi) => {
    const [bin, from, to] = [chart.value(0), chart.value(1), chart.value(2)];
    const [left, top] = chart.coord([bin, to]);
    const [right, bottom] = chart.coord([bin + 1, from]);
    return {
      type: 'rect',
      shape: { x: left + 0.5, y: top, width: Math.max(1, right - left - 1), height: bottom - top },
      style: { fill: colour },
    };
  };
}
