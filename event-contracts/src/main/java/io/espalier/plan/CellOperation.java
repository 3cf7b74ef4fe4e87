package io.espalier.plan;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a node of a convolutional cell network does to its feature maps. Stride is 1 and the maps
 * keep their size: convolutions see zeros beyond the border, pooling does not look there, so that a
 * mean at the border is one of fewer pixels.
 */
public enum CellOperation {
  /** Passes its input on. */
  IDENTITY("identity", 1, false),
  /** 1 x 1 convolution, then ReLU. */
  CONVOLUTION_1("conv-1x1", 1, true),
  /** 3 x 3 convolution, then ReLU. */
  CONVOLUTION_3("conv-3x3", 3, true),
  /** 5 x 5 convolution, then ReLU. */
  CONVOLUTION_5("conv-5x5", 5, true),
  /** Maximum over 3 x 3. */
  MAX_POOLING_3("max-pool-3x3", 3, false),
  /** Mean over 3 x 3. */
  AVERAGE_POOLING_3("avg-pool-3x3", 3, false);

  private final String wireName;
  private final int size;
  private final boolean convolves;

  CellOperation(String wireName, int size, boolean convolves) {
    this.wireName = wireName;
    this.size = size;
    this.convolves = convolves;
  }

  /** Height and width of what it looks at, in pixels; odd. */
  public int size() {
    return size;
  }

  /** Whether it has a kernel of weights. */
  public boolean convolves() {
    return convolves;
  }

  /** The name in campaign files, events, REST and UI. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
