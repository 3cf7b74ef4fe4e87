package io.espalier.artifacts.checkpoint;

import io.espalier.artifacts.safetensors.ElementType;
import io.espalier.artifacts.safetensors.StoredTensor;
import io.espalier.plan.Require;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** A named, immutable tensor of floats, the last dimension varying fastest. */
public final class FloatTensor {
  private final String name;
  private final List<Long> shape;
  private final float[] values;

  /**
   * @param values one per element; copied
   * @throws IllegalArgumentException if their number does not fit the shape
   */
  public FloatTensor(String name, List<Long> shape, float[] values) {
    this.name = Require.text("tensor.name", name);
    this.shape = Require.list("tensor.shape", shape);
    this.values = values.clone();
    long needed = this.shape.stream().reduce(1L, Math::multiplyExact);
    if (needed != values.length) {
      throw new IllegalArgumentException(
          name + " has " + values.length + " values, its shape " + shape + " needs " + needed);
    }
  }

  static FloatTensor of(StoredTensor stored) {
    float[] values = new float[stored.data().remaining() / Float.BYTES];
    stored.data().asFloatBuffer().get(values);
    return new FloatTensor(stored.name(), stored.shape(), values);
  }

  StoredTensor stored() {
    ByteBuffer data =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    data.asFloatBuffer().put(values);
    return new StoredTensor(name, ElementType.F32, shape, data);
  }

  /** Name in the checkpoint, such as {@code layer0.weight}. */
  public String name() {
    return name;
  }

  /** Sizes of the dimensions. */
  public List<Long> shape() {
    return shape;
  }

  /** Number of elements. */
  public int size() {
    return values.length;
  }

  /** One element by its position in row-major order. */
  public float value(int index) {
    return values[index];
  }

  /** A copy of all elements in row-major order. */
  public float[] values() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FloatTensor that
        && name.equals(that.name)
        && shape.equals(that.shape)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return name + shape;
  }
}
