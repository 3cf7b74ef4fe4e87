import type { Structure } from '../api/types';

export interface Place {
  node: number;
  layer: number;
  x: number;
  y: number;
}

export interface Line {
  from: number;
  to: number;
  path: string;
  skips: boolean;
}

export interface Picture {
  /** As SVG has it: left, top, width, height. */
  box: string;
  /** Widest that it is drawn, in CSS pixels. */
  width: number;
  radius: number;
  places: Place[];
  lines: Line[];
}

const SWEEPS = 8;
const COLUMN = 84;
const ROW = 38;
const LONGEST = 900;
const MARGIN = 26;

/**
 * Places nodes in columns by layer, each ordered so that few edges cross; in rows instead of columns
 * where there is little room.
 */
export function layout({ graph, layers }: Structure, narrow: boolean): Picture {
  const rows = untangled(layers, graph.edges);
  const most = Math.max(...rows.map((r) => r.length));
  const along = Math.min(LONGEST, (rows.length - 1) * (narrow ? ROW + 10 : COLUMN));
  const across = narrow ? 300 : Math.min(700, Math.max(180, (most - 1) * ROW));
  const step = along / Math.max(1, rows.length - 1);
  const gap = across / Math.max(1, most - 1);
  const places: Place[] = [];
  rows.forEach((nodes, layer) =>
    nodes.forEach((node, i) => {
      // Layers of like size would hide skip edges behind nodes: every other one is shifted.
      const shift = nodes.length < most && layer % 2 === 1 ? 0.18 * gap : 0;
      places[node] = {
        node,
        layer,
        x: layer * step,
        y: (i - (nodes.length - 1) / 2) * gap + shift,
      };
    }),
  );
  const bows = graph.edges.map(([from, to]) => bow(places[from], places[to], across));
  const turn = (x: number, y: number): [number, number] => (narrow ? [y, x] : [x, y]);
  const low = Math.min(...bows.map((b) => b.reach), ...places.map((p) => p.y)) - MARGIN;
  const high = Math.max(...bows.map((b) => b.reach), ...places.map((p) => p.y)) + MARGIN;
  const [left, top] = turn(-MARGIN, low);
  const [width, height] = turn(along + 2 * MARGIN, high - low);
  return {
    box: [left, top, width, height].map((n) => n.toFixed(0)).join(' '),
    width: 1.25 * width,
    radius: Math.max(2.5, Math.min(9, 0.32 * Math.min(gap, step || gap))),
    places: places.map((p) => {
      const [x, y] = turn(p.x, p.y);
      return { ...p, x, y };
    }),
    lines: bows.map((b, i) => ({
      from: graph.edges[i][0],
      to: graph.edges[i][1],
      skips: b.skips,
      path: curve(b.points.map(([x, y]) => turn(x, y))),
    })),
  };
}

/** The points of a soft curve; one that skips layers leaves the middle, the further the more. */
function bow(a: Place, b: Place, across: number) {
  const span = b.layer - a.layer;
  const half = (b.x - a.x) / 2;
  const away = a.y + b.y < 0 ? -1 : 1;
  const by = span > 1 ? away * Math.min(0.4 * across, 13 * span) : 0;
  const points: [number, number][] = [
    [a.x, a.y],
    [a.x + half, a.y + by],
    [b.x - half, b.y + by],
    [b.x, b.y],
  ];
  return { points, skips: span > 1, reach: (a.y + b.y) / 2 + 0.75 * by };
}

function curve(points: [number, number][]): string {
  const [start, ...rest] = points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`);
  return `M${start}C${rest.join(' ')}`;
}

/** Orders each layer by the mean place of its neighbours, to and fro (barycentre heuristic). */
function untangled(layers: number[][], edges: [number, number][]): number[][] {
  const neighbours = new Map<number, number[]>();
  for (const [from, to] of edges) {
    neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
    neighbours.set(to, [...(neighbours.get(to) ?? []), from]);
  }
  const rows = layers.map((nodes) => [...nodes]);
  const place: number[] = [];
  const put = (row: number[]) => row.forEach((node, i) => (place[node] = (i + 0.5) / row.length));
  rows.forEach(put);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const row of sweep % 2 === 0 ? rows : [...rows].reverse()) {
      const centre = new Map(
        row.map((node) => [node, mean(neighbours.get(node) ?? [node], place)]),
      );
      row.sort((a, b) => (centre.get(a) ?? 0) - (centre.get(b) ?? 0) || a - b);
      put(row);
    }
  }
  return rows;
}

const mean = (nodes: number[], place: number[]) =>
  nodes.reduce((sum, node) => sum + place[node], 0) / nodes.length;
