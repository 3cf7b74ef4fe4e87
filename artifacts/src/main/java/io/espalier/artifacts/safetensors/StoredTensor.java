package io.espalier.artifacts.safetensors;

import io.espalier.plan.Require;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A tensor as it lies in a file.
 *
 * @param name unique in the file
 * @param type of its elements
 * @param shape sizes of its dimensions, the last one varying fastest; empty for a scalar
 * @param data the elements' bytes: read-only, little-endian
 */
public record StoredTensor(String name, ElementType type, List<Long> shape, ByteBuffer data) {
  public StoredTensor {
    Require.text("tensor.name", name);
    Require.present("tensor.type", type);
    shape = Require.list("tensor.shape", shape);
    data = data.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    long bytes = type.bytes();
    for (long size : shape) {
      Require.atLeast("tensor.shape", size, 0);
      bytes = Math.multiplyExact(bytes, size);
    }
    if (bytes != data.remaining()) {
      throw new IllegalArgumentException(
          name + " has " + data.remaining() + " bytes, its shape " + shape + " needs " + bytes);
    }
  }

  /** A view of the bytes from their start, whoever else is reading them. */
  @Override
  public ByteBuffer data() {
    return data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }
}
