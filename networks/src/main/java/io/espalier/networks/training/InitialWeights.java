package io.espalier.networks.training;

import io.espalier.networks.checkpoint.Checkpoint;
import io.espalier.networks.checkpoint.FloatTensor;
import io.espalier.networks.checkpoint.ParameterShapes;
import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.FeedForward;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Initial weights: weights and biases of a layer with n inputs are drawn uniformly from
 * [-1/sqrt(n), 1/sqrt(n)), which is how PyTorch initialises linear layers.
 *
 * <p>Chosen over the wider interval of He et al. (2015), sqrt(6/n), because magnitude pruning
 * judges weights by what training made of them: wide initial weights that were never needed stay
 * large and are kept. On MNIST with 784-100-10 pruned class-blinded to 80 % that cost 0.3 points.
 *
 * <p>Drawn in the network's order by a {@link SplittableRandom}, so that they depend on nothing but
 * the architecture and the seed, whatever library trains them.
 */
public final class InitialWeights {
  /** Copies of all parameters that a training holds at its peak, as floats. */
  private static final int COPIES = 8;

  private InitialWeights() {}

  /**
   * The initial checkpoint of a network.
   *
   * @throws UnbuildableNetwork if training such a network would need more memory than this process
   *     may use
   */
  public static Checkpoint checkpoint(Architecture architecture, long seed) {
    requireMemory(architecture);
    SplittableRandom random = new SplittableRandom(seed);
    List<FloatTensor> tensors = new ArrayList<>();
    List<Integer> widths = ((FeedForward) architecture).widths();
    for (int layer = 0; layer + 1 < widths.size(); layer++) {
      int in = widths.get(layer);
      int out = widths.get(layer + 1);
      double bound = 1 / Math.sqrt(in);
      tensors.add(
          new FloatTensor(
              ParameterShapes.weight(layer),
              List.of((long) out, (long) in),
              drawn(random, Math.multiplyExact(out, in), bound)));
      tensors.add(
          new FloatTensor(
              ParameterShapes.bias(layer), List.of((long) out), drawn(random, out, bound)));
    }
    return new Checkpoint(tensors);
  }

  private static float[] drawn(SplittableRandom random, int count, double bound) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (bound * (2 * random.nextDouble() - 1));
    }
    return values;
  }

  private static void requireMemory(Architecture architecture) {
    long parameters = ((FeedForward) architecture).maskableWeights();
    long megabytes = parameters / (1 << 20) * Float.BYTES * COPIES;
    long allowed = Runtime.getRuntime().maxMemory() >> 20;
    if (megabytes > allowed) {
      throw new UnbuildableNetwork(
          String.format(
              "%s has %d weights; training it needs about %d MB, this process may use %d MB (-Xmx)",
              architecture.label(), parameters, megabytes, allowed));
    }
  }
}
