package io.espalier.pruning.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.artifacts.mask.Mask;
import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.CellNetwork;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.Architecture.GraphFeedForward;
import io.espalier.plan.Architecture.GraphRecurrent;
import io.espalier.plan.Architecture.RecurrentStack;
import io.espalier.plan.CellOperation;
import io.espalier.plan.CellType;
import io.espalier.plan.Dag;
import io.espalier.plan.Dag.Edge;
import io.espalier.plan.ImageShape;
import io.espalier.plan.RecurrentBlocks;
import io.espalier.pruning.Families;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FlopsTest {
  private static final Dag CHAIN = new Dag(3, List.of(new Edge(0, 1), new Edge(1, 2)));

  static List<Architecture> families() {
    return Families.all();
  }

  @Test
  void aFeedForwardNetworkTakesTwoPerWeight() {
    assertThat(Flops.dense(new FeedForward(List.of(784, 300, 100, 10))))
        .isEqualTo(2 * (784 * 300 + 300 * 100 + 100 * 10));
    assertThat(Flops.dense(new GraphFeedForward(7, CHAIN, 3))).isEqualTo(2 * (7 + 2 + 3));
  }

  @Test
  void aRecurrentNetworkIsCountedPerTimeStepWithItsOutputOnceAndWithoutLookUps() {
    assertThat(Flops.dense(new RecurrentStack(CellType.GRU, 128, 50, List.of(50, 50, 50), 2)))
        .isEqualTo(2 * (3 * 3 * (50 * 50 + 50 * 50) + 50 * 2));
    assertThat(
            Flops.dense(new GraphRecurrent(CellType.LSTM, 128, CHAIN, RecurrentBlocks.SINGLE, 2)))
        .isEqualTo(2 * (3 * 4 * (1 + 1) + 2));
  }

  @Test
  void aKernelIsAppliedAtEveryPixelOfItsMaps() {
    CellNetwork cells =
        new CellNetwork(
            new ImageShape(3, 8, 4),
            2,
            new Dag(2, List.of(new Edge(0, 1))),
            List.of(CellOperation.CONVOLUTION_3, CellOperation.MAX_POOLING_3),
            5,
            10);

    assertThat(Flops.dense(cells)).isEqualTo(2 * (8 * (3 * 5 * 4 + 5 * 5 * 9) + 5 * 10));
  }

  @ParameterizedTest
  @MethodSource("families")
  void onlyWeightsThatAreKeptCount(Architecture family) {
    Mask ones = Mask.ones(family);
    Mask none = new Mask(ones.layers().stream().map(layer -> layer.keeping(new BitSet())).toList());
    boolean fixedOutput = family instanceof RecurrentStack || family instanceof GraphRecurrent;

    assertThat(Flops.of(family, ones)).isEqualTo(Flops.dense(family)).isPositive();
    assertThat(Flops.of(family, none) > 0).isEqualTo(fixedOutput);
  }
}
