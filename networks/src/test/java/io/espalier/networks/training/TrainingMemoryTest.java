package io.espalier.networks.training;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.Architecture.GraphFeedForward;
import io.espalier.plan.Architecture.RecurrentStack;
import io.espalier.plan.CellType;
import io.espalier.plan.Dag;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingMemoryTest {

  @Test
  void usualTrainingsAreNotRefused() {
    assertThatCode(() -> TrainingMemory.require(new FeedForward(List.of(784, 300, 100, 10)), 64))
        .doesNotThrowAnyException();
    assertThatCode(() -> TrainingMemory.require(new FeedForward(List.of(784, 100, 10)), 10_000))
        .doesNotThrowAnyException();
  }

  @Test
  void activationsOfALargeBatchCountButNotThoseOfASmallOne() {
    FeedForward wide = new FeedForward(List.of(2, 500_000, 2));

    TrainingMemory.require(wide, 1);

    assertThatThrownBy(() -> TrainingMemory.require(wide, 10_000))
        .isInstanceOf(UnbuildableNetwork.class)
        .hasMessageMatching(
            "training 2-500000-2 in batches of 10000 needs about 763\\d\\d MB,"
                + " this process may use \\d+ MB \\(-Xmx\\)");
  }

  @Test
  void theNodesOfAGraphAreUnitsToo() {
    Dag dag = new Dag(2, List.of(new Dag.Edge(0, 1)));

    assertThatThrownBy(
            () -> TrainingMemory.require(new GraphFeedForward(5_000_000, dag, 2), 10_000))
        .isInstanceOf(UnbuildableNetwork.class)
        .hasMessageContaining("needs about 763");
  }

  @Test
  void tensorsThatNoMaskCoversCount() {
    RecurrentStack embeds = new RecurrentStack(CellType.TANH, 2_000_000_000, 2_000, List.of(2), 2);

    assertThatThrownBy(() -> TrainingMemory.require(embeds))
        .isInstanceOf(UnbuildableNetwork.class)
        .hasMessageContaining("MB (-Xmx)");
  }
}
