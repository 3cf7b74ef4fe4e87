package io.espalier.artifacts.safetensors;

/** The element types in use; a file with any other is refused. */
public enum ElementType {
  /** IEEE 754 single precision, little-endian. */
  F32(Float.BYTES),
  /** Unsigned bytes. */
  U8(1);

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes per element. */
  public int bytes() {
    return bytes;
  }
}
