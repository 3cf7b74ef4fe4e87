import { html } from 'lit';
import type { Problem } from '../api/types';
import { field, text } from './fields';
import type { ChosenMethods } from './methods';
import type { Pruning } from './pruning';
import {
  AMOUNT_HINTS,
  AMOUNT_NAMES,
  AMOUNTS,
  ITERATIVE,
  ITERATIVE_NAMES,
  type Amount,
} from './pruning-options';
import { variantFields } from './variant-fields';
import { choose, none } from './variant';

type Edit = (changes: Partial<Pruning>) => void;

/** How much is cut, said in one of four ways; what was typed for the others stays. */
export function amountField(
  p: Pruning,
  chosen: ChosenMethods,
  of: (name: string) => Problem[],
  edit: Edit,
) {
  const change = (amount: Amount) =>
    edit({
      amount,
      methods: chosen.spread(amount === 'layerRates'),
      ...(amount === 'iterative' && p.iterative.kind === ''
        ? { iterative: choose(none, 'shareOfRemaining', ITERATIVE) }
        : {}),
    });
  return html`<fieldset class="amount">
    <legend>Amount</legend>
    <div class="segments" role="group" aria-label="How the amount is said">
      ${AMOUNTS.map(
        (name) =>
          html`<button type="button" aria-pressed=${p.amount === name} @click=${() => change(name)}>
            ${AMOUNT_NAMES[name]}
          </button>`,
      )}
    </div>
    <p class="hint amount-hint">${AMOUNT_HINTS[p.amount]}</p>
    ${amountFields(p, of, edit)}
  </fieldset>`;
}

function amountFields(p: Pruning, of: (name: string) => Problem[], edit: Edit) {
  switch (p.amount) {
    case 'rates':
      return chips('rates', 'Rates', p.rates, ' %', 'add, such as 90', of('rates'), (rates) =>
        edit({ rates }),
      );
    case 'compressions':
      return chips(
        'compressions',
        'Compression ratios',
        p.compressions,
        '×',
        'add, such as 10',
        of('compressions'),
        (compressions) => edit({ compressions }),
      );
    case 'iterative':
      return variantFields(
        'Each round cuts',
        ITERATIVE_NAMES,
        ITERATIVE,
        '',
        p.iterative,
        'pruning.iterative',
        of('iterative'),
        (iterative) => edit({ iterative }),
      );
    case 'layerRates':
      return text(
        'layerRates',
        'Rate of each layer, %',
        p.layerRates,
        (layerRates) => edit({ layerRates }),
        of('layerRates'),
        {
          rows: 3,
          placeholder: 'layer0 90\nlayer1 50',
          hint: 'A layer and its rate per line.',
        },
      );
  }
}

const chips = (
  id: string,
  label: string,
  values: string[],
  unit: string,
  placeholder: string,
  problems: Problem[],
  change: (values: string[]) => void,
) =>
  field(
    id,
    label,
    (describedBy, invalid) =>
      html`<es-chips
        .values=${values}
        inputId=${id}
        .unit=${unit}
        placeholder=${placeholder}
        .describedBy=${describedBy}
        .invalid=${invalid}
        @es-chips=${(e: CustomEvent<string[]>) => change(e.detail)}
      ></es-chips>`,
    problems,
  );
