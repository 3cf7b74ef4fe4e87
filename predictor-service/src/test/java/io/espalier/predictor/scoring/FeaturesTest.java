package io.espalier.predictor.scoring;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.espalier.plan.StepRef;
import io.espalier.plan.TrainingOptions;
import io.espalier.plan.TrialPlan;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FeaturesTest {
  private static final Dag PATH = new Dag(3, List.of(new Edge(0, 1), new Edge(1, 2)));
  private static final Dag TRIANGLE =
      new Dag(3, List.of(new Edge(0, 1), new Edge(0, 2), new Edge(1, 2)));

  static Stream<Architecture> everyFamily() {
    return Stream.of(
        new FeedForward(List.of(4, 3, 2)),
        new GraphFeedForward(4, TRIANGLE, 2),
        new RecurrentStack(CellType.GRU, 128, 50, List.of(50, 50), 2),
        recurrent(CellType.LSTM, TRIANGLE),
        new CellNetwork(
            new ImageShape(3, 8, 8),
            1,
            PATH,
            List.of(
                CellOperation.CONVOLUTION_3, CellOperation.IDENTITY, CellOperation.CONVOLUTION_1),
            4,
            10));
  }

  private static GraphRecurrent recurrent(CellType cell, Dag graph) {
    return new GraphRecurrent(cell, 128, graph, RecurrentBlocks.PER_SOURCE_LAYER, 2);
  }

  private static double[] features(Architecture architecture) {
    TrainingOptions training = TrainingOptions.adam(0.001, 32, 5);
    TrialPlan plan = new TrialPlan("c", "c.1", 1, architecture, "reber", 1, training, List.of());
    return Features.of(plan, StepRef.BASE, new OfGraph());
  }

  @ParameterizedTest
  @MethodSource("everyFamily")
  void everyFamilyHasFiniteFeaturesOfOneWidth(Architecture architecture) {
    assertThat(features(architecture)).hasSameSizeAs(Features.prior());
    assertThat(features(architecture)).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
  }

  @Test
  void graphsAndCellsTellNetworksApart() {
    assertThat(features(recurrent(CellType.GRU, PATH)))
        .isNotEqualTo(features(recurrent(CellType.GRU, TRIANGLE)));
    assertThat(features(recurrent(CellType.GRU, PATH)))
        .isNotEqualTo(features(recurrent(CellType.LSTM, PATH)));
  }
}
