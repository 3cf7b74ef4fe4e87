package io.espalier.pruning.selection;

import io.espalier.artifacts.mask.Mask;
import io.espalier.plan.Granularity;
import io.espalier.pruning.PruningRefused;
import io.espalier.pruning.saliency.SaliencyScores;
import io.espalier.pruning.saliency.SaliencyUnusable;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is cut at once. */
interface Grain {

  /** Single weights or whole units, as the branch asks for. */
  static Grain of(PlannedCut cut) throws PruningRefused {
    return cut.branch().options().granularity() == Granularity.WEIGHTS
        ? new SingleWeights(cut)
        : WholeUnits.of(cut);
  }

  /** For people: weights or units. */
  String plural();

  /**
   * What can be cut, per layer in the scope, in the network's order.
   *
   * @throws PruningRefused if the scope names no layer
   * @throws SaliencyUnusable if a score is missing or none
   */
  List<Candidates> candidates(SaliencyScores scores) throws PruningRefused, SaliencyUnusable;

  /**
   * The mask without some of the candidates.
   *
   * @param cut by the layer of candidates
   */
  Mask without(Map<String, BitSet> cut);

  /**
   * The largest score that was cut of a tensor.
   *
   * @param thresholds by the layer of candidates
   */
  Optional<Double> threshold(String tensor, Map<String, Optional<Double>> thresholds);
}
