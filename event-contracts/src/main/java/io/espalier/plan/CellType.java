package io.espalier.plan;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Recurrent cells by PyTorch's equations, each with an input-to-hidden and a hidden-to-hidden bias.
 * Rows of the weight matrices are grouped by gate in the order given here.
 */
public enum CellType {
  /** h' = tanh(Wi x + bi + Wh h + bh). */
  TANH("rnn-tanh", 1),
  /** h' = max(0, Wi x + bi + Wh h + bh). */
  RELU("rnn-relu", 1),
  /** Gates input, forget, cell, output; c' = f c + i g, h' = o tanh(c'). */
  LSTM("lstm", 4),
  /** Gates reset, update, new; n = tanh(Win x + bin + r (Whn h + bhn)), h' = (1 - z) n + z h. */
  GRU("gru", 3);

  private final String wireName;
  private final int gates;

  CellType(String wireName, int gates) {
    this.wireName = wireName;
    this.gates = gates;
  }

  /** The name in campaign files, events, REST and UI. */
  @JsonValue
  public String wireName() {
    return wireName;
  }

  /** Rows of the weight matrices per hidden unit. */
  public int gates() {
    return gates;
  }
}
