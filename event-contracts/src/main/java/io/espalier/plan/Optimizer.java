package io.espalier.plan;

import com.fasterxml.jackson.annotation.JsonValue;

/** How gradients become updates. */
public enum Optimizer {
  /** Gradient descent with PyTorch's momentum: v := momentum v + g, w := w - rate v. */
  SGD("sgd"),
  /** Kingma and Ba, 2015, with beta1 0.9, beta2 0.999 and epsilon 1e-8, as PyTorch has it. */
  ADAM("adam");

  private final String wireName;

  Optimizer(String wireName) {
    this.wireName = wireName;
  }

  /** The name in campaign files, events, REST and UI. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
