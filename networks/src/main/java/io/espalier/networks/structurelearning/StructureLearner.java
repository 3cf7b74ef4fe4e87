package io.espalier.networks.structurelearning;

import io.espalier.networks.mask.Mask;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Decides during one training which weights there are. Asked after every batch and every epoch, in
 * order. A weight that a new mask keeps and the one before did not starts at 0.
 */
public interface StructureLearner {

  /** The structure to begin with. */
  Mask begin();

  /**
   * A batch was trained on.
   *
   * @param batch counted from 1 over all epochs
   * @return the new structure; empty if it stays
   */
  Optional<Mask> afterBatch(long batch, Insight network);

  /**
   * All batches of an epoch were trained on.
   *
   * @param epoch from 1
   * @return the new structure; empty if it stays
   */
  Optional<Mask> afterEpoch(int epoch, Insight network);

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
