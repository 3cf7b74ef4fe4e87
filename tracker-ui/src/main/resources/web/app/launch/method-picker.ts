import { html, nothing } from 'lit';
import type { Choice, Problem, PruningChoices } from '../api/types';
import { distributionName, saliencyName, shortDistributionName } from '../core/names';
import { field, problemList } from './fields';
import { PER_LAYER, type ChosenMethods } from './methods';

/**
 * Saliencies with the distributions of each. Rates per layer are a distribution of their own, the
 * only one where they are given.
 */
export function methodPicker(
  chosen: ChosenMethods,
  choices: PruningChoices,
  problems: Problem[],
  change: (methods: string[]) => void,
) {
  const { methods, perLayer, strangers } = chosen;
  return html` <fieldset class="methods" aria-describedby="methods-problem">
      <legend>Methods: what is cut first, and how the cut is spread over the layers</legend>
      ${meanings(perLayer, choices)}
      <ul class="saliencies">
        ${choices.saliencies.map(
          (s) =>
            html`<li>
              <div>
                <strong>${saliencyName(s.name)}</strong>
                <p class="small muted">${s.description}${s.needsData ? '. Looks at data.' : '.'}</p>
              </div>
              <div class="pills" role="group" aria-label=${saliencyName(s.name)}>
                ${choices.distributions.map((d) => {
                  const criterion = { saliency: s.name, distribution: d.name };
                  const on = chosen.has(criterion);
                  return on || (d.name === PER_LAYER) === perLayer
                    ? pill(d, on, (checked) => change(chosen.toggled(criterion, checked)))
                    : nothing;
                })}
              </div>
            </li>`,
        )}
      </ul>
      ${problemList(problems, 'methods-problem')}
    </fieldset>
    <details class="more" .open=${strangers.length > 0}>
      <summary>Saliencies of plug-ins</summary>
      ${field(
        'plug-ins',
        'Plug-ins',
        (describedBy, invalid) =>
          html`<es-chips
            .values=${strangers}
            inputId="plug-ins"
            words
            placeholder="add, such as org.example.mine-class-blinded"
            .describedBy=${describedBy}
            .invalid=${invalid}
            @es-chips=${(e: CustomEvent<string[]>) =>
              change([...methods.filter((m) => !strangers.includes(m)), ...e.detail])}
          ></es-chips>`,
        [],
        'By name, which has a dot, with or without a distribution at its end.',
      )}
    </details>`;
}

const pill = (distribution: Choice, on: boolean, change: (checked: boolean) => void) =>
  html`<label
    class="pill"
    title="${distributionName(distribution.name)}: ${distribution.description}"
    ><input
      type="checkbox"
      aria-label=${distributionName(distribution.name)}
      .checked=${on}
      @change=${(e: Event) => change((e.target as HTMLInputElement).checked)}
    /><span>${shortDistributionName(distribution.name)}</span></label
  >`;

const meanings = (perLayer: boolean, { distributions }: PruningChoices) =>
  html`<dl class="meanings small">
    ${distributions
      .filter((d) => (d.name === PER_LAYER) === perLayer)
      .map(
        (d) =>
          html`<div>
            <dt>${distributionName(d.name)}</dt>
            <dd>${d.description}</dd>
          </div>`,
      )}
  </dl>`;
