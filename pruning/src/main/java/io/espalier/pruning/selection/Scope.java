package io.espalier.pruning.selection;

import io.espalier.events.PruningEvent.FailureReason;
import io.espalier.plan.PruningOptions;
import io.espalier.pruning.PruningRefused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which layers a branch is about. */
final class Scope {
  private Scope() {}

  /**
   * The layers that the scope covers, and that a rate names if there are rates per layer.
   *
   * @param tensors names of those by which a layer is named: one is enough
   * @throws PruningRefused if there are none; the message names the layers there are
   */
  static <T> List<T> of(PlannedCut cut, List<T> layers, Function<T, List<String>> tensors)
      throws PruningRefused {
    List<T> covered = layers.stream().filter(layer -> covers(cut, tensors.apply(layer))).toList();
    if (covered.isEmpty()) {
      throw new PruningRefused(
          FailureReason.SCOPE_EMPTY,
          "the scope "
              + cut.branch().options().scope()
              + cut.branch()
                  .layerRates()
                  .map(rates -> " with rates of " + rates.keySet())
                  .orElse("")
              + " covers no layer, allowed: parts of "
              + String.join(
                  ", ", layers.stream().flatMap(l -> tensors.apply(l).stream()).toList()));
    }
    return covered;
  }

  private static boolean covers(PlannedCut cut, List<String> tensors) {
    return tensors.stream().anyMatch(cut.branch().options()::covers)
        && (cut.branch().layerRates().isEmpty() || rate(cut, tensors).isPresent());
  }

  /**
   * The share that is to be cut of a layer; empty if none is named for it.
   *
   * @param tensors by which the layer is named
   */
  static Optional<Double> rate(PlannedCut cut, List<String> tensors) {
    return cut.branch().layerRates().stream()
        .flatMap(rates -> rates.entrySet().stream())
        .filter(rate -> tensors.stream().anyMatch(t -> PruningOptions.names(rate.getKey(), t)))
        .min(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue);
  }
}
