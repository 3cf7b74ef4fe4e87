package io.espalier.pruning.selection;

import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.pruning.PruningRefused;
import io.espalier.pruning.saliency.SaliencyScores;
import io.espalier.pruning.saliency.SaliencyUnusable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The weights of each maskable tensor in the scope. */
record SingleWeights(PlannedCut cut) implements Grain {

  @Override
  public String plural() {
    return "weights";
  }

  @Override
  public List<Candidates> candidates(SaliencyScores scores)
      throws PruningRefused, SaliencyUnusable {
    ScaledScores scaled = new ScaledScores(cut, scores);
    List<Candidates> candidates = new ArrayList<>();
    for (LayerMask layer : Scope.of(cut, cut.held().layers(), l -> List.of(l.layer()))) {
      candidates.add(
          new Candidates(
              layer.layer(),
              List.of(layer.layer()),
              layer.shape(),
              layer.bits(),
              scaled.of(layer)));
    }
    return candidates;
  }

  @Override
  public Mask without(Map<String, BitSet> gone) {
    List<LayerMask> layers = new ArrayList<>();
    for (LayerMask layer : cut.held().layers()) {
      BitSet kept = layer.bits();
      kept.andNot(gone.getOrDefault(layer.layer(), new BitSet()));
      layers.add(layer.keeping(kept));
    }
    return new Mask(layers);
  }

  @Override
  public Optional<Double> threshold(String tensor, Map<String, Optional<Double>> thresholds) {
    return thresholds.getOrDefault(tensor, Optional.empty());
  }
}
