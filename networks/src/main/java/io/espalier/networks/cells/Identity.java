package io.espalier.networks.cells;

/** Passes its input on. */
final class Identity implements Operation {

  @Override
  public void forward(Maps input, Maps output) {
    System.arraycopy(input.values(), 0, output.values(), 0, input.values().length);
  }

  @Override
  public void backward(Maps input, Maps output, Maps delta, Maps inputDelta) {
    inputDelta.add(delta);
  }
}
