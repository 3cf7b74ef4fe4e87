package io.espalier.networks.training;

import io.espalier.networks.checkpoint.Checkpoint;
import io.espalier.networks.checkpoint.FloatTensor;
import io.espalier.networks.checkpoint.ParameterShapes;
import io.espalier.plan.Architecture;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Initial weights after He et al. (2015), uniform variant: weights of a layer with n inputs are
 * drawn from [-sqrt(6/n), sqrt(6/n)), biases are zero.
 *
 * <p>Drawn in the network's order by a {@link SplittableRandom}, so that they depend on nothing but
 * the architecture and the seed, whatever library trains them.
 */
public final class HeInitialisation {
  private HeInitialisation() {}

  /** The initial checkpoint of a network. */
  public static Checkpoint checkpoint(Architecture architecture, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<FloatTensor> tensors = new ArrayList<>();
    ParameterShapes.all(architecture)
        .forEach(
            (name, shape) -> {
              long size = shape.stream().reduce(1L, Math::multiplyExact);
              if (size > Integer.MAX_VALUE - 8) {
                throw new UnbuildableNetwork(name + " would have " + size + " values");
              }
              float[] values = new float[(int) size];
              if (shape.size() == 2) {
                double bound = Math.sqrt(6.0 / shape.get(1));
                for (int i = 0; i < values.length; i++) {
                  values[i] = (float) (bound * (2 * random.nextDouble() - 1));
                }
              }
              tensors.add(new FloatTensor(name, shape, values));
            });
    return new Checkpoint(tensors);
  }
}
