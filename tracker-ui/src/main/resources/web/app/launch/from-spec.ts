import type {
  Architecture,
  CampaignFile,
  CampaignSpec,
  GraphSample,
  TrainingOptions,
} from '../api/types';
import { fromFile, type Form } from './form';
import { prunedLike } from './from-branches';

/** The form of a campaign that was launched before, to launch one like it. */
export function fromSpec(spec: CampaignSpec): Form {
  return fromFile(fileOf(spec));
}

/** The campaign file that a launched campaign could have come from. */
function fileOf(spec: CampaignSpec): CampaignFile {
  return {
    name: spec.name,
    description: spec.description,
    dataset: spec.dataset,
    architectures: [...spec.architectures.map(entryOf), ...(spec.graphs ?? []).map(sampleOf)],
    seeds: spec.seeds,
    training: trainingOf(spec.training),
    ...prunedLike(spec.branches),
  };
}

/** What a campaign file says of an architecture; the rest follows from the dataset. */
function entryOf(a: Architecture): Record<string, unknown> {
  const { family } = a;
  switch (family) {
    case 'feed-forward':
      return { family, hidden: a.widths.slice(1, -1) };
    case 'graph-feed-forward':
      return { family, graph: a.graph };
    case 'recurrent-stack':
      return { family, cell: a.cell, embedding: a.embedding, hidden: a.hidden };
    case 'graph-recurrent':
      return { family, cell: a.cell, blocks: a.blocks, graph: a.graph };
    case 'cell-network':
      return {
        family,
        operations: a.operations,
        channels: a.channels,
        patch: a.patch,
        graph: a.graph,
      };
  }
}

function sampleOf({ network, prior, count, seed }: GraphSample): Record<string, unknown> {
  const parameters = Object.fromEntries(
    Object.entries(prior).map(([name, value]) => [name, plain(value)]),
  );
  return { ...entryOf(network), graph: { ...parameters, count, seed } };
}

/** A range or an amount as campaign files have it. */
function plain(value: unknown): unknown {
  const v = value as Partial<{ from: number; to: number; value: number; perNodes: boolean }>;
  if (typeof v !== 'object' || v === null) {
    return value;
  }
  if (v.from !== undefined) {
    return v.from === v.to ? v.from : [v.from, v.to];
  }
  return v.value === undefined ? value : v.perNodes ? `n/${v.value}` : v.value;
}

const percent = (share: number) => parseFloat((share * 100).toFixed(6));
const PERCENTAGES = ['sparsity', 'rewired', 'until'];

function trainingOf(training: TrainingOptions): Record<string, unknown> {
  const { structureLearning, ...others } = training;
  const learning =
    structureLearning &&
    Object.fromEntries(
      Object.entries(structureLearning).map(([name, value]) => [
        name,
        PERCENTAGES.includes(name) ? percent(value as number) : value,
      ]),
    );
  return present({ ...others, structureLearning: learning });
}

/** An object without the fields that are absent, to its depths. */
function present(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => [
        name,
        typeof value === 'object' && !Array.isArray(value)
          ? present(value as Record<string, unknown>)
          : value,
      ]),
  );
}
