package io.espalier.pruning.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.FloatTensor;
import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.artifacts.mask.Mask;
import io.espalier.datasets.Dataset;
import io.espalier.networks.trainer.Networks;
import io.espalier.networks.training.EpochListener;
import io.espalier.networks.training.TrainableNetwork;
import io.espalier.networks.training.TrainingRun;
import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.Architecture.RecurrentStack;
import io.espalier.plan.Optimizer;
import io.espalier.plan.TrainingOptions;
import io.espalier.pruning.Families;
import io.espalier.pruning.units.Shrinking.Smaller;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShrinkingTest {

  static Stream<Architecture> families() {
    return Families.ofUnits();
  }

  @ParameterizedTest
  @MethodSource("families")
  void theShrunkNetworkHasFewerUnitsAndTheSameOutputs(Architecture family) {
    Mask mask = withoutUnits(family, unit -> unit % 3 == 1);
    Checkpoint pruned = mask.applyTo(Shrinking.zeroed(family, initial(family), mask));

    Smaller smaller = Shrinking.shrunk(family, pruned).orElseThrow();

    assertThat(hidden(smaller.architecture())).isEqualTo(hidden(family, unit -> unit % 3 != 1));
    smaller.checkpoint().requireFits(smaller.architecture());
    assertSameOutputs(family, pruned, smaller);
  }

  @ParameterizedTest
  @MethodSource("families")
  void unitsThatWereCutStayExactlyDeadInTraining(Architecture family) {
    Mask mask = withoutUnits(family, unit -> unit % 2 == 0);
    Checkpoint start = Shrinking.zeroed(family, initial(family), mask);

    Checkpoint trained = trained(family, start, mask);

    assertThat(trained).isNotEqualTo(mask.applyTo(start));
    assertThat(Shrinking.zeroed(family, trained, mask)).isEqualTo(trained);
    Smaller smaller = Shrinking.shrunk(family, trained).orElseThrow();
    assertThat(hidden(smaller.architecture())).isEqualTo(hidden(family, unit -> unit % 2 != 0));
    assertSameOutputs(family, trained, smaller);
  }

  @ParameterizedTest
  @MethodSource("families")
  void aLayerWithoutUnitsKeepsADeadOne(Architecture family) {
    Mask mask = withoutUnits(family, unit -> true);
    Checkpoint pruned = mask.applyTo(Shrinking.zeroed(family, initial(family), mask));

    Smaller smaller = Shrinking.shrunk(family, pruned).orElseThrow();

    assertThat(hidden(smaller.architecture())).containsOnly(1);
    assertSameOutputs(family, pruned, smaller);
  }

  @ParameterizedTest
  @MethodSource("families")
  void anUncutNetworkStaysAsItIs(Architecture family) {
    Checkpoint initial = initial(family);

    assertThat(Shrinking.zeroed(family, initial, Mask.ones(family))).isEqualTo(initial);
    assertThat(Shrinking.shrunk(family, initial)).contains(new Smaller(family, initial));
  }

  @Test
  void theUnitsOfGraphsAndCellsCannotBeTakenOut() {
    for (Architecture family : Families.all()) {
      assertThat(Shrinking.shrunk(family, initial(family)).isPresent())
          .isEqualTo(family instanceof FeedForward || family instanceof RecurrentStack);
    }
  }

  private static Checkpoint initial(Architecture family) {
    Checkpoint drawn = InitialWeights.checkpoint(family, 5);
    return new Checkpoint(
        drawn.tensors().stream().map(t -> t.name().endsWith("bias") ? shifted(t) : t).toList());
  }

  /** Biases far from zero, so that a unit that is still there cannot be missed. */
  private static FloatTensor shifted(FloatTensor bias) {
    float[] values = bias.values();
    for (int i = 0; i < values.length; i++) {
      values[i] += 0.5f;
    }
    return new FloatTensor(bias.name(), bias.shape(), values);
  }

  private static Mask withoutUnits(Architecture family, IntPredicate cut) {
    Mask mask = Mask.ones(family);
    for (UnitLayer layer : UnitLayers.of(family)) {
      for (int unit = 0; unit < layer.units(); unit++) {
        if (cut.test(unit)) {
          mask = without(mask, layer, unit);
        }
      }
    }
    return mask;
  }

  private static Mask without(Mask mask, UnitLayer layer, int unit) {
    return new Mask(
        mask.layers().stream()
            .map(
                tensor -> {
                  BitSet kept = tensor.bits();
                  kept.andNot(layer.weights(unit).getOrDefault(tensor.layer(), new BitSet()));
                  return tensor.keeping(kept);
                })
            .toList());
  }

  private static Checkpoint trained(Architecture family, Checkpoint start, Mask mask) {
    TrainingOptions options =
        new TrainingOptions(
            0.02,
            0,
            8,
            4,
            Optimizer.ADAM,
            Optional.of(1e-3),
            Optional.of(1.0),
            Optional.of(0.1),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    try (TrainableNetwork network = new Networks().from(family, start)) {
      network.train(
          Families.dataset(family),
          new TrainingRun(options, 4, 3, 1, Optional.of(mask)),
          EpochListener.NONE);
      return network.checkpoint();
    }
  }

  private static void assertSameOutputs(
      Architecture family, Checkpoint checkpoint, Smaller smaller) {
    try (TrainableNetwork large = new Networks().from(family, checkpoint);
        TrainableNetwork small =
            new Networks().from(smaller.architecture(), smaller.checkpoint())) {
      for (Dataset single : Families.singles(family)) {
        assertThat(small.evaluate(single).testLoss())
            .isEqualTo(large.evaluate(single).testLoss(), within(1e-6));
      }
    }
  }

  private static List<Integer> hidden(Architecture family) {
    return UnitLayers.of(family).stream().map(UnitLayer::units).toList();
  }

  private static List<Integer> hidden(Architecture family, IntPredicate kept) {
    return UnitLayers.of(family).stream()
        .map(layer -> (int) IntStream.range(0, layer.units()).filter(kept).count())
        .toList();
  }
}
