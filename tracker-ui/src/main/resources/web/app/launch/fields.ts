import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../api/types';

/** One labelled field with its hint and its problems, tied together for screen readers. */
export function field(
  id: string,
  label: string,
  control: (describedBy: string, invalid: boolean) => TemplateResult,
  problems: Problem[],
  hint: unknown = nothing,
): TemplateResult {
  const describedBy = `${id}-hint ${id}-problem`;
  return html` <div class="field">
    <label for=${id}>${label}</label>
    ${control(describedBy, problems.length > 0)}
    ${hint === nothing || hint === '' ? nothing : html`<p class="hint" id="${id}-hint">${hint}</p>`}
    ${problemList(problems, `${id}-problem`)}
  </div>`;
}

/** What is wrong, in the server's words. */
export const problemList = (problems: Problem[], id: string) =>
  problems.length === 0
    ? nothing
    : html` <ul class="problems" id=${id}>
        ${problems.map(
          (p) =>
            html`<li>
              ${p.value === '(missing)' ? 'Missing' : html`<code>${p.value}</code> is not possible`};
              allowed: ${p.allowed}
            </li>`,
        )}
      </ul>`;

/** A text field; one of several lines if `rows` says how many to show. */
export function text(
  id: string,
  label: string,
  value: string,
  change: (value: string) => void,
  problems: Problem[],
  options: { hint?: unknown; placeholder?: string; numeric?: boolean; rows?: number } = {},
): TemplateResult {
  const typed = (e: Event) => change((e.target as HTMLInputElement | HTMLTextAreaElement).value);
  return field(
    id,
    label,
    (describedBy, invalid) =>
      options.rows
        ? html`<textarea
            id=${id}
            rows=${options.rows}
            .value=${value}
            spellcheck="false"
            placeholder=${options.placeholder ?? ''}
            aria-describedby=${describedBy}
            aria-invalid=${invalid}
            @input=${typed}
          ></textarea>`
        : html` <input
            id=${id}
            .value=${value}
            placeholder=${options.placeholder ?? ''}
            autocomplete="off"
            inputmode=${options.numeric ? 'decimal' : 'text'}
            aria-describedby=${describedBy}
            aria-invalid=${invalid}
            @input=${typed}
          />`,
    problems,
    options.hint,
  );
}

/** A choice; a value that is none of the options is shown by its own name. */
export function select(
  id: string,
  label: string,
  value: string,
  options: Record<string, string>,
  change: (value: string) => void,
  problems: Problem[],
  hint: unknown = nothing,
): TemplateResult {
  const all = value in options ? options : { ...options, [value]: value };
  return field(
    id,
    label,
    (describedBy, invalid) =>
      html` <select
        id=${id}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        @change=${(e: Event) => change((e.target as HTMLSelectElement).value)}
      >
        ${Object.entries(all).map(
          ([name, words]) =>
            html`<option value=${name} .selected=${name === value}>${words}</option>`,
        )}
      </select>`,
    problems,
    hint,
  );
}
