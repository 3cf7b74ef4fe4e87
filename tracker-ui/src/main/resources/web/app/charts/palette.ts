import { SERIES_VARIABLES } from './series';

/** The colours of the style sheet, resolved for the canvas. */
export interface Palette {
  ink: string;
  muted: string;
  line: string;
  surface: string;
  accent: string;
  /** The colour that a custom property of the style sheet holds. */
  of(variable: string): string;
}

/** Reads the colours through an element, since `light-dark()` resolves only in real properties. */
export function palette(element: HTMLElement): Palette {
  const probe = document.createElement('i');
  probe.hidden = true;
  element.append(probe);
  const read = (variable: string): string => {
    probe.style.color = `var(${variable})`;
    return getComputedStyle(probe).color;
  };
  const series = new Map(SERIES_VARIABLES.map((v): [string, string] => [v, read(v)]));
  const colours = {
    ink: read('--ink'),
    muted: read('--muted'),
    line: read('--line'),
    surface: read('--surface'),
    accent: read('--accent'),
    of: (variable: string) => series.get(variable) ?? '#888',
  };
  probe.remove();
  return colours;
}

/** What all charts here share: font, grid, axes, tooltip. */
export function frame(c: Palette) {
  const axis = {
    axisLine: { lineStyle: { color: c.line } },
    axisTick: { show: false },
    axisLabel: { color: c.muted, fontSize: 12, hideOverlap: true },
    splitLine: { lineStyle: { color: c.line } },
    nameTextStyle: { color: c.muted, fontSize: 12 },
  };
  return {
    axis,
    base: {
      // Live data comes several times a second; a drawing is always what is known now.
      animation: false,
      textStyle: { fontFamily: 'Segoe UI, Roboto, Noto Sans, Helvetica Neue, Arial, sans-serif' },
      tooltip: {
        backgroundColor: c.surface,
        borderColor: c.line,
        textStyle: { color: c.ink, fontSize: 13 },
        confine: true,
      },
    },
  };
}

/** A legend below a drawing, and the room that it needs for all its names. */
export function legend(c: Palette, names: string[], width: number) {
  let [rows, used] = [1, 0];
  for (const name of names) {
    const needed = 32 + 7 * name.length;
    if (used > 0 && used + needed > width) {
      [rows, used] = [rows + 1, 0];
    }
    used += needed;
  }
  const style = { icon: 'roundRect', itemWidth: 14, itemHeight: 4, itemGap: 12 };
  return {
    height: rows * 20 + 6,
    option: {
      ...style,
      bottom: 0,
      data: names,
      textStyle: { color: c.muted },
      inactiveColor: c.line,
    },
  };
}

/** A tooltip's content as elements, so that names from outside are text and never markup. */
export function tip(title: string, lines: [colour: string, text: string][]): HTMLElement {
  const box = document.createElement('div');
  const head = document.createElement('strong');
  head.textContent = title;
  box.append(head);
  for (const [colour, text] of lines) {
    const line = document.createElement('div');
    const dot = document.createElement('span');
    dot.className = 'dot';
    dot.style.setProperty('--dot', colour);
    line.append(dot, text);
    box.append(line);
  }
  return box;
}

/** A colour moved towards another; both as the browser computes them, such as `rgb(1, 2, 3)`. */
export function mixed(colour: string, towards: string, amount: number): string {
  const [from, to] = [colour, towards].map((text) => (text.match(/[\d.]+/g) ?? []).map(Number));
  const part = (i: number) => Math.round((from[i] ?? 0) * (1 - amount) + (to[i] ?? 0) * amount);
  return `rgb(${part(0)}, ${part(1)}, ${part(2)})`;
}
