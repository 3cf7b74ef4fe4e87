import { html, nothing } from 'lit';
import type { Dataset, Problem } from '../api/types';
import { plural } from '../core/format';
import { codecs, tokens } from './codec';
import {
  FAMILIES,
  FAMILY_NAMES,
  familiesOf,
  GRAPHS,
  GRAPH_NAMES,
  onGraph,
  WRITTEN_OUT,
} from './families';
import { problemList, select } from './fields';
import { problemsOf } from './form';
import { fresh, ofFamily, type Network } from './network';
import { elsewhere, fieldsFor, keptNote, variantFields } from './variant-fields';
import { WHOLE } from './variant';

type Change = (networks: Network[]) => void;

/** The architectures of the form: a family each, with its fields and its graph. */
export function networkList(
  networks: Network[],
  dataset: Dataset | undefined,
  problems: Problem[],
  change: Change,
) {
  const families = familiesOf(dataset);
  const several = networks.length > 1;
  const set = (i: number, network: Network) =>
    change(networks.map((n, j) => (j === i ? network : n)));
  return html` ${networks.map(
      (network, i) =>
        html` <div
          class=${several || onGraph(network.family.kind) ? 'architecture framed' : 'architecture'}
          role="group"
          aria-label="Architecture ${i + 1}"
        >
          ${
            several
              ? html`<div class="architecture-head">
                  <strong>Architecture ${i + 1}</strong>
                  <button
                    type="button"
                    class="button quiet tiny"
                    aria-label="Remove architecture ${i + 1}"
                    @click=${() => change(networks.filter((_, j) => j !== i))}
                  >
                    Remove
                  </button>
                </div>`
              : nothing
          }
          ${one(network, i, families, dataset, problems, (n) => set(i, n))}
        </div>`,
    )}
    ${problemList(
      problems.filter((p) => /^architectures(\.|$)/.test(p.field)),
      'architectures-problem',
    )}
    <button type="button" class="button" @click=${() => change([...networks, fresh(families[0])])}>
      Add an architecture
    </button>`;
}

function one(
  network: Network,
  i: number,
  families: string[],
  dataset: Dataset | undefined,
  problems: Problem[],
  change: (network: Network) => void,
) {
  const { family, graph } = network;
  const path = `architectures[${i}]`;
  const fields = FAMILIES[family.kind] ?? [];
  const shown = [
    'family',
    ...fields.map((f) => f.name),
    ...(onGraph(family.kind) ? ['graph'] : []),
  ];
  const names = Object.fromEntries(families.map((f) => [f, FAMILY_NAMES[f] ?? f]));
  const known = family.kind === WHOLE ? names : { ...names, ...chosenName(family.kind) };
  return html` <div class="fields few">
      ${select(
        `family-${i}`,
        'Family',
        family.kind,
        known,
        (kind) => change(ofFamily(network, kind)),
        problemsOf(problems, `${path}.family`),
        extent(network, dataset),
      )}
      ${fieldsFor(fields, family.values, path, problems, (name, value) =>
        change({ ...network, family: { ...family, values: { ...family.values, [name]: value } } }),
      )}
    </div>
    ${
      onGraph(family.kind)
        ? variantFields(
            'Graph',
            graphNames(family.kind),
            GRAPHS,
            'prior',
            graph,
            `${path}.graph`,
            problems,
            (chosen) => change({ ...network, graph: chosen }),
          )
        : nothing
    }
    ${keptNote(family)}
    ${problemList(elsewhere(problems, path, shown), `architecture-${i}-problem`)}`;
}

const chosenName = (family: string) => ({ [family]: FAMILY_NAMES[family] ?? family });

const graphNames = (family: string): Record<string, string> =>
  family === 'cell-network' ? { [WRITTEN_OUT]: GRAPH_NAMES[WRITTEN_OUT] } : GRAPH_NAMES;

/** What the fields amount to, as far as it can be told before graphs are drawn. */
function extent({ family, graph }: Network, dataset: Dataset | undefined): string {
  if (onGraph(family.kind)) {
    const edges = codecs.edges.read(graph.values.edges ?? '') as unknown[];
    return graph.kind === WRITTEN_OUT
      ? plural(edges.length, 'edge')
      : `${plural(Number(graph.values.count) || 1, 'graph')} for each seed`;
  }
  const middle = tokens(family.values.hidden ?? '');
  return family.kind === 'feed-forward' && dataset && middle.length > 0
    ? [dataset.inputs, ...middle, dataset.classes].join('-')
    : '';
}
