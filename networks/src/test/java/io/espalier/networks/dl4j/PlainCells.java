package io.espalier.networks.dl4j;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.FloatTensor;
import io.espalier.plan.Architecture.CellNetwork;
import io.espalier.plan.CellOperation;
import io.espalier.plan.Dag;

/** A cell network written out in doubles, slow and without a library. */
final class PlainCells {
  private final CellNetwork network;
  private final Checkpoint weights;
  private final int height;
  private final int width;

  PlainCells(CellNetwork network, Checkpoint weights) {
    this.network = network;
    this.weights = weights;
    this.height = network.input().height() / network.patch();
    this.width = network.input().width() / network.patch();
  }

  /** Cross-entropy of one image. */
  double loss(float[] image, int label) {
    double[] logits = logits(image);
    double sum = 0;
    for (double logit : logits) {
      sum += Math.exp(logit);
    }
    return Math.log(sum) - logits[label];
  }

  private double[] logits(float[] image) {
    double[][][] stem = stem(image);
    double[][][][] maps = new double[network.graph().nodes()][][][];
    double[][][] sinks = new double[network.channels()][height][width];
    for (int node = 0; node < maps.length; node++) {
      double[][][] input = new double[network.channels()][height][width];
      boolean source = true;
      boolean sink = true;
      for (Dag.Edge edge : network.graph().edges()) {
        if (edge.to() == node) {
          add(maps[edge.from()], input);
          source = false;
        }
        sink &= edge.from() != node;
      }
      maps[node] = apply(node, source ? stem : input);
      if (sink) {
        add(maps[node], sinks);
      }
    }
    FloatTensor weight = weights.tensor("output.weight");
    double[] logits = new double[network.classes()];
    for (int c = 0; c < logits.length; c++) {
      logits[c] = weights.tensor("output.bias").value(c);
      for (int k = 0; k < network.channels(); k++) {
        logits[c] += weight.value(c * network.channels() + k) * mean(sinks[k]);
      }
    }
    return logits;
  }

  private double[][][] stem(float[] image) {
    int patch = network.patch();
    int channels = network.input().channels();
    FloatTensor kernel = weights.tensor("stem.weight");
    double[][][] maps = new double[network.channels()][height][width];
    for (int out = 0; out < maps.length; out++) {
      for (int y = 0; y < height * patch; y++) {
        for (int x = 0; x < width * patch; x++) {
          for (int in = 0; in < channels; in++) {
            int at = ((out * channels + in) * patch + y % patch) * patch + x % patch;
            maps[out][y / patch][x / patch] +=
                kernel.value(at) * image[(in * height * patch + y) * width * patch + x];
          }
        }
      }
      for (double[] row : maps[out]) {
        for (int x = 0; x < width; x++) {
          row[x] += weights.tensor("stem.bias").value(out);
        }
      }
    }
    return maps;
  }

  private double[][][] apply(int node, double[][][] in) {
    CellOperation operation = network.operations().get(node);
    if (operation == CellOperation.IDENTITY) {
      return in;
    }
    double[][][] out = new double[in.length][height][width];
    for (int map = 0; map < out.length; map++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          out[map][y][x] =
              operation.convolves()
                  ? convolved(node, operation.size(), in, map, y, x)
                  : pooled(operation, in[map], y, x);
        }
      }
    }
    return out;
  }

  private double convolved(int node, int size, double[][][] in, int out, int y, int x) {
    FloatTensor kernel = weights.tensor("node" + node + ".weight");
    double sum = weights.tensor("node" + node + ".bias").value(out);
    for (int map = 0; map < in.length; map++) {
      for (int ky = 0; ky < size; ky++) {
        for (int kx = 0; kx < size; kx++) {
          int row = y + ky - size / 2;
          int column = x + kx - size / 2;
          if (isInside(row, column)) {
            int at = ((out * in.length + map) * size + ky) * size + kx;
            sum += kernel.value(at) * in[map][row][column];
          }
        }
      }
    }
    return Math.max(0, sum);
  }

  private double pooled(CellOperation operation, double[][] map, int y, int x) {
    double largest = Double.NEGATIVE_INFINITY;
    double sum = 0;
    int pixels = 0;
    for (int row = y - 1; row <= y + 1; row++) {
      for (int column = x - 1; column <= x + 1; column++) {
        if (isInside(row, column)) {
          largest = Math.max(largest, map[row][column]);
          sum += map[row][column];
          pixels++;
        }
      }
    }
    return operation == CellOperation.MAX_POOLING_3 ? largest : sum / pixels;
  }

  private boolean isInside(int row, int column) {
    return row >= 0 && row < height && column >= 0 && column < width;
  }

  private double mean(double[][] map) {
    double sum = 0;
    for (double[] row : map) {
      for (double value : row) {
        sum += value;
      }
    }
    return sum / (height * width);
  }

  private static void add(double[][][] maps, double[][][] to) {
    for (int map = 0; map < maps.length; map++) {
      for (int y = 0; y < maps[map].length; y++) {
        for (int x = 0; x < maps[map][y].length; x++) {
          to[map][y][x] += maps[map][y][x];
        }
      }
    }
  }
}
