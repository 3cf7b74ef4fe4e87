package io.espalier.networks.feedforward;

import io.espalier.networks.engine.Dropout;
import io.espalier.networks.engine.Parameter;
import io.espalier.networks.kernels.Kernels;
import io.espalier.networks.kernels.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The units of a graph above its sources: inputs are the outputs of the sources, outputs those of
 * the last layer; skip edges lead over layers in between. One weight per edge, samples in the lanes
 * of vectors.
 */
final class GraphStage implements Stage {
  private final Kernels kernels;
  private final List<GraphLayer> layers;
  private final List<Matrix> outputs = new ArrayList<>();
  private final List<Matrix> deltas = new ArrayList<>();
  private final List<Squares> squares;
  private final Squares sources = new Squares();

  /**
   * @param layers from layer 1 on
   */
  GraphStage(List<GraphLayer> layers, Kernels kernels) {
    this.layers = List.copyOf(layers);
    this.kernels = kernels;
    this.squares = layers.stream().map(layer -> new Squares()).toList();
  }

  @Override
  public Layout layout() {
    return Layout.LANES;
  }

  @Override
  public int units() {
    return layers.get(layers.size() - 1).units();
  }

  @Override
  public List<Parameter> parameters() {
    return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
  }

  @Override
  public void reserve(int samples) {
    outputs.clear();
    deltas.clear();
    for (GraphLayer layer : layers) {
      outputs.add(Layout.LANES.matrix(samples, layer.units()));
      deltas.add(Layout.LANES.matrix(samples, layer.units()));
    }
  }

  @Override
  public Matrix forward(Matrix input, int samples, Dropout dropout) {
    List<Matrix> below = new ArrayList<>(List.of(input));
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).forward(below, outputs.get(i), samples, dropout, kernels);
      below.add(outputs.get(i));
    }
    return outputs.get(layers.size() - 1);
  }

  @Override
  public void backward(Matrix delta, Matrix inputDelta, int samples) {
    List<Matrix> gradients = new ArrayList<>(List.of(inputDelta));
    gradients.addAll(deltas);
    gradients.forEach(gradient -> Arrays.fill(gradient.values(), 0));
    gradients.set(layers.size(), delta);
    for (int i = layers.size() - 1; i >= 0; i--) {
      layers.get(i).backward(i + 1, outputs.get(i), gradients, samples);
    }
  }

  @Override
  public void learn(Matrix input, Matrix delta, int samples, Destination destination) {
    List<Matrix> values = new ArrayList<>(List.of(input));
    values.addAll(outputs);
    for (int i = layers.size() - 1; i >= 0; i--) {
      layers.get(i).learn(values, delta(i, delta), destination, kernels);
    }
  }

  @Override
  public void square(Matrix delta) {
    for (int i = 0; i < layers.size(); i++) {
      squares.get(i).add(delta(i, delta));
    }
  }

  @Override
  public void learnSquares(Matrix input, int samples) {
    List<Matrix> values = new ArrayList<>(List.of(sources.of(input)));
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).learn(values, squares.get(i).take(), Destination.GRADIENTS, kernels);
      values.add(squares.get(i).of(outputs.get(i)));
    }
  }

  /** The last layer's gradients are the caller's. */
  private Matrix delta(int layer, Matrix last) {
    return layer == layers.size() - 1 ? last : deltas.get(layer);
  }
}
