import { html, nothing } from 'lit';
import type { Features } from '../api/pruning';
import { count, real, type Maybe } from '../core/format';

/** The features of a network's graph before and after a step; what changed comes first. */
export function featureChanges(before: Maybe<Features>, after: Maybe<Features>) {
  const names = Object.keys({ ...before, ...after });
  if (names.length === 0) {
    return nothing;
  }
  const changed = names.filter((name) => before?.[name] !== after?.[name]);
  const inOrder = [...changed, ...names.filter((name) => !changed.includes(name))];
  return html`<details>
    <summary>
      Structure:
      ${changed.length === 0 ? 'nothing changed' : `${count(changed.length)} of ${count(names.length)} features changed`}
    </summary>
    <table class="layers changes">
      <thead>
        <tr>
          <th scope="col">Feature</th>
          <th scope="col" class="num">Before</th>
          <th scope="col" class="num">After</th>
        </tr>
      </thead>
      <tbody>
        ${inOrder.map(
          (name) =>
            html`<tr class=${changed.includes(name) ? '' : 'muted'}>
              <td>${name.replaceAll('_', ' ')}</td>
              <td class="num">${shown(before?.[name])}</td>
              <td class="num">${shown(after?.[name])}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </details>`;
}

const shown = (value: Maybe<number>) =>
  typeof value === 'number' && Number.isInteger(value) ? count(value) : real(value);
