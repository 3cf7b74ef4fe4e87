package io.espalier.plan;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a node of a convolutional cell network does to its feature maps; size is kept. */
public enum CellOperation {
  /** Passes its input on. */
  IDENTITY("identity"),
  /** 1 x 1 convolution, then ReLU. */
  CONVOLUTION_1("conv-1x1"),
  /** 3 x 3 convolution, then ReLU. */
  CONVOLUTION_3("conv-3x3"),
  /** 5 x 5 convolution, then ReLU. */
  CONVOLUTION_5("conv-5x5"),
  /** Maximum over 3 x 3. */
  MAX_POOLING_3("max-pool-3x3"),
  /** Mean over 3 x 3. */
  AVERAGE_POOLING_3("avg-pool-3x3");

  private final String wireName;

  CellOperation(String wireName) {
    this.wireName = wireName;
  }

  /** The name in campaign files, events, REST and UI. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
