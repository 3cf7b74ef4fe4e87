package io.espalier.artifacts.checkpoint;

import io.espalier.artifacts.tensors.NetworkTensors;
import io.espalier.artifacts.tensors.TensorSpec;
import io.espalier.plan.Architecture;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Initial weights: weights and biases of a layer with n inputs are drawn uniformly from
 * [-1/sqrt(n), 1/sqrt(n)), which is how PyTorch initialises linear layers. Recurrent blocks are
 * drawn from [-1/sqrt(h), 1/sqrt(h)) for h hidden units, whatever their inputs, and embeddings from
 * the normal distribution N(0, 1), as PyTorch has it; each tensor's {@link TensorSpec} decides.
 *
 * <p>Chosen over the wider interval of He et al. (2015), sqrt(6/n), because magnitude pruning
 * judges weights by what training made of them: wide initial weights that were never needed stay
 * large and are kept. On MNIST with 784-100-10 pruned class-blinded to 80 % that cost 0.3 points.
 *
 * <p>Drawn in the network's order by a {@link SplittableRandom}, so that they depend on nothing but
 * the architecture and the seed, whatever library trains them.
 */
public final class InitialWeights {
  private InitialWeights() {}

  /** The initial checkpoint of a network. */
  public static Checkpoint checkpoint(Architecture architecture, long seed) {
    List<TensorSpec> specs = NetworkTensors.of(architecture);
    SplittableRandom random = new SplittableRandom(seed);
    return new Checkpoint(
        specs.stream()
            .map(spec -> new FloatTensor(spec.name(), spec.shape(), drawn(spec, random)))
            .toList());
  }

  private static float[] drawn(TensorSpec spec, SplittableRandom random) {
    double scale = spec.initial().scale();
    float[] values = new float[Math.toIntExact(spec.elements())];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          (float)
              switch (spec.initial().distribution()) {
                case UNIFORM -> scale * (2 * random.nextDouble() - 1);
                case NORMAL -> scale * random.nextGaussian();
              };
    }
    return values;
  }
}
