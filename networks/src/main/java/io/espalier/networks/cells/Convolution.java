package io.espalier.networks.cells;

/** A convolution, then ReLU. */
record Convolution(Kernel kernel) implements Operation {

  @Override
  public void forward(Maps input, Maps output) {
    kernel.forward(input, output);
    float[] values = output.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(0, values[i]);
    }
  }

  @Override
  public void backward(Maps input, Maps output, Maps delta, Maps inputDelta) {
    float[] values = output.values();
    float[] slopes = delta.values();
    for (int i = 0; i < values.length; i++) {
      slopes[i] = values[i] > 0 ? slopes[i] : 0;
    }
    kernel.accumulate(input, delta);
    kernel.backward(delta, inputDelta);
  }
}
