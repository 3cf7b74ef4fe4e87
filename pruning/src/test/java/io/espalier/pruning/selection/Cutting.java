package io.espalier.pruning.selection;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.FloatTensor;
import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.artifacts.tensors.NetworkTensors;
import io.espalier.events.PruningEvent.FailureReason;
import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.Architecture.RecurrentStack;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.CellType;
import io.espalier.plan.Cut;
import io.espalier.plan.Distribution;
import io.espalier.plan.Granularity;
import io.espalier.plan.PruningMethod.Criterion;
import io.espalier.plan.PruningOptions;
import io.espalier.plan.Rounds;
import io.espalier.pruning.PruningRefused;
import io.espalier.pruning.saliency.SaliencyScores;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assertj.core.api.InstanceOfAssertFactories;

/** Networks to cut by the magnitude of their weights. */
final class Cutting {
  /** Two layers of four weights. */
  static final FeedForward SQUARES = new FeedForward(List.of(2, 2, 2));

  private static final List<CellType> CELLS =
      List.of(CellType.TANH, CellType.RELU, CellType.LSTM, CellType.GRU);

  private Cutting() {}

  static BranchPlan sparsities(
      Distribution distribution, PruningOptions options, Double... shares) {
    return branch(distribution, options, List.of(shares), Optional.empty(), Optional.empty());
  }

  static BranchPlan sparsities(Distribution distribution, Double... shares) {
    return sparsities(distribution, PruningOptions.DEFAULT, shares);
  }

  static BranchPlan rates(Distribution distribution, Map<String, Double> rates) {
    return branch(
        distribution, PruningOptions.DEFAULT, List.of(), Optional.of(rates), Optional.empty());
  }

  static BranchPlan rounds(
      Distribution distribution, PruningOptions options, Cut cut, Double until, long least) {
    return branch(
        distribution,
        options,
        List.of(),
        Optional.empty(),
        Optional.of(new Rounds(cut, 100, Optional.ofNullable(until), least)));
  }

  static BranchPlan rounds(Distribution distribution, Cut cut) {
    return rounds(distribution, PruningOptions.DEFAULT, cut, null, 0);
  }

  private static BranchPlan branch(
      Distribution distribution,
      PruningOptions options,
      List<Double> sparsities,
      Optional<Map<String, Double>> rates,
      Optional<Rounds> rounds) {
    return new BranchPlan(
        "branch",
        new Criterion(Criterion.MAGNITUDE, distribution),
        sparsities,
        1,
        rates,
        rounds,
        options,
        Optional.empty());
  }

  static PruningOptions options(Granularity granularity, boolean emptyLayers, String... scope) {
    return new PruningOptions(
        granularity,
        List.of(scope),
        emptyLayers,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The squares with these weights, row by row. */
  static Checkpoint squares(float[] first, float[] second) {
    return checkpoint(SQUARES, Map.of("layer0.weight", first, "layer1.weight", second));
  }

  /** A checkpoint in which all that is not given is 0. */
  static Checkpoint checkpoint(Architecture architecture, Map<String, float[]> weights) {
    return new Checkpoint(
        NetworkTensors.of(architecture).stream()
            .map(
                spec ->
                    new FloatTensor(
                        spec.name(),
                        spec.shape(),
                        weights.getOrDefault(
                            spec.name(), new float[Math.toIntExact(spec.elements())])))
            .toList());
  }

  static float[] values(double... values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  /** |w|, whatever the mask. */
  static SaliencyScores magnitudes(Architecture architecture, Checkpoint weights) {
    Map<String, float[]> scores = new LinkedHashMap<>();
    for (String name : NetworkTensors.maskable(architecture).keySet()) {
      float[] values = weights.tensor(name).values();
      for (int i = 0; i < values.length; i++) {
        values[i] = Math.abs(values[i]);
      }
      scores.put(name, values);
    }
    return SaliencyScores.of(scores);
  }

  static Selection select(
      Architecture architecture, BranchPlan branch, int step, Mask held, Checkpoint weights)
      throws PruningRefused {
    return Selector.select(
        new PlannedCut(architecture, branch, step, held, weights),
        magnitudes(architecture, weights));
  }

  /** The first step, from a dense mask. */
  static Selection.Cut cut(Architecture architecture, BranchPlan branch, Checkpoint weights)
      throws PruningRefused {
    return (Selection.Cut) select(architecture, branch, 1, Mask.ones(architecture), weights);
  }

  /** The first step is refused with a message that holds these parts. */
  static void refused(
      FailureReason reason,
      Architecture architecture,
      BranchPlan branch,
      Checkpoint weights,
      String... parts) {
    assertThatThrownBy(() -> cut(architecture, branch, weights))
        .asInstanceOf(InstanceOfAssertFactories.type(PruningRefused.class))
        .returns(reason, PruningRefused::reason)
        .extracting(PruningRefused::getMessage)
        .asString()
        .contains(parts);
  }

  /** The bits of every layer as text. */
  static List<String> bits(Mask mask) {
    List<String> layers = new ArrayList<>();
    for (LayerMask layer : mask.layers()) {
      StringBuilder bits = new StringBuilder();
      for (int i = 0; i < layer.total(); i++) {
        bits.append(layer.keeps(i) ? 1 : 0);
      }
      layers.add(bits.toString());
    }
    return layers;
  }

  /** Feed-forward networks and recurrent stacks of a few layers. */
  static Architecture any(SplittableRandom random) {
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(3); i++) {
      widths.add(1 + random.nextInt(12));
    }
    if (random.nextBoolean()) {
      return new FeedForward(widths);
    }
    return new RecurrentStack(
        CELLS.get(random.nextInt(CELLS.size())), 4, 1 + random.nextInt(5), widths, 2);
  }

  /**
   * Weights that are often equal.
   *
   * @param different how many different magnitudes there are at most
   */
  static Checkpoint any(Architecture architecture, int different, SplittableRandom random) {
    Map<String, float[]> weights = new LinkedHashMap<>();
    NetworkTensors.maskable(architecture)
        .forEach(
            (name, shape) -> {
              int size = Math.toIntExact(shape.stream().reduce(1L, Math::multiplyExact));
              float[] values = new float[size];
              for (int i = 0; i < values.length; i++) {
                values[i] = (random.nextInt(2 * different) - different) / 8f;
              }
              weights.put(name, values);
            });
    return checkpoint(architecture, weights);
  }

  /** A mask that keeps each weight with a probability of three quarters. */
  static Mask anyMask(Architecture architecture, SplittableRandom random) {
    return new Mask(
        Mask.ones(architecture).layers().stream()
            .map(
                layer -> {
                  BitSet kept = new BitSet();
                  for (int i = 0; i < layer.total(); i++) {
                    kept.set(i, random.nextInt(4) > 0);
                  }
                  return layer.keeping(kept);
                })
            .toList());
  }
}
