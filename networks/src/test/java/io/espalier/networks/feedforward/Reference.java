package io.espalier.networks.feedforward;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.datasets.VectorSamples;
import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.FeedForward;
import io.espalier.plan.Architecture.GraphFeedForward;
import io.espalier.plan.Dag;
import io.espalier.structure.Layering;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The networks once more, in double precision, unit by unit, weights by name. */
final class Reference {
  private final Architecture architecture;
  private final Map<String, double[]> tensors = new HashMap<>();

  Reference(Architecture architecture, Checkpoint checkpoint) {
    this.architecture = architecture;
    checkpoint
        .tensors()
        .forEach(
            tensor -> {
              double[] values = new double[tensor.size()];
              for (int i = 0; i < values.length; i++) {
                values[i] = tensor.value(i);
              }
              tensors.put(tensor.name(), values);
            });
  }

  /** The mean loss's slope by one weight: a central difference. */
  double slope(String tensor, int position, VectorSamples samples) {
    double width = 1e-6;
    double[] values = tensors.get(tensor);
    double value = values[position];
    values[position] = value + width;
    double above = loss(samples);
    values[position] = value - width;
    double below = loss(samples);
    values[position] = value;
    return (above - below) / (2 * width);
  }

  /** The mean loss's second derivative by one weight: a central difference of slopes. */
  double curvature(String tensor, int position, VectorSamples samples) {
    double width = 1e-5;
    double[] values = tensors.get(tensor);
    double value = values[position];
    values[position] = value + width;
    double above = slope(tensor, position, samples);
    values[position] = value - width;
    double below = slope(tensor, position, samples);
    values[position] = value;
    return (above - below) / (2 * width);
  }

  /** The mean cross-entropy. */
  double loss(VectorSamples samples) {
    double sum = 0;
    float[] vector = new float[samples.inputs()];
    for (int i = 0; i < samples.size(); i++) {
      samples.copyInto(i, vector, 0);
      double[] input = new double[vector.length];
      for (int k = 0; k < input.length; k++) {
        input[k] = vector[k];
      }
      double[] outputs = outputs(input);
      double total = 0;
      for (double output : outputs) {
        total += Math.exp(output);
      }
      sum += Math.log(total) - outputs[samples.label(i)];
    }
    return sum / samples.size();
  }

  private double[] outputs(double[] input) {
    if (architecture instanceof FeedForward network) {
      double[] values = input;
      int layers = network.widths().size() - 1;
      for (int layer = 0; layer < layers; layer++) {
        values = linear("layer" + layer, values);
        if (layer < layers - 1) {
          rectify(values);
        }
      }
      return values;
    }
    return throughGraph(((GraphFeedForward) architecture).graph(), input);
  }

  private double[] throughGraph(Dag graph, double[] input) {
    Layering layering = Layering.of(graph);
    double[] ofNode = new double[graph.nodes()];
    double[] values = linear("input", input);
    rectify(values);
    scatter(values, layering.layers().get(0), ofNode);
    for (int layer = 1; layer < layering.layers().size(); layer++) {
      List<Integer> nodes = layering.layers().get(layer);
      values = tensors.get("layer" + layer + ".bias").clone();
      for (Layering.Block block : layering.blocks(layer)) {
        double[] weights = tensors.get("layer" + layer + ".from" + block.source() + ".weight");
        for (int e = 0; e < weights.length; e++) {
          Dag.Edge edge = block.edges().get(e);
          values[nodes.indexOf(edge.to())] += weights[e] * ofNode[edge.from()];
        }
      }
      rectify(values);
      scatter(values, nodes, ofNode);
    }
    return linear("output", values);
  }

  private static void scatter(double[] values, List<Integer> nodes, double[] ofNode) {
    for (int i = 0; i < values.length; i++) {
      ofNode[nodes.get(i)] = values[i];
    }
  }

  private double[] linear(String name, double[] input) {
    double[] sums = tensors.get(name + ".bias").clone();
    double[] weights = tensors.get(name + ".weight");
    for (int out = 0; out < sums.length; out++) {
      for (int in = 0; in < input.length; in++) {
        sums[out] += weights[out * input.length + in] * input[in];
      }
    }
    return sums;
  }

  private static void rectify(double[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(0, values[i]);
    }
  }
}
