package io.espalier.networks.ranking;

import io.espalier.networks.ranking.Apportionment.Part;
import java.util.List;

/**
 * How many weights the layers of a sparse network keep so that they are the denser, the smaller
 * they are (Mocanu et al., 2018, arXiv 1707.04780; for tensors of any rank Evci et al., 2020, arXiv
 * 1911.11134): the density of a tensor is proportional to the sum of its sizes over their product,
 * (out + in) / (out * in) for a matrix, and 1 at most. A vector (the weights along a graph's edges)
 * counts as a matrix of one row.
 */
public final class ErdosRenyiKernel {
  private ErdosRenyiKernel() {}

  /**
   * A tensor among those that share the weights to keep.
   *
   * @param shape sizes of its dimensions
   * @param most weights that it can keep
   */
  public static Part part(List<Long> shape, long most) {
    long sizes = shape.stream().mapToLong(Long::longValue).sum();
    return new Part(shape.size() == 1 ? sizes + 1 : sizes, Math.toIntExact(most));
  }
}
