package io.espalier.networks.structurelearning;

import io.espalier.artifacts.mask.Mask;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Decides during one training which weights there are. Asked before every epoch but the first, and
 * after every batch and every epoch, in order. A weight that a new mask keeps and the one before
 * did not starts at 0.
 */
public interface StructureLearner {

  /** The structure to begin with. */
  Mask begin();

  /**
   * An epoch is about to begin. What comes here is trained before the network is judged or kept.
   *
   * @param epoch from 2; there is no call before the first, which has {@link #begin()}
   * @return the new structure; empty if it stays
   */
  default Optional<Mask> beforeEpoch(int epoch, Insight network) {
    return Optional.empty();
  }

  /**
   * A batch was trained on.
   *
   * @param batch counted from 1 over all epochs
   * @return the new structure; empty if it stays
   */
  default Optional<Mask> afterBatch(long batch, Insight network) {
    return Optional.empty();
  }

  /**
   * All batches of an epoch were trained on.
   *
   * @param epoch from 1
   * @return the new structure; empty if it stays
   */
  default Optional<Mask> afterEpoch(int epoch, Insight network) {
    return Optional.empty();
  }

  /** Strength of an L1 penalty that the maskable weights are to be trained with. */
  default OptionalDouble l1Strength() {
    return OptionalDouble.empty();
  }

  /**
   * Whether the sparsity asked for is reached after an epoch. Before, a fall of the validation
   * accuracy is the price of the sparsity and no reason to end the training.
   */
  default boolean isReached(int epoch) {
    return true;
  }
}
