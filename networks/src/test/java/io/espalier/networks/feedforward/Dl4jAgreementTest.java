package io.espalier.networks.feedforward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.artifacts.mask.Mask;
import io.espalier.datasets.Dataset;
import io.espalier.datasets.DatasetCatalogue;
import io.espalier.events.Quality;
import io.espalier.networks.dl4j.Dl4jTrainer;
import io.espalier.networks.engine.Batch;
import io.espalier.networks.engine.Dropout;
import io.espalier.networks.engine.Evaluation;
import io.espalier.networks.engine.Model;
import io.espalier.networks.kernels.Kernels;
import io.espalier.networks.training.DataOrder;
import io.espalier.networks.training.EpochListener;
import io.espalier.networks.training.TrainableNetwork;
import io.espalier.networks.training.TrainingRun;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.TrainingOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same weights, batches and steps in DL4J lead to the same network. */
class Dl4jAgreementTest {
  private static final FeedForward NETWORK = new FeedForward(List.of(784, 20, 15, 10));
  private static final int BATCH = 64;
  private static final long SEED = 5;
  private static final double RATE = 0.1;

  @ParameterizedTest
  @CsvSource({"plain,1", "vector,1", "plain,0.6", "vector,0.6", "plain,0.05", "vector,0.05"})
  void aTrainingEndsWhereDl4jEnds(String kernels, double density) {
    Dataset digits =
        new DatasetCatalogue(Path.of("unused")).load("digits-generated").first(600, 200, 200);
    Mask mask = Setting.mask(NETWORK, density, new Random(1));
    Checkpoint initial = mask.applyTo(InitialWeights.checkpoint(NETWORK, 2));

    Model model = new FeedForwardBuilder(Kernels.named(kernels)).build(NETWORK, initial, mask);
    for (int epoch = 1; epoch <= 2; epoch++) {
      train(model, digits, DataOrder.of(SEED, 1, epoch, digits.training().size()));
    }

    try (TrainableNetwork oracle = new Dl4jTrainer().from(NETWORK, initial)) {
      TrainingOptions options = TrainingOptions.sgd(RATE, 0, BATCH, 2);
      oracle.train(
          digits,
          new TrainingRun(options, 2, SEED, 1, Optional.of(mask)),
          metrics -> EpochListener.Continuation.CONTINUE);
      Quality expected = oracle.evaluate(digits);
      Evaluation test = model.evaluate(digits.test());
      assertThat(test.loss()).isCloseTo(expected.testLoss(), within(1e-4));
      assertThat(test.accuracy()).isCloseTo(expected.testAccuracy(), within(0.01));
      Checkpoint end = oracle.checkpoint();
      Setting.values(model)
          .forEach(
              (tensor, values) ->
                  values.forEach(
                      (position, value) ->
                          assertThat(value)
                              .as("%s at %d", tensor, position)
                              .isCloseTo(end.tensor(tensor).value(position), within(1e-4f))));
    }
  }

  private static void train(Model model, Dataset dataset, int[] order) {
    for (int from = 0; from < order.length; from += BATCH) {
      int to = Math.min(order.length, from + BATCH);
      model.descend(new Batch(dataset.training(), order, from, to), Dropout.NONE, (float) RATE);
    }
  }
}
