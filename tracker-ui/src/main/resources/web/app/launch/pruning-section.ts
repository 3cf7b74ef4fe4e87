import { html, nothing } from 'lit';
import type { Problem, PruningChoices } from '../api/types';
import { amountField } from './amount-fields';
import { field, problemList, select } from './fields';
import { problemsOf } from './form';
import { methodPicker } from './method-picker';
import { ChosenMethods } from './methods';
import { ALL, scopeTokens, type Pruning } from './pruning';
import {
  AMOUNTS,
  GRANULARITIES,
  GRANULARITY_HINTS,
  RETRAINING,
  RETRAINING_NAMES,
  START_NAMES,
  STARTS,
} from './pruning-options';
import { elsewhere, fieldsFor, keptNote } from './variant-fields';
import { choose, type Chosen, type Variants } from './variant';

type Edit = (changes: Partial<Pruning>) => void;
const SCOPES = [ALL, 'i2h', 'h2h'];
const SHOWN = [
  'methods',
  ...AMOUNTS,
  'retrainEpochs',
  'retraining',
  'granularity',
  'scopes',
  'start',
];

/** How the trained networks are pruned: methods, amount, scope and what follows a cut. */
export function pruningFields(
  p: Pruning,
  recurrent: boolean,
  choices: PruningChoices,
  problems: Problem[],
  edit: Edit,
) {
  const of = (name: string) => problemsOf(problems, `pruning.${name}`);
  const chosen = new ChosenMethods(p.methods, p.amount === 'layerRates', choices);
  return html` ${methodPicker(chosen, choices, of('methods'), (methods) => edit({ methods }))}
    ${amountField(p, chosen, of, edit)}
    <div class="variant">
      <div class="fields few">
        ${choice(
          'retraining',
          'Retraining after a cut',
          RETRAINING_NAMES,
          RETRAINING,
          p.retraining,
          of('retraining').filter((x) => x.field === 'pruning.retraining'),
          (retraining) => edit({ retraining }),
        )}
        ${fieldsFor(
          RETRAINING[p.retraining.kind] ?? [],
          p.retraining.values,
          p.retraining.kind === 'fixed' ? 'pruning' : 'pruning.retraining',
          problems,
          (name, value) => edit({ retraining: withValue(p.retraining, name, value) }),
        )}
        ${choice(
          'start',
          'It starts from',
          START_NAMES,
          STARTS,
          p.start,
          of('start').filter((x) => x.field === 'pruning.start'),
          (start) => edit({ start }),
        )}
        ${fieldsFor(STARTS[p.start.kind] ?? [], p.start.values, 'pruning.start', problems, (name, value) => edit({ start: withValue(p.start, name, value) }))}
      </div>
      ${keptNote(p.retraining)} ${keptNote(p.start)}
    </div>
    <div class="variant">
      <div class="fields">
        ${select('granularity', 'What is cut at once', p.granularity, GRANULARITIES, (granularity) => edit({ granularity }), of('granularity'), GRANULARITY_HINTS[p.granularity] ?? '')}
        ${scopes(p, recurrent, of('scopes'), edit)}
      </div>
      <label class="check"
        ><input
          type="checkbox"
          .checked=${p.emptyLayers}
          @change=${(e: Event) => edit({ emptyLayers: (e.target as HTMLInputElement).checked })}
        />
        <span
          ><strong>A cut may empty a layer</strong
          ><small>Otherwise a cut that would is refused, or ends its schedule.</small></span
        ></label
      >
    </div>
    ${keptNote({ kind: '', kept: p.kept })}
    ${problemList(elsewhere(problems, 'pruning', SHOWN), 'pruning-problem')}`;
}

function scopes(p: Pruning, recurrent: boolean, problems: Problem[], edit: Edit) {
  const missing = recurrent ? SCOPES.filter((s) => !p.scopes.includes(s)) : [];
  const change = (typed: string[]) => edit({ scopes: typed.length > 0 ? typed : [ALL] });
  return field(
    'scopes',
    'Scopes',
    (describedBy, invalid) =>
      html`<es-chips
          .values=${p.scopes}
          inputId="scopes"
          words
          placeholder="add, such as layer0"
          .split=${scopeTokens}
          .describedBy=${describedBy}
          .invalid=${invalid}
          @es-chips=${(e: CustomEvent<string[]>) => change(e.detail)}
        ></es-chips>
        ${
          missing.length > 0
            ? html`<div class="suggestions">
                ${missing.map(
                  (scope) =>
                    html`<button
                      type="button"
                      class="button tiny"
                      @click=${() => change([...p.scopes, scope])}
                    >
                      + ${scope}
                    </button>`,
                )}
              </div>`
            : nothing
        }`,
    problems,
    recurrent
      ? 'Which weights compete, one branch each: all, i2h, h2h, a layer, or several as layer0+layer2.'
      : 'Which weights compete, one branch each: all, a layer, or several as layer0+layer2.',
  );
}

const choice = (
  id: string,
  label: string,
  names: Record<string, string>,
  variants: Variants,
  chosen: Chosen,
  problems: Problem[],
  change: (chosen: Chosen) => void,
) =>
  select(id, label, chosen.kind, names, (kind) => change(choose(chosen, kind, variants)), problems);

const withValue = (chosen: Chosen, name: string, value: string): Chosen => ({
  ...chosen,
  values: { ...chosen.values, [name]: value },
});
