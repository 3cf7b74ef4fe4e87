package io.espalier.networks.loop;

import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.artifacts.mask.Mask;
import io.espalier.campaign.DatasetShape;
import io.espalier.campaign.SampleShape;
import io.espalier.datasets.Dataset;
import io.espalier.datasets.VectorSamples;
import io.espalier.networks.training.TrainingRun;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.EarlyStopping;
import io.espalier.plan.LearningRateSchedule;
import io.espalier.plan.Optimizer;
import io.espalier.plan.StructureLearning;
import io.espalier.plan.TrainingOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** A small problem: the class is the strongest of three groups of inputs. */
final class Small {
  static final int INPUTS = 12;
  static final int BATCH = 16;
  static final FeedForward NETWORK = new FeedForward(List.of(INPUTS, 3));
  static final Dataset DATASET =
      new Dataset(
          new DatasetShape("small", new SampleShape.Vector(INPUTS), 3),
          samples(1, 200),
          samples(2, 100),
          samples(3, 100));

  private Small() {}

  static EngineNetwork<FeedForward> network() {
    return new EngineNetwork<>(SoftmaxModel::new, NETWORK, InitialWeights.checkpoint(NETWORK, 1));
  }

  static TrainingRun run(TrainingOptions options) {
    return new TrainingRun(options, options.epochs(), 5, 0, Optional.empty());
  }

  static TrainingRun retraining(TrainingOptions options, Mask mask) {
    return new TrainingRun(options, options.epochs(), 5, 1, Optional.of(mask));
  }

  static TrainingOptions adam(
      int epochs,
      Optional<Double> dropout,
      Optional<LearningRateSchedule> schedule,
      Optional<EarlyStopping> stopping,
      Optional<StructureLearning> structure) {
    return new TrainingOptions(
        0.02,
        0,
        BATCH,
        epochs,
        Optimizer.ADAM,
        Optional.of(0.001),
        Optional.of(1.0),
        dropout,
        schedule,
        stopping,
        structure);
  }

  private static VectorSamples samples(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    List<float[]> vectors = new ArrayList<>();
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      float[] vector = new float[INPUTS];
      double[] strength = new double[3];
      for (int j = 0; j < INPUTS; j++) {
        vector[j] = (float) (2 * random.nextDouble() - 1);
        strength[j % 3] += vector[j];
      }
      for (int c = 0; c < 3; c++) {
        labels[i] = strength[c] > strength[labels[i]] ? c : labels[i];
      }
      vectors.add(vector);
    }
    return VectorSamples.of(vectors, labels);
  }
}
