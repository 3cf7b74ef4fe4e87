/**
 * How values of a campaign file are typed. Nothing is judged: what is no number stays text, and the
 * server says what is wrong with it.
 */
export type Kind =
  'number' | 'numbers' | 'nodes' | 'words' | 'edges' | 'choice' | 'named' | 'amounts';

interface Codec {
  read(text: string): unknown;
  /** Undefined if the value cannot be shown as this kind of text. */
  write(value: unknown): string | undefined;
}

const scalar = (value: unknown): string | undefined =>
  typeof value === 'number' || typeof value === 'string' ? String(value) : undefined;

const list = (value: unknown): string | undefined =>
  Array.isArray(value) && value.every((v) => scalar(v) !== undefined)
    ? value.join(', ')
    : undefined;

export const tokens = (text: string) =>
  text
    .replace(/\s*[-–]\s*/g, '-')
    .split(/[\s,;]+/)
    .filter(Boolean);

export function numeric(text: string): number | string {
  const value = Number(text);
  return text.trim() !== '' && Number.isFinite(value) ? value : text;
}

/** A number, or nothing where nothing was typed. */
export const optional = (text: string) => (text.trim() === '' ? undefined : numeric(text.trim()));

/** A number, or a range as `10-50`. */
const nodes: Codec = {
  read: (text) => {
    const ends = /^\[?\s*(\d{1,9})\s*(?:-|–|,|\.\.|to)\s*(\d{1,9})\s*\]?$/.exec(text.trim());
    return ends ? [Number(ends[1]), Number(ends[2])] : numeric(text.trim());
  },
  write: (value) =>
    Array.isArray(value)
      ? value.length === 2 && value.every((v) => typeof v === 'number')
        ? value.join('-')
        : undefined
      : scalar(value),
};

/** Pairs of nodes, such as `0 1` on a line each, or `[[0, 1], [1, 2]]`. */
const edges: Codec = {
  read: (text) =>
    text
      .split(/[\n;]/)
      .map((line) => line.replace(/#.*/, '').trim())
      .filter(Boolean)
      .flatMap((line): unknown[] => {
        const numbers = (line.match(/\d+/g) ?? []).map(Number);
        const plain = /^[\d\s,()[\]>–-]*$/.test(line) && numbers.length > 0;
        return plain && numbers.length % 2 === 0 ? pairs(numbers) : [line];
      }),
  write: (value) =>
    Array.isArray(value) && value.every((e) => Array.isArray(e) && list(e) !== undefined)
      ? value.map((e: unknown[]) => e.join(' ')).join('\n')
      : undefined,
};

const pairs = (numbers: number[]) =>
  numbers.filter((_, i) => i % 2 === 0).map((from, i) => [from, numbers[2 * i + 1]]);

/** A number, or several of which each is a branch of its own. */
const amounts: Codec = {
  read: (text) => {
    const all = tokens(text.replace(/%/g, '')).map(numeric);
    return all.length === 1 ? all[0] : all;
  },
  write: (value) => scalar(value) ?? list(value),
};

/** Numbers by name, such as `layer0 90` on a line each. */
const named: Codec = {
  read: (text) =>
    Object.fromEntries(
      text
        .split(/[\n,;]/)
        .map((line) => line.trim())
        .filter(Boolean)
        .map((line): [string, unknown] => {
          const parts = /^(.*?)[\s:=]+(\S+)$/.exec(line);
          return parts ? [parts[1], numeric(parts[2].replace(/%$/, ''))] : [line, ''];
        }),
    ),
  write: (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value)
          .map(([name, number]) => `${name} ${number}`)
          .join('\n')
      : undefined,
};

export const codecs: Record<Kind, Codec> = {
  number: { read: (text) => numeric(text.trim()), write: scalar },
  numbers: { read: (text) => tokens(text).map(numeric), write: list },
  words: { read: tokens, write: list },
  choice: { read: (text) => text, write: scalar },
  nodes,
  edges,
  named,
  amounts,
};
