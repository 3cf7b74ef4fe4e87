package io.espalier.networks.recurrent;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.FloatTensor;
import io.espalier.datasets.SequenceSamples;
import io.espalier.plan.Architecture;
import io.espalier.plan.Architecture.GraphRecurrent;
import io.espalier.plan.Architecture.RecurrentStack;
import io.espalier.plan.CellType;
import io.espalier.plan.Dag;
import io.espalier.plan.RecurrentBlocks;
import io.espalier.structure.Layering;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The equations written down once more: one sequence at a time, in double precision, straight from
 * the tensors. Shares nothing with the models but the layering.
 */
final class ReferenceNetwork {
  private final Architecture architecture;
  private final Map<String, double[]> tensors = new LinkedHashMap<>();

  ReferenceNetwork(Architecture architecture, Checkpoint checkpoint) {
    this.architecture = architecture;
    for (FloatTensor tensor : checkpoint.tensors()) {
      double[] values = new double[tensor.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = tensor.value(i);
      }
      tensors.put(tensor.name(), values);
    }
  }

  /** The tensors, live: a change counts from the next loss on. */
  Map<String, double[]> tensors() {
    return tensors;
  }

  /** Cross-entropy summed over samples that are one batch. */
  double loss(SequenceSamples samples) {
    double loss = 0;
    for (int sample = 0; sample < samples.size(); sample++) {
      double[] outputs = outputs(samples, sample, samples.longest());
      double sum = 0;
      for (double output : outputs) {
        sum += Math.exp(output);
      }
      loss += Math.log(sum) - outputs[samples.label(sample)];
    }
    return loss;
  }

  /** Outputs after as many steps as the batch has. */
  double[] outputs(SequenceSamples samples, int sample, int steps) {
    double[] table = tensors.get("embedding.weight");
    double[][] inputs = new double[steps][];
    for (int step = 0; step < steps; step++) {
      int token = step < samples.length(sample) ? samples.token(sample, step) : 0;
      inputs[step] = row(table, token, width());
    }
    double[] last =
        architecture instanceof RecurrentStack stack
            ? stack(stack, inputs)
            : graph((GraphRecurrent) architecture, inputs);
    double[] outputs = tensors.get("output.bias").clone();
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] += dot(row(tensors.get("output.weight"), i, last.length), last);
    }
    return outputs;
  }

  private int width() {
    return architecture instanceof RecurrentStack stack
        ? stack.embedding()
        : Layering.of(((GraphRecurrent) architecture).graph()).layers().get(0).size();
  }

  private double[] stack(RecurrentStack network, double[][] inputs) {
    double[][] outputs = inputs;
    for (int layer = 0; layer < network.hidden().size(); layer++) {
      int in = outputs[0].length;
      double[] weights = tensors.get("layer" + layer + ".i2h.weight");
      outputs =
          block(network.cell(), "layer" + layer, network.hidden().get(layer), in, weights, outputs);
    }
    return outputs[outputs.length - 1];
  }

  private double[] graph(GraphRecurrent network, double[][] inputs) {
    Layering layering = Layering.of(network.graph());
    List<List<Integer>> layers = layering.layers();
    int steps = inputs.length;
    double[][] nodes = new double[steps][network.graph().nodes()];
    int sources = layers.get(0).size();
    double[][] first =
        block(network.cell(), "layer0", sources, sources, tensors.get("layer0.i2h.weight"), inputs);
    add(first, layers.get(0), nodes);
    for (int layer = 1; layer < layers.size(); layer++) {
      Map<String, List<Dag.Edge>> blocks = new LinkedHashMap<>();
      for (Layering.Block block : layering.blocks(layer)) {
        String name =
            network.blocks() == RecurrentBlocks.SINGLE
                ? "layer" + layer
                : "layer" + layer + ".from" + block.source();
        blocks.computeIfAbsent(name, n -> new ArrayList<>()).addAll(block.edges());
      }
      List<Integer> own = layers.get(layer);
      for (Map.Entry<String, List<Dag.Edge>> block : blocks.entrySet()) {
        double[] weights = scattered(network, block.getKey(), block.getValue(), own);
        int in = network.graph().nodes();
        add(block(network.cell(), block.getKey(), own.size(), in, weights, nodes), own, nodes);
      }
    }
    List<Integer> last = layers.get(layers.size() - 1);
    return last.stream().mapToDouble(node -> nodes[steps - 1][node]).toArray();
  }

  /** The weights of edges as a matrix from all nodes. */
  private double[] scattered(
      GraphRecurrent network, String block, List<Dag.Edge> edges, List<Integer> own) {
    double[] weights = tensors.get(block + ".i2h.weight");
    int nodes = network.graph().nodes();
    double[] dense = new double[network.cell().gates() * own.size() * nodes];
    for (int gate = 0; gate < network.cell().gates(); gate++) {
      for (int i = 0; i < edges.size(); i++) {
        int row = gate * own.size() + own.indexOf(edges.get(i).to());
        dense[row * nodes + edges.get(i).from()] = weights[gate * edges.size() + i];
      }
    }
    return dense;
  }

  private static void add(double[][] outputs, List<Integer> own, double[][] nodes) {
    for (int step = 0; step < outputs.length; step++) {
      for (int unit = 0; unit < own.size(); unit++) {
        nodes[step][own.get(unit)] += outputs[step][unit];
      }
    }
  }

  private double[][] block(
      CellType cell, String name, int units, int in, double[] weights, double[][] inputs) {
    double[] recurrent = tensors.get(name + ".h2h.weight");
    double[] inputBias = tensors.get(name + ".i2h.bias");
    double[] recurrentBias = tensors.get(name + ".h2h.bias");
    int rows = cell.gates() * units;
    double[][] outputs = new double[inputs.length][];
    double[] hidden = new double[units];
    double[] state = new double[units];
    for (int step = 0; step < inputs.length; step++) {
      double[] x = inputBias.clone();
      double[] h = recurrentBias.clone();
      for (int row = 0; row < rows; row++) {
        x[row] += dot(row(weights, row, in), inputs[step]);
        h[row] += dot(row(recurrent, row, units), hidden);
      }
      double[] next = new double[units];
      for (int u = 0; u < units; u++) {
        next[u] = cell(cell, units, u, x, h, hidden[u], state);
      }
      hidden = next;
      outputs[step] = hidden;
    }
    return outputs;
  }

  private static double cell(
      CellType cell, int n, int u, double[] x, double[] h, double before, double[] state) {
    return switch (cell) {
      case TANH -> Math.tanh(x[u] + h[u]);
      case RELU -> Math.max(0, x[u] + h[u]);
      case LSTM -> {
        double in = sigmoid(x[u] + h[u]);
        double forget = sigmoid(x[n + u] + h[n + u]);
        double candidate = Math.tanh(x[2 * n + u] + h[2 * n + u]);
        double out = sigmoid(x[3 * n + u] + h[3 * n + u]);
        state[u] = forget * state[u] + in * candidate;
        yield out * Math.tanh(state[u]);
      }
      case GRU -> {
        double reset = sigmoid(x[u] + h[u]);
        double update = sigmoid(x[n + u] + h[n + u]);
        double fresh = Math.tanh(x[2 * n + u] + reset * h[2 * n + u]);
        yield (1 - update) * fresh + update * before;
      }
    };
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static double[] row(double[] matrix, int row, int columns) {
    double[] values = new double[columns];
    System.arraycopy(matrix, row * columns, values, 0, columns);
    return values;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
