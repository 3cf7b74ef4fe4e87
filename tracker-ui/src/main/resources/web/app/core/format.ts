/** How numbers, times and names are written; the same everywhere. Absent values are a dash. */
const DASH = '–';
const whole = new Intl.NumberFormat('en');
const dateTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

export type Maybe<T> = T | null | undefined;

const known = (value: Maybe<number>): value is number =>
  typeof value === 'number' && Number.isFinite(value);

/** An accuracy (0..1) as a percentage with two decimals. */
export const accuracy = (value: Maybe<number>) =>
  known(value) ? `${(value * 100).toFixed(2)} %` : DASH;

/** A share (0..1) as a percentage with as many decimals as it needs, at most one. */
export const share = (value: Maybe<number>) =>
  known(value) ? `${parseFloat((value * 100).toFixed(1))} %` : DASH;

/** A difference of accuracies in percentage points, with its sign. */
export function points(value: Maybe<number>): string {
  if (!known(value)) {
    return DASH;
  }
  const shown = Math.abs(value * 100).toFixed(2);
  return `${shown === '0.00' ? '±' : value > 0 ? '+' : '−'}${shown} pp`;
}

export const count = (value: Maybe<number>) => (known(value) ? whole.format(value) : DASH);

/** A small real number with four significant digits. */
export const real = (value: Maybe<number>) =>
  known(value) ? String(Number(value.toPrecision(4))) : DASH;

/** How many times smaller, such as `5×`. */
export const ratio = (value: Maybe<number>) =>
  known(value) ? `${parseFloat(value.toFixed(value < 10 ? 2 : 1))}×` : DASH;

export const plural = (n: number, one: string, many = `${one}s`) =>
  `${count(n)} ${n === 1 ? one : many}`;

/** A duration in seconds, such as `3 min 12 s`. */
export function duration(seconds: Maybe<number>): string {
  if (!known(seconds)) {
    return DASH;
  }
  if (seconds < 10) {
    return `${seconds.toFixed(1)} s`;
  }
  const s = Math.round(seconds);
  if (s < 60) {
    return `${s} s`;
  }
  if (s < 3600) {
    return `${Math.floor(s / 60)} min ${s % 60} s`;
  }
  return s < 172_800
    ? `${Math.floor(s / 3600)} h ${Math.floor((s % 3600) / 60)} min`
    : `${Math.floor(s / 86_400)} d ${Math.floor((s % 86_400) / 3600)} h`;
}

/** A duration that is only estimated, such as `6 min`. */
export const roughly = (seconds: number) =>
  seconds < 60
    ? `${Math.max(5, Math.ceil(seconds / 5) * 5)} s`
    : seconds < 5400
      ? `${Math.ceil(seconds / 60)} min`
      : `${Math.ceil(seconds / 3600)} h`;

/** Seconds from a time to now, never negative (clocks of browser and server differ). */
export const secondsSince = (time: string, now = Date.now()) =>
  Math.max(0, (now - Date.parse(time)) / 1000);

export const absolute = (time: Maybe<string>) => {
  const parsed = time ? new Date(time) : undefined;
  return parsed && !Number.isNaN(parsed.getTime()) ? dateTime.format(parsed) : '';
};

/** How long ago, such as `5 min ago`. */
export function ago(time: Maybe<string>, now = Date.now()): string {
  if (!time) {
    return DASH;
  }
  const s = secondsSince(time, now);
  if (s < 45) {
    return 'just now';
  }
  if (s < 3600) {
    return `${Math.max(1, Math.round(s / 60))} min ago`;
  }
  return s < 129_600 ? `${Math.round(s / 3600)} h ago` : `${Math.round(s / 86_400)} days ago`;
}

/** The beginning of a hash; the rest is a copy button away. */
export const shortHash = (hash: Maybe<string>) => (hash ? hash.slice(0, 10) : DASH);

/** The part of a trial's id after its campaign's. */
export const trialNumber = (trial: string) => `#${trial.slice(trial.lastIndexOf('.') + 1)}`;
