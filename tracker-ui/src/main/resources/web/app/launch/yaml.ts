import type { CampaignFile } from '../api/types';
import { isObject } from './variant';

/** Writes a campaign file as YAML: nested fields, lists of plain values on one line. */
export function yaml(file: CampaignFile): string {
  return fields(file as Record<string, unknown>, '');
}

function fields(object: Record<string, unknown>, indent: string): string {
  return Object.entries(object)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${indent}${scalar(name)}:${block(value, indent)}\n`)
    .join('');
}

function block(value: unknown, indent: string): string {
  if (Array.isArray(value)) {
    if (value.length > 1 && value.every((v) => typeof v === 'string')) {
      return value.map((v) => `\n${indent}  - ${scalar(v)}`).join('');
    }
    return value.length > 0 && value.every(filled)
      ? value.map((v) => `\n${indent}  - ${fields(v, `${indent}    `).trim()}`).join('')
      : ` ${flow(value)}`;
  }
  return filled(value) ? `\n${fields(value, `${indent}  `).trimEnd()}` : ` ${flow(value)}`;
}

const filled = (value: unknown): value is Record<string, unknown> =>
  isObject(value) && Object.keys(value).length > 0;

/** A value on one line. What is in a list beside lists and plain values is written as JSON. */
const flow = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value.map(flow).join(', ')}]`
    : typeof value === 'object'
      ? JSON.stringify(value)
      : scalar(value);

/** Words that YAML would take for something else than text are quoted. */
function scalar(value: unknown): string {
  const text = String(value);
  if (typeof value !== 'string') {
    return text;
  }
  const plain =
    /^[A-Za-z][\w .()/%+-]*$/.test(text) &&
    !/^(y|n|yes|no|on|off|true|false|null|nan)$/i.test(text);
  return plain && text === text.trim() ? text : JSON.stringify(text);
}
