package io.espalier.artifacts.mask;

import io.espalier.artifacts.safetensors.ElementType;
import io.espalier.artifacts.safetensors.StoredTensor;
import io.espalier.plan.Require;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;

/** Which weights of one tensor are kept: one bit per weight in row-major order. */
public final class LayerMask {
  private final String layer;
  private final List<Long> shape;
  private final BitSet kept;
  private final int total;

  /**
   * @param layer name of the weight tensor
   * @param shape [out, in]
   * @param kept a set bit for each weight that is kept; copied
   */
  public LayerMask(String layer, List<Long> shape, BitSet kept) {
    this.layer = Require.text("mask.layer", layer);
    this.shape = Require.list("mask.shape", shape);
    this.total = Math.toIntExact(this.shape.stream().reduce(1L, Math::multiplyExact));
    this.kept = (BitSet) kept.clone();
    if (kept.length() > total) {
      throw new IllegalArgumentException(
          layer + " keeps weight " + (kept.length() - 1) + ", allowed: 0 to " + (total - 1));
    }
  }

  StoredTensor stored() {
    byte[] bytes = new byte[total];
    for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
      bytes[i] = 1;
    }
    return new StoredTensor(layer, ElementType.U8, shape, ByteBuffer.wrap(bytes));
  }

  /** Name of the weight tensor, such as {@code layer0.weight}. */
  public String layer() {
    return layer;
  }

  /** Shape of the weight tensor, [out, in]. */
  public List<Long> shape() {
    return shape;
  }

  /** Whether the weight at this position of the row-major order is kept. */
  public boolean keeps(int index) {
    return kept.get(index);
  }

  /** Number of weights that are kept. */
  public long kept() {
    return kept.cardinality();
  }

  /** Number of weights of the dense layer. */
  public long total() {
    return total;
  }

  /** A copy of the bits. */
  public BitSet bits() {
    return (BitSet) kept.clone();
  }

  /** The mask of the same layer that keeps these weights. */
  public LayerMask keeping(BitSet others) {
    return new LayerMask(layer, shape, others);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LayerMask that
        && layer.equals(that.layer)
        && shape.equals(that.shape)
        && kept.equals(that.kept);
  }

  @Override
  public int hashCode() {
    return 31 * layer.hashCode() + kept.hashCode();
  }

  @Override
  public String toString() {
    return layer + ": " + kept() + " of " + total;
  }
}
