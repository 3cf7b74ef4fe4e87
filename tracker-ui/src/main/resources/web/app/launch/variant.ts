import { codecs, type Kind } from './codec';

/** A field of the form that stands for one field of the campaign file. */
export interface FieldSpec {
  name: string;
  label: string;
  kind: Kind;
  hint?: string;
  placeholder?: string;
  /** What a choice is made of, by name. */
  options?: Record<string, string>;
  /** What stands there when its form is chosen. */
  start?: string;
}

/** The forms that an object of the campaign file may have, by the name of each. */
export type Variants = Record<string, FieldSpec[]>;

/**
 * An object of the campaign file as the form shows it. An empty kind stands for its absence; what
 * was typed for another kind stays. What there is no field for is kept: single fields in `kept`,
 * an object that is not understood at all in `whole`.
 */
export interface Chosen {
  kind: string;
  values: Record<string, string>;
  kept: Record<string, unknown>;
  whole?: unknown;
}

export const WHOLE = 'as in the file';

export const none: Chosen = { kind: '', values: {}, kept: {} };

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same object in another form, with its usual values where nothing fitting was typed. */
export function choose(chosen: Chosen, kind: string, variants: Variants): Chosen {
  const values = { ...chosen.values };
  for (const field of variants[kind] ?? []) {
    const before = variants[chosen.kind]?.find((f) => f.name === field.name);
    if (before && before.kind !== field.kind) {
      delete values[field.name];
    }
    values[field.name] ??= field.start ?? '';
  }
  return { kind, values, kept: {} };
}

/**
 * Reads an object of a campaign file.
 *
 * @param tag the field that says which form it has
 * @param usual the form of an object without that field
 */
export function fromObject(value: unknown, tag: string, variants: Variants, usual: string): Chosen {
  if (value === undefined || value === null) {
    return none;
  }
  const kind = isObject(value) ? (value[tag] ?? usual) : undefined;
  if (!isObject(value) || typeof kind !== 'string' || !(kind in variants)) {
    return { kind: WHOLE, values: {}, kept: {}, whole: value };
  }
  const { values, kept } = fieldsOf(value, variants[kind], [tag]);
  return { kind, values, kept };
}

/** Writes what `fromObject` read; without the tag in the usual form. */
export function toObject(chosen: Chosen, tag: string, variants: Variants, usual: string): unknown {
  if (chosen.kind === '') {
    return undefined;
  }
  if (chosen.kind === WHOLE) {
    return chosen.whole;
  }
  return {
    ...(chosen.kind === usual ? {} : { [tag]: chosen.kind }),
    ...written(chosen.values, variants[chosen.kind]),
    ...chosen.kept,
  };
}

/** Takes an object apart into what these fields show and what they do not. */
export function fieldsOf(
  object: Record<string, unknown>,
  fields: FieldSpec[],
  known: string[] = [],
) {
  const values: Record<string, string> = {};
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(object)) {
    const field = fields.find((f) => f.name === name);
    const text = field ? codecs[field.kind].write(value) : undefined;
    if (text !== undefined) {
      values[name] = text;
    } else if (!known.includes(name)) {
      kept[name] = value;
    }
  }
  for (const field of fields) {
    values[field.name] ??= '';
  }
  return { values, kept };
}

/** The fields that are filled in, as a campaign file has them. */
export function written(values: Record<string, string>, fields: FieldSpec[]) {
  const object: Record<string, unknown> = {};
  for (const field of fields) {
    const text = values[field.name] ?? '';
    if (text.trim() !== '') {
      object[field.name] = codecs[field.kind].read(text);
    }
  }
  return object;
}
