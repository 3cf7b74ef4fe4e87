import type { PruningChoices } from '../api/types';
import { criterionOf } from '../core/names';

export const PER_LAYER = 'per-layer';

/** The distribution that is meant where only a saliency is named; one is layer-wise by definition. */
const usual = (saliency: string, perLayer = false) =>
  perLayer ? PER_LAYER : saliency === 'optimal-brain-surgeon' ? 'class-uniform' : 'class-blinded';

/** A method of the campaign file: its distribution is the usual one where only a saliency stands. */
export interface Criterion {
  saliency: string;
  distribution: string;
}

/** What a method of a campaign file means, as far as the saliency is known. */
function meant(method: string, perLayer: boolean, choices: PruningChoices): Criterion | undefined {
  const known = (name: string) => choices.saliencies.some((s) => s.name === name);
  if (known(method)) {
    return { saliency: method, distribution: usual(method, perLayer) };
  }
  const parts = criterionOf(method);
  return parts && parts.rest === '' && known(parts.saliency) ? parts : undefined;
}

/** The methods of the form as what they mean, and what can be done to them. */
export class ChosenMethods {
  constructor(
    readonly methods: string[],
    readonly perLayer: boolean,
    private readonly choices: PruningChoices,
  ) {}

  has = (wanted: Criterion) => this.methods.some((method) => this.is(wanted, method));

  /** The methods with one more or less. */
  toggled(wanted: Criterion, on: boolean): string[] {
    const others = this.methods.filter((method) => !this.is(wanted, method));
    return on ? [...others, `${wanted.saliency}-${wanted.distribution}`] : others;
  }

  /** Methods of plug-ins, and what this server does not know. */
  get strangers(): string[] {
    return this.methods.filter((method) => this.meant(method) === undefined);
  }

  /** The methods with the distribution that rates per layer need, or without it. */
  spread(perLayer: boolean): string[] {
    const changed = this.methods.map((method) => {
      const criterion = this.meant(method) ?? criterionOf(method);
      return !criterion || (criterion.distribution === PER_LAYER) === perLayer
        ? method
        : `${criterion.saliency}-${usual(criterion.saliency, perLayer)}`;
    });
    return [...new Set(changed)];
  }

  private is(wanted: Criterion, method: string): boolean {
    const criterion = this.meant(method);
    return (
      criterion?.saliency === wanted.saliency && criterion.distribution === wanted.distribution
    );
  }

  private meant = (method: string) => meant(method, this.perLayer, this.choices);
}
