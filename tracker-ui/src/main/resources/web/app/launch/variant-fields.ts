import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../api/types';
import { problemList, select, text } from './fields';
import { problemsOf } from './form';
import { choose, WHOLE, type Chosen, type FieldSpec, type Variants } from './variant';

const SHORT = 4;

/** The fields of an object, each with the problems of its path in the campaign file. */
export function fieldsFor(
  specs: FieldSpec[],
  values: Record<string, string>,
  path: string,
  problems: Problem[],
  change: (name: string, value: string) => void,
): TemplateResult[] {
  return specs.map((spec) => {
    const id = idOf(`${path}.${spec.name}`);
    const own = problemsOf(problems, `${path}.${spec.name}`);
    const value = values[spec.name] ?? '';
    const changed = (typed: string) => change(spec.name, typed);
    return spec.options
      ? select(id, spec.label, value || (spec.start ?? ''), spec.options, changed, own, spec.hint)
      : text(id, spec.label, value, changed, own, {
          hint: spec.hint,
          placeholder: spec.placeholder,
          numeric: spec.kind === 'number',
          rows: spec.kind === 'edges' ? SHORT : undefined,
        });
  });
}

/** `architectures[0].graph.nodes` is edited in `graph-nodes-0`, `training.epochs` in `epochs`. */
export function idOf(path: string): string {
  const number = /\[(\d+)\]/.exec(path)?.[1];
  const name = path.replace(/^(training|pruning)\.|^architectures\[\d+\]\.?/, '').replaceAll('.', '-');
  return number === undefined ? name : `${name}-${number}`;
}

/** Problems in an object that none of its fields shows. */
export const elsewhere = (problems: Problem[], path: string, shown: string[]) =>
  problemsOf(problems, path).filter(
    (p) => !shown.some((name) => problemsOf([p], `${path}.${name}`).length > 0),
  );

/** A choice of forms with the fields of the chosen one, and what is kept besides. */
export function variantFields(
  label: string,
  names: Record<string, string>,
  variants: Variants,
  tag: string,
  chosen: Chosen,
  path: string,
  problems: Problem[],
  change: (chosen: Chosen) => void,
): TemplateResult {
  const fields = variants[chosen.kind] ?? [];
  const shown = [tag, ...fields.map((f) => f.name)].filter(Boolean);
  return html` <div class="variant">
    ${select(
      idOf(path),
      label,
      chosen.kind,
      names,
      (kind) => change(choose(chosen, kind, variants)),
      tag ? problemsOf(problems, `${path}.${tag}`) : [],
    )}
    ${
      fields.length > 0
        ? html`<div class="fields many">
            ${fieldsFor(fields, chosen.values, path, problems, (name, value) =>
              change({ ...chosen, values: { ...chosen.values, [name]: value } }),
            )}
          </div>`
        : nothing
    }
    ${keptNote(chosen)}
    ${problemList(elsewhere(problems, path, shown), `${idOf(path)}-other-problem`)}
  </div>`;
}

/** Says what stands in the campaign file though the form has no field for it. */
export function keptNote({ kind, kept, whole }: Pick<Chosen, 'kind' | 'kept' | 'whole'>) {
  const text =
    kind === WHOLE
      ? JSON.stringify(whole)
      : Object.keys(kept).length > 0
        ? JSON.stringify(kept)
        : '';
  return text === ''
    ? nothing
    : html`<p class="notice kept">
        This form has no field for
        <code>${text.length > 200 ? `${text.slice(0, 200)}…` : text}</code>. It stays in the
        campaign file as it is.
      </p>`;
}
