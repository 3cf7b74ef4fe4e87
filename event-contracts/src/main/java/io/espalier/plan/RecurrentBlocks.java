package io.espalier.plan;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a layer of a recurrent network on a graph takes in its source layers. */
public enum RecurrentBlocks {
  /**
   * One recurrent block with hidden-to-hidden weights, biases and state of its own per source
   * layer; the layer's output is the sum of its blocks' outputs. As in the paper's study 3.
   */
  PER_SOURCE_LAYER("per-source-layer"),
  /**
   * One recurrent block that reads all source layers together. Its edges are ordered as the blocks
   * per source layer would be one after the other: the nearest source layer first, within one by
   * target, then by source node.
   */
  SINGLE("single");

  private final String wireName;

  RecurrentBlocks(String wireName) {
    this.wireName = wireName;
  }

  /** The name in campaign files, events, REST and UI. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
