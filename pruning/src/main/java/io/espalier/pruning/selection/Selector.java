package io.espalier.pruning.selection;

import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.events.LayerPruning;
import io.espalier.events.PruningEvent.EndReason;
import io.espalier.events.PruningEvent.FailureReason;
import io.espalier.plan.Rounds;
import io.espalier.pruning.PruningRefused;
import io.espalier.pruning.saliency.SaliencyScores;
import io.espalier.pruning.saliency.SaliencyUnusable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which weights go in a step: those of least saliency.
 *
 * <p>The counts are exact. A sparsity s means that {@code round(s * total)} of the weights in the
 * scope are gone afterwards, halves rounded up, counted against the dense network; what was cut
 * before stays cut and counts. Among equal saliencies the first in the network's order of layers,
 * then of row-major indices, is cut. With whole units the same holds for units instead of weights.
 * Weights outside the scope stay as they are. Time O(weights), memory some numbers per weight.
 *
 * <p>Sources: Stier, Darji, Granitzer, LOD 2021 (arXiv 2107.12917) for the amounts; See, Luong,
 * Manning 2016 (arXiv 1606.09274) for the class-... distributions.
 */
public final class Selector {
  private final PlannedCut cut;
  private final Grain grain;
  private final Amounts amounts;

  private Selector(PlannedCut cut, Grain grain, Amounts amounts) {
    this.cut = cut;
    this.grain = grain;
    this.amounts = amounts;
  }

  /**
   * What the step comes to.
   *
   * @throws PruningRefused if scope, amount and distribution do not go together with each other or
   *     the network, or the step would cut nothing, or empty a layer though that is not allowed; a
   *     later round of an iterative schedule ends the schedule instead
   */
  public static Selection select(PlannedCut cut, SaliencyScores scores) throws PruningRefused {
    Combinations.check(cut);
    try {
      Grain grain = Grain.of(cut);
      return new Selector(cut, grain, Amounts.of(cut, grain.candidates(scores))).selection();
    } catch (SaliencyUnusable e) {
      throw new PruningRefused(FailureReason.SALIENCY_UNUSABLE, e.getMessage());
    }
  }

  private Selection selection() throws PruningRefused {
    if (cut.mayEnd() && amounts.targetReached()) {
      return new Selection.End(EndReason.TARGET_REACHED);
    }
    Optional<String> tooFew = tooFew();
    if (tooFew.isPresent()) {
      return endOr(EndReason.FLOOR_REACHED, tooFew.get());
    }
    List<Candidates> layers = new ArrayList<>();
    List<BitSet> lowest = new ArrayList<>();
    for (int i = 0; i < amounts.pools().size(); i++) {
      Pool pool = amounts.pools().get(i);
      layers.addAll(pool.layers());
      lowest.addAll(pool.lowest(amounts.counts().get(i)));
    }
    Map<String, BitSet> gone = new LinkedHashMap<>();
    Map<String, Optional<Double>> thresholds = new HashMap<>();
    for (int i = 0; i < layers.size(); i++) {
      gone.put(layers.get(i).layer(), lowest.get(i));
      thresholds.put(layers.get(i).layer(), layers.get(i).largest(lowest.get(i)));
    }
    Mask mask = grain.without(gone);
    Optional<String> emptied = emptied(mask);
    if (emptied.isPresent() && !cut.branch().options().emptyLayers()) {
      return endOr(
          EndReason.LAYER_WOULD_BE_EMPTY,
          cut.amount() + " leaves no weight in " + emptied.get() + ", allowed: with emptyLayers");
    }
    return new Selection.Cut(
        mask,
        targetSparsity(layers),
        outcome(mask, thresholds),
        amounts.pools().size() == 1
            ? thresholds.values().stream().flatMap(Optional::stream).max(Double::compare)
            : Optional.empty(),
        Optional.of(Histogram.of(layers, lowest)));
  }

  private Selection endOr(EndReason reason, String problem) throws PruningRefused {
    if (cut.mayEnd()) {
      return new Selection.End(reason);
    }
    throw new PruningRefused(FailureReason.AMOUNT_IMPOSSIBLE, problem);
  }

  /** Says so if the round must not begin, or there is nothing to cut. */
  private Optional<String> tooFew() {
    long left =
        cut.held().layers().stream()
            .filter(layer -> cut.branch().options().covers(layer.layer()))
            .mapToLong(LayerMask::kept)
            .sum();
    long least = cut.branch().rounds().map(Rounds::leastWeights).orElse(0L);
    if (left < least) {
      return Optional.of(left + " weights are left in the scope, allowed: " + least + " or more");
    }
    if (amounts.total() == 0) {
      Pool all = new Pool(amounts.pools().stream().flatMap(p -> p.layers().stream()).toList());
      return Optional.of(
          cut.amount()
              + " cuts nothing: "
              + all.left()
              + " of "
              + all.total()
              + " "
              + grain.plural()
              + " are left already");
    }
    return Optional.empty();
  }

  private Optional<String> emptied(Mask mask) {
    return mask.layers().stream()
        .filter(layer -> layer.kept() == 0 && cut.held().layer(layer.layer()).kept() > 0)
        .map(LayerMask::layer)
        .findFirst();
  }

  /** As planned; of rates per layer and rounds what they come to. */
  private double targetSparsity(List<Candidates> layers) {
    if (!cut.branch().sparsities().isEmpty()) {
      return cut.branch().sparsities().get(cut.step() - 1);
    }
    Pool all = new Pool(layers);
    return (double) (all.total() - all.left() + amounts.total()) / all.total();
  }

  private List<LayerPruning> outcome(Mask mask, Map<String, Optional<Double>> thresholds) {
    return mask.layers().stream()
        .map(
            layer ->
                new LayerPruning(
                    layer.layer(),
                    layer.kept(),
                    layer.total(),
                    grain.threshold(layer.layer(), thresholds)))
        .toList();
  }
}
