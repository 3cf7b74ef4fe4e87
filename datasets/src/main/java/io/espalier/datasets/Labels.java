package io.espalier.datasets;

import io.espalier.plan.Require;

/** Labels as they are stored: a byte each. */
final class Labels {
  /** One more than the largest label. */
  static final int MOST_CLASSES = 128;

  private Labels() {}

  static byte[] bytes(int... labels) {
    byte[] bytes = new byte[labels.length];
    for (int i = 0; i < labels.length; i++) {
      Require.within("label of sample " + i, labels[i], 0, MOST_CLASSES - 1);
      bytes[i] = (byte) labels[i];
    }
    return bytes;
  }
}
