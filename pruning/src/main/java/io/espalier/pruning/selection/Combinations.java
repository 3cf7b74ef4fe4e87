package io.espalier.pruning.selection;

import io.espalier.events.PruningEvent.FailureReason;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.Cut;
import io.espalier.plan.Distribution;
import io.espalier.plan.Granularity;
import io.espalier.pruning.PruningRefused;

/** Which amounts, distributions and granularities go together. */
final class Combinations {
  private Combinations() {}

  /**
   * Returns normally if those of the branch do.
   *
   * @throws PruningRefused saying what does not
   */
  static void check(PlannedCut cut) throws PruningRefused {
    BranchPlan branch = cut.branch();
    Distribution distribution = cut.criterion().distribution();
    if ((distribution == Distribution.PER_LAYER) != branch.layerRates().isPresent()) {
      throw refused("the distribution per-layer and rates per layer go together only");
    }
    if (distribution == Distribution.ERDOS_RENYI_KERNEL) {
      if (branch.options().granularity() == Granularity.UNITS) {
        throw refused("erdos-renyi-kernel tells how many weights layers have, not how many units");
      }
      if (branch.rounds().filter(r -> r.cut() instanceof Cut.SaliencyBudget).isPresent()) {
        throw refused(
            "a saliency budget decides how many weights each layer loses, so does"
                + " erdos-renyi-kernel");
      }
    }
  }

  private static PruningRefused refused(String why) {
    return new PruningRefused(FailureReason.AMOUNT_IMPOSSIBLE, why);
  }
}
