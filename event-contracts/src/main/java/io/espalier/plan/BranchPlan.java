package io.espalier.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.espalier.plan.PruningMethod.Control;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One line of pruning steps that starts from the trained dense network, or a control.
 *
 * <p>The amount is said in one of three ways: {@code sparsities}, {@code layerRates} or {@code
 * rounds}.
 *
 * @param name unique within the trial, such as {@code magnitude-class-blinded-80}
 * @param method how saliency is measured and distributed over layers, or which control this is
 * @param sparsities share of the weights in the scope that is zero after each step (0..1, rising);
 *     one element is one-shot pruning; {@code [0]} for controls
 * @param retrainEpochs epochs of retraining after each step, at most
 * @param layerRates share that is cut of the layers that each name covers, for the distribution
 *     {@code per-layer}; layers that are not named are left alone
 * @param rounds an iterative schedule
 * @param options absent on the wire: {@link PruningOptions#DEFAULT}
 * @param of the branch whose last structure a {@code structure-from-scratch} trains anew
 */
public record BranchPlan(
    String name,
    PruningMethod method,
    @JsonProperty(defaultValue = "[]") List<Double> sparsities,
    int retrainEpochs,
    Optional<Map<String, Double>> layerRates,
    Optional<Rounds> rounds,
    @JsonProperty(defaultValue = "{}") PruningOptions options,
    Optional<String> of) {

  /** The branch of step 0: the dense network before any pruning. */
  public static final String DENSE = "dense";

  public BranchPlan {
    Require.text("branch.name", name);
    Require.present("branch.method", method);
    sparsities = sparsities == null ? List.of() : List.copyOf(sparsities);
    for (int i = 0; i < sparsities.size(); i++) {
      Require.within("branch.sparsities[" + i + "]", sparsities.get(i), 0, 1);
      if (i > 0 && sparsities.get(i) <= sparsities.get(i - 1)) {
        throw new IllegalArgumentException(
            "branch.sparsities is " + sparsities + ", allowed: values that rise");
      }
    }
    Require.atLeast("branch.retrainEpochs", retrainEpochs, 1);
    layerRates = Require.present("branch.layerRates", layerRates).map(Map::copyOf);
    layerRates.ifPresent(
        rates ->
            rates.forEach(
                (layer, rate) -> Require.within("branch.layerRates." + layer, rate, 0, 1)));
    Require.present("branch.rounds", rounds);
    long amounts =
        Stream.of(!sparsities.isEmpty(), layerRates.isPresent(), rounds.isPresent())
            .filter(given -> given)
            .count();
    if (amounts != 1) {
      throw new IllegalArgumentException(
          "branch has " + amounts + " amounts, allowed: one of sparsities, layerRates, rounds");
    }
    options = options == null ? PruningOptions.DEFAULT : options;
    Require.present("branch.of", of);
    if (of.isPresent() != method.equals(Control.STRUCTURE_FROM_SCRATCH)) {
      throw new IllegalArgumentException(
          "branch.of is " + of + ", allowed: a branch for structure-from-scratch, else none");
    }
  }

  /** Steps to these sparsities with nothing else said. */
  public BranchPlan(String name, PruningMethod method, List<Double> sparsities, int retrainEpochs) {
    this(
        name,
        method,
        sparsities,
        retrainEpochs,
        Optional.empty(),
        Optional.empty(),
        PruningOptions.DEFAULT,
        Optional.empty());
  }

  /**
   * What this branch does beside its amounts, such as {@code magnitude-class-blinded-i2h}: branches
   * of one variant are points of one curve. A structure from scratch belongs to the variant of its
   * origin and is called {@code <variant>-from-scratch}.
   *
   * @param siblings the branches of the same trial
   */
  public String variant(List<BranchPlan> siblings) {
    if (of.isPresent()) {
      return siblings.stream()
          .filter(b -> of.equals(Optional.of(b.name())))
          .findFirst()
          .map(b -> b.variant(siblings) + "-from-scratch")
          .orElse(method.wireName());
    }
    List<String> parts = new ArrayList<>(List.of(method.wireName()));
    parts.addAll(options.scope());
    if (options.granularity() != Granularity.WEIGHTS) {
      parts.add(options.granularity().wireName());
    }
    options.start().ifPresent(start -> parts.add(start.label()));
    if (steps() > 1) {
      parts.add("iterative");
    }
    return String.join("-", parts);
  }

  /** Number of pruning steps, at most: an iterative schedule may end earlier. */
  public int steps() {
    return rounds.map(Rounds::most).orElse(Math.max(1, sparsities.size()));
  }
}
