package io.espalier.pruning.selection;

import io.espalier.events.PruningEvent.FailureReason;
import io.espalier.plan.PruningOptions;
import io.espalier.pruning.PruningRefused;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which layers a branch is about. */
final class Scope {
  private Scope() {}

  /**
   * The layers that the scope covers, and that a rate names if there are rates per layer.
   *
   * @param tensors names of those by which a layer is named
   * @throws PruningRefused if there are none, or a part of the scope or a rate names none; the
   *     message names the layers there are. If two rates name a layer, or only some of its tensors
   *     are in the scope or have a rate
   */
  static <T> List<T> of(PlannedCut cut, List<T> layers, Function<T, List<String>> tensors)
      throws PruningRefused {
    List<List<String>> named = layers.stream().map(tensors).toList();
    List<String> all = named.stream().flatMap(List::stream).toList();
    requireNames("scope", cut.branch().options().scope(), all);
    requireNames("layerRates", rates(cut).keySet(), all);
    for (List<String> layer : named) {
      requireOneRate(cut, layer);
      requireWhole(cut, layer);
    }
    List<T> covered =
        layers.stream()
            .filter(layer -> tensors.apply(layer).stream().anyMatch(t -> covers(cut, t)))
            .toList();
    if (covered.isEmpty()) {
      throw new PruningRefused(
          FailureReason.SCOPE_EMPTY,
          "scope is "
              + cut.branch().options().scope()
              + " and layerRates names none of it, allowed: rates of layers in the scope, out of "
              + String.join(", ", all));
    }
    return covered;
  }

  private static void requireNames(String field, Collection<String> parts, List<String> tensors)
      throws PruningRefused {
    List<String> none =
        parts.stream()
            .filter(part -> tensors.stream().noneMatch(t -> PruningOptions.names(part, t)))
            .sorted()
            .toList();
    if (!none.isEmpty()) {
      throw new PruningRefused(
          FailureReason.SCOPE_EMPTY,
          field
              + " has "
              + none
              + ", which names no layer, allowed: parts of "
              + String.join(", ", tensors));
    }
  }

  private static void requireOneRate(PlannedCut cut, List<String> tensors) throws PruningRefused {
    List<String> keys = matching(cut, tensors).map(Map.Entry::getKey).sorted().toList();
    if (keys.size() > 1) {
      throw new PruningRefused(
          FailureReason.AMOUNT_IMPOSSIBLE,
          "layerRates names "
              + String.join(" and ", tensors)
              + " with "
              + keys
              + ", allowed: one rate for a layer");
    }
  }

  private static void requireWhole(PlannedCut cut, List<String> tensors) throws PruningRefused {
    List<String> outside = tensors.stream().filter(tensor -> !covers(cut, tensor)).toList();
    if (!outside.isEmpty() && outside.size() < tensors.size()) {
      throw new PruningRefused(
          FailureReason.AMOUNT_IMPOSSIBLE,
          "whole units of a layer are cut from "
              + String.join(" and ", tensors)
              + " together, but "
              + String.join(" and ", outside)
              + " is left out, allowed: all of them or none");
    }
  }

  private static boolean covers(PlannedCut cut, String tensor) {
    return cut.branch().options().covers(tensor)
        && (cut.branch().layerRates().isEmpty() || rate(cut, List.of(tensor)).isPresent());
  }

  /**
   * The share that is to be cut of a layer; empty if none is named for it.
   *
   * @param tensors by which the layer is named
   */
  static Optional<Double> rate(PlannedCut cut, List<String> tensors) {
    return matching(cut, tensors).min(Map.Entry.comparingByKey()).map(Map.Entry::getValue);
  }

  private static Stream<Map.Entry<String, Double>> matching(PlannedCut cut, List<String> tensors) {
    return rates(cut).entrySet().stream()
        .filter(rate -> tensors.stream().anyMatch(t -> PruningOptions.names(rate.getKey(), t)));
  }

  private static Map<String, Double> rates(PlannedCut cut) {
    return cut.branch().layerRates().orElse(Map.of());
  }
}
