package io.espalier.pruning.selection;

import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.events.PruningEvent.FailureReason;
import io.espalier.pruning.PruningRefused;
import io.espalier.pruning.saliency.SaliencyScores;
import io.espalier.pruning.saliency.SaliencyUnusable;
import io.espalier.pruning.units.UnitLayer;
import io.espalier.pruning.units.UnitLayers;
import io.espalier.pruning.units.UnitSlices;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hidden units of each layer in the scope; a layer is named by the tensors that lead to it. The
 * saliency of a unit is the sum over its maskable weights that are still there, into it and out of
 * it, each once.
 */
record WholeUnits(PlannedCut cut, List<UnitLayer> layers) implements Grain {

  static WholeUnits of(PlannedCut cut) throws PruningRefused {
    List<UnitLayer> layers = UnitLayers.of(cut.architecture());
    if (layers.isEmpty()) {
      throw new PruningRefused(
          FailureReason.AMOUNT_IMPOSSIBLE,
          cut.architecture().label()
              + " has no units that can be cut whole, allowed: feed-forward networks with a hidden"
              + " layer and recurrent stacks");
    }
    return new WholeUnits(cut, layers);
  }

  @Override
  public String plural() {
    return "units";
  }

  @Override
  public List<Candidates> candidates(SaliencyScores scores)
      throws PruningRefused, SaliencyUnusable {
    ScaledScores scaled = new ScaledScores(cut, scores);
    Map<String, float[]> byTensor = new HashMap<>();
    for (LayerMask layer : cut.held().layers()) {
      byTensor.put(layer.layer(), scaled.of(layer));
    }
    List<Candidates> candidates = new ArrayList<>();
    for (UnitLayer layer : Scope.of(cut, layers, WholeUnits::tensorsInto)) {
      float[] sums = new float[layer.units()];
      for (int unit = 0; unit < sums.length; unit++) {
        sums[unit] = sum(layer.weights(unit), byTensor);
      }
      candidates.add(
          new Candidates(
              layer.name(),
              tensorsInto(layer),
              List.of((long) layer.units()),
              layer.there(cut.held()),
              sums));
    }
    return candidates;
  }

  private static List<String> tensorsInto(UnitLayer layer) {
    return layer.into().stream().map(UnitSlices::tensor).toList();
  }

  private float sum(Map<String, BitSet> weights, Map<String, float[]> scores) {
    double sum = 0;
    for (LayerMask layer : cut.held().layers()) {
      BitSet own = weights.getOrDefault(layer.layer(), new BitSet());
      float[] values = scores.get(layer.layer());
      for (int i = own.nextSetBit(0); i >= 0; i = own.nextSetBit(i + 1)) {
        sum += layer.keeps(i) ? values[i] : 0;
      }
    }
    return (float) Math.min(sum, Float.MAX_VALUE);
  }

  @Override
  public Mask without(Map<String, BitSet> gone) {
    Map<String, BitSet> weights = new HashMap<>();
    for (UnitLayer layer : layers) {
      gone.getOrDefault(layer.name(), new BitSet()).stream()
          .mapToObj(layer::weights)
          .forEach(
              unit ->
                  unit.forEach(
                      (tensor, positions) ->
                          weights.computeIfAbsent(tensor, t -> new BitSet()).or(positions)));
    }
    return new SingleWeights(cut).without(weights);
  }

  /** That of the layer of units that the tensor leads to. */
  @Override
  public Optional<Double> threshold(String tensor, Map<String, Optional<Double>> thresholds) {
    return layers.stream()
        .filter(layer -> tensorsInto(layer).contains(tensor))
        .findFirst()
        .flatMap(layer -> thresholds.getOrDefault(layer.name(), Optional.empty()));
  }
}
