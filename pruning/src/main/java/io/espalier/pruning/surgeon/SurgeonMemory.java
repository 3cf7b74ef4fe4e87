package io.espalier.pruning.surgeon;

import io.espalier.plan.PruningMethod.Criterion;
import io.espalier.pruning.saliency.SaliencyUnusable;
import java.util.List;

/**
 * The memory that the matrices of all layers take, of n^2 numbers each, n being a layer's inputs
 * and the constant. {@link Gram} has one of doubles and one of floats until its layer's turn comes,
 * {@link LayerHessian} two of doubles from then on. Two things may be the most at a time:
 *
 * <ul>
 *   <li>the inversion of a layer: its {@link Gram}, the Hessian, the factor, the factor's inverse
 *       and the inverse, beside the Hessians of the layers before it and the sums of those after it
 *   <li>the surgery on an output of the largest layer: a factor and its inverse, beside all
 *       Hessians
 * </ul>
 */
final class SurgeonMemory {
  private static final long SUMS = Double.BYTES + Float.BYTES;
  private static final long HESSIAN = 2L * Double.BYTES;
  private static final long INVERSION = SUMS + 4L * Double.BYTES;
  private static final long SURGERY = 2L * Double.BYTES;

  private SurgeonMemory() {}

  /**
   * Bytes that are needed at most, all at a time.
   *
   * @param inputs of each layer, without the constant, in the network's order
   */
  static long peak(List<Long> inputs) {
    long after = inputs.stream().mapToLong(SurgeonMemory::elements).sum();
    long before = 0;
    long peak = 0;
    long largest = 0;
    for (long layer : inputs) {
      long elements = elements(layer);
      after -= elements;
      peak = Math.max(peak, before * HESSIAN + elements * INVERSION + after * SUMS);
      before += elements;
      largest = Math.max(largest, elements);
    }
    return Math.max(peak, before * HESSIAN + largest * SURGERY);
  }

  /**
   * Fails if less is there than {@link #peak}.
   *
   * @param available bytes
   */
  static void require(List<Long> inputs, long available) throws SaliencyUnusable {
    long needed = peak(inputs);
    if (needed > available) {
      throw new SaliencyUnusable(
          Criterion.OPTIMAL_BRAIN_SURGEON
              + " needs "
              + needed
              + " bytes for the Hessians of layers with "
              + inputs
              + " inputs, allowed: the "
              + available
              + " bytes that the heap may have");
    }
  }

  private static long elements(long inputs) {
    return (inputs + 1) * (inputs + 1);
  }
}
