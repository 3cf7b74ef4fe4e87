package io.espalier.networks.structurelearning;

import io.espalier.artifacts.mask.Mask;
import java.util.Map;

/** A network under training as a {@link StructureLearner} may look at it. */
public interface Insight {

  /** The weights that are there now. */
  Mask mask();

  /**
   * The present weights of each maskable tensor in row-major order, 0 where none is; copies. O(n)
   * for n weights of the dense network.
   */
  Map<String, float[]> weights();

  /**
   * The mean gradient of the last batch (before an epoch: of its first) for each maskable tensor in
   * row-major order, also of weights that are not there; without dropout. As much work as one batch
   * of the dense network.
   */
  Map<String, float[]> gradients();
}
