package io.espalier.networks.recurrent;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.FloatTensor;
import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.datasets.Dataset;
import io.espalier.datasets.DatasetCatalogue;
import io.espalier.networks.trainer.Networks;
import io.espalier.networks.training.EpochListener.Continuation;
import io.espalier.networks.training.TrainableNetwork;
import io.espalier.networks.training.TrainingRun;
import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.GraphRecurrent;
import io.espalier.plan.Architecture.RecurrentStack;
import io.espalier.plan.CellType;
import io.espalier.plan.Dag;
import io.espalier.plan.RecurrentBlocks;
import io.espalier.plan.TrainingOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whole trainings on strings of the Reber grammar. */
class RecurrentTrainingTest {
  private static final Dataset REBER =
      new DatasetCatalogue(Path.of("unused")).load("reber").first(3_000, 500, 500);

  @Test
  void aStackLearnsTheReberGrammar() {
    Architecture network = new RecurrentStack(CellType.GRU, 128, 16, List.of(24), 2);
    try (TrainableNetwork trained = new Networks().initialised(network, 1)) {
      trained.train(
          REBER,
          new TrainingRun(TrainingOptions.adam(0.01, 32, 5), 5, 1, 0, Optional.empty()),
          metrics -> Continuation.CONTINUE);

      assertThat(trained.evaluate(REBER).testAccuracy()).isGreaterThan(0.85);
    }
  }

  @Test
  void whatIsPrunedStaysExactlyZeroAndTheRestRepeatsToTheBit() {
    Dag dag = Fixtures.dag(12, 0.4, new Random(2));
    Architecture network =
        new GraphRecurrent(CellType.LSTM, 128, dag, RecurrentBlocks.PER_SOURCE_LAYER, 2);
    Mask mask = Fixtures.mask(network, 0.3, new Random(3));

    Checkpoint once = retrained(network, mask);

    assertThat(retrained(network, mask)).isEqualTo(once);
    for (LayerMask layer : mask.layers()) {
      FloatTensor tensor = once.tensor(layer.layer());
      for (int i = 0; i < tensor.size(); i++) {
        assertThat(tensor.value(i) == 0).as("%s[%d]", layer, i).isEqualTo(!layer.keeps(i));
      }
    }
  }

  private static Checkpoint retrained(Architecture network, Mask mask) {
    try (TrainableNetwork trained = new Networks().initialised(network, 1)) {
      trained.train(
          REBER.first(640, 100, 100),
          new TrainingRun(TrainingOptions.adam(0.01, 64, 2), 2, 1, 1, Optional.of(mask)),
          metrics -> Continuation.CONTINUE);
      return trained.checkpoint();
    }
  }
}
