package io.espalier.plan;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What a branch's pruning steps leave open beside method and amount.
 *
 * @param granularity single weights or whole units
 * @param scope parts of tensor names such as {@code i2h} or {@code layer1}; empty: all layers
 * @param emptyLayers whether a step may empty a layer, or all of them
 * @param start weights to retrain from; absent: those that were pruned
 * @param scoredAtEpoch epoch of the dense training whose weights are ranked, 0 for the initial
 *     ones; absent: the trained ones
 * @param retrainLeastGain a retraining ends after the first epoch that gains less validation
 *     accuracy (a share) than this; absent: after its planned epochs
 */
public record PruningOptions(
    Granularity granularity,
    List<String> scope,
    boolean emptyLayers,
    Optional<StartFrom> start,
    Optional<Integer> scoredAtEpoch,
    Optional<Double> retrainLeastGain) {

  /** Single weights of all layers, fine-tuned for a fixed number of epochs. */
  public static final PruningOptions DEFAULT =
      new PruningOptions(
          Granularity.WEIGHTS,
          List.of(),
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public PruningOptions {
    Require.present("options.granularity", granularity);
    scope = Require.list("options.scope", scope);
    scope.forEach(part -> Require.text("options.scope", part));
    Require.present("options.start", start);
    Require.present("options.scoredAtEpoch", scoredAtEpoch)
        .ifPresent(epoch -> Require.atLeast("options.scoredAtEpoch", epoch, 0));
    Require.present("options.retrainLeastGain", retrainLeastGain)
        .ifPresent(gain -> Require.within("options.retrainLeastGain", gain, 0, 1));
  }

  /** Whether a tensor is in the scope. */
  public boolean covers(String tensor) {
    return scope.isEmpty() || scope.stream().anyMatch(part -> names(part, tensor));
  }

  /**
   * Whether the parts of a name, split at dots, stand in a row in a tensor's name: {@code layer1},
   * {@code i2h} and {@code layer1.i2h} all name {@code layer1.i2h.weight}.
   */
  public static boolean names(String part, String tensor) {
    return Collections.indexOfSubList(
            Arrays.asList(tensor.split("\\.", -1)), Arrays.asList(part.split("\\.", -1)))
        >= 0;
  }
}
