package io.espalier.campaign;

import io.espalier.plan.Rounds;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much a branch prunes, in one of the ways of {@link io.espalier.plan.BranchPlan}.
 *
 * @param label ends the names of branches with this amount; empty where there is but one
 */
record PruningAmount(
    String label,
    List<Double> sparsities,
    Optional<Map<String, Double>> layerRates,
    Optional<Rounds> rounds) {

  static PruningAmount sparsities(String label, List<Double> sparsities) {
    return new PruningAmount(label, sparsities, Optional.empty(), Optional.empty());
  }

  static PruningAmount rounds(String label, Rounds rounds) {
    return new PruningAmount(label, List.of(), Optional.empty(), Optional.of(rounds));
  }

  static PruningAmount perLayer(Map<String, Double> rates) {
    return new PruningAmount("", List.of(), Optional.of(rates), Optional.empty());
  }
}
