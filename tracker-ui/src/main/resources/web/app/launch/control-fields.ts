import { html } from 'lit';
import type { Choice, Problem, PruningChoices } from '../api/types';
import { methodName } from '../core/names';
import { problemList } from './fields';

/** A control in campaign files, a method with a saliency everywhere else. */
const RANDOM: Choice = {
  name: 'random',
  description: 'As many weights cut at random: what any cut of this size costs',
};

/** What pruned networks are compared with; checked unless somebody decides otherwise. */
export function controlFields(
  controls: string[],
  choices: PruningChoices,
  problems: Problem[],
  change: (controls: string[]) => void,
) {
  const known = [...choices.controls, RANDOM];
  const all = [
    ...known,
    ...controls
      .filter((name) => !known.some((c) => c.name === name))
      .map((name) => ({ name, description: 'Not known to this server' })),
  ];
  const toggle = (name: string, on: boolean) =>
    change(all.map((c) => c.name).filter((c) => (c === name ? on : controls.includes(c))));
  return html`<fieldset class="controls" aria-describedby="controls-problem">
    <legend>Controls: what the pruned networks are compared with</legend>
    ${all.map(
      (c) =>
        html`<label class="check"
          ><input
            type="checkbox"
            .checked=${controls.includes(c.name)}
            @change=${(e: Event) => toggle(c.name, (e.target as HTMLInputElement).checked)}
          />
          <span><strong>${methodName(c.name)}</strong><small>${c.description}.</small></span></label
        >`,
    )}
    ${problemList(problems, 'controls-problem')}
  </fieldset>`;
}
