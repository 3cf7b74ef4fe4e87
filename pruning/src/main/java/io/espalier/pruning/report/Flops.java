package io.espalier.pruning.report;

import io.espalier.artifacts.mask.Mask;
import io.espalier.artifacts.tensors.NetworkTensors;
import io.espalier.artifacts.tensors.TensorSpec;
import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.CellNetwork;

/**
 * Floating-point operations of a forward pass: two (a multiplication and an addition) for every
 * weight and every place where it is applied, as ShrinkBench counts them (Blalock et al. 2020,
 * arXiv 2003.03033). O(kept weights).
 *
 * <p>Per sample; of recurrent networks per time step of a sequence, the output counted once. A
 * convolution's weight is applied at every pixel of its maps, borders included. Weights that no
 * mask covers, such as a recurrent network's output, count in the dense and in the pruned network;
 * the look-up of an embedding, biases, activations and pooling count as nothing.
 */
public final class Flops {
  private static final long PER_WEIGHT = 2;
  private static final String EMBEDDING = "embedding.weight";
  private static final String OUTPUT = "output.weight";

  private Flops() {}

  /** Of the dense network. */
  public static long dense(Architecture architecture) {
    return of(architecture, Mask.ones(architecture));
  }

  /** Counting only the weights that are kept. */
  public static long of(Architecture architecture, Mask mask) {
    long operations = 0;
    for (TensorSpec tensor : NetworkTensors.of(architecture)) {
      operations += PER_WEIGHT * weights(tensor, mask) * places(architecture, tensor.name());
    }
    return operations;
  }

  private static long weights(TensorSpec tensor, Mask mask) {
    if (tensor.maskable()) {
      return mask.layer(tensor.name()).kept();
    }
    boolean multiplies = tensor.name().endsWith(".weight") && !tensor.name().equals(EMBEDDING);
    return multiplies ? tensor.elements() : 0;
  }

  private static long places(Architecture architecture, String tensor) {
    return architecture.match(
        a -> 1L, a -> 1L, a -> 1L, a -> 1L, cells -> tensor.equals(OUTPUT) ? 1L : pixels(cells));
  }

  private static long pixels(CellNetwork cells) {
    long rows = cells.input().height() / cells.patch();
    return rows * (cells.input().width() / cells.patch());
  }
}
