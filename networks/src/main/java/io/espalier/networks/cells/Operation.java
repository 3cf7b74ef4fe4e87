package io.espalier.networks.cells;

/** What a node does to its maps. */
interface Operation {

  /** Overwrites the output's inner pixels. */
  void forward(Maps input, Maps output);

  /**
   * Adds to the gradient of the input, and to those of parameters, if there are any.
   *
   * @param delta gradient of the output; may be changed
   */
  void backward(Maps input, Maps output, Maps delta, Maps inputDelta);
}
