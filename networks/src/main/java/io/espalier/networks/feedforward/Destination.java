package io.espalier.networks.feedforward;

import io.espalier.networks.engine.Parameter;

/** Where a stage adds the gradients of its parameters. */
enum Destination {
  /** To the gradients, which are to be zero before. */
  GRADIENTS,
  /** To the values themselves: a step of descent, if the loss was scaled by minus the rate. */
  VALUES;

  float[] of(Parameter parameter) {
    return this == GRADIENTS ? parameter.gradients() : parameter.values();
  }
}
