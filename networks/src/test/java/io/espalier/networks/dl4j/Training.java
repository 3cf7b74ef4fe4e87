package io.espalier.networks.dl4j;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.networks.training.TrainingRun;
import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.TrainingOptions;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** What the tests of training share. */
final class Training {
  static final FeedForward SMALL = new FeedForward(List.of(784, 12, 10));

  private Training() {}

  static TrainingRun run(double learningRate, double momentum, int epochs, Optional<Mask> mask) {
    return new TrainingRun(
        TrainingOptions.sgd(learningRate, momentum, 64, 99),
        epochs,
        5,
        mask.isPresent() ? 1 : 0,
        mask);
  }

  /** Keeps about one weight in five. */
  static Mask sparse(Architecture architecture) {
    SplittableRandom random = new SplittableRandom(3);
    List<LayerMask> layers = new ArrayList<>();
    for (LayerMask layer : Mask.ones(architecture).layers()) {
      BitSet kept = new BitSet();
      for (int i = 0; i < layer.total(); i++) {
        kept.set(i, random.nextInt(5) == 0);
      }
      layers.add(new LayerMask(layer.layer(), layer.shape(), kept));
    }
    return new Mask(layers);
  }

  /** How many of the weights that the mask prunes are not exactly zero. */
  static long leaks(Mask mask, Checkpoint checkpoint) {
    long leaks = 0;
    for (LayerMask layer : mask.layers()) {
      for (int i = 0; i < layer.total(); i++) {
        if (!layer.keeps(i) && checkpoint.tensor(layer.layer()).value(i) != 0) {
          leaks++;
        }
      }
    }
    return leaks;
  }
}
