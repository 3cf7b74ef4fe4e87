package io.espalier.networks.cells;

import io.espalier.datasets.VectorSamples;
import io.espalier.networks.engine.Dropout;
import io.espalier.plan.Architecture.CellNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Activations and gradients of as many samples as there are lanes. */
final class Pass {
  private final Cells cells;
  private final int lanes;
  private final float[] image;
  private final Maps patches;
  private final Maps stem;
  private final Maps stemDelta;
  private final List<Maps> inputs = new ArrayList<>();
  private final List<Maps> outputs = new ArrayList<>();
  private final List<Maps> deltas = new ArrayList<>();
  private final Maps inputDelta;
  private final Maps pooled;
  private final Maps pooledDelta;
  private final Maps scores;
  private final float[] factors;

  Pass(Cells cells, int lanes) {
    this.cells = cells;
    this.lanes = lanes;
    CellNetwork network = cells.architecture();
    int channels = network.channels();
    Grid grid = cells.grid();
    image = new float[network.input().values()];
    patches = new Maps(grid, cells.valuesPerPatch(), lanes);
    stem = new Maps(grid, channels, lanes);
    stemDelta = new Maps(grid, channels, lanes);
    for (int node = 0; node < cells.operations().size(); node++) {
      List<Integer> sources = cells.sources(node);
      inputs.add(
          switch (sources.size()) {
            case 0 -> stem;
            case 1 -> outputs.get(sources.get(0));
            default -> new Maps(grid, channels, lanes);
          });
      outputs.add(new Maps(grid, channels, lanes));
      deltas.add(new Maps(grid, channels, lanes));
    }
    inputDelta = new Maps(grid, channels, lanes);
    pooled = new Maps(Grid.POINT, channels, lanes);
    pooledDelta = new Maps(Grid.POINT, channels, lanes);
    scores = new Maps(Grid.POINT, network.classes(), lanes);
    factors = new float[channels * lanes];
  }

  /** Memory of one lane: the maps of the constructor, all of the grid's size. */
  static long floatsPerLane(Cells cells) {
    int nodes = cells.operations().size();
    long sums = IntStream.range(0, nodes).filter(n -> cells.sources(n).size() > 1).count();
    long maps = 3 + 2L * nodes + sums;
    return cells.grid().size() * (cells.valuesPerPatch() + maps * cells.architecture().channels());
  }

  int lanes() {
    return lanes;
  }

  /**
   * Reads images, one per lane; further lanes keep what they have.
   *
   * @param sampleOfLane index of a lane's sample
   */
  void read(VectorSamples samples, int count, IntUnaryOperator sampleOfLane) {
    int patch = cells.architecture().patch();
    int width = cells.architecture().input().width();
    int height = cells.architecture().input().height();
    for (int lane = 0; lane < count; lane++) {
      samples.copyInto(sampleOfLane.applyAsInt(lane), image, 0);
      for (int i = 0; i < image.length; i++) {
        int x = i % width;
        int y = i / width % height;
        int channel = i / width / height;
        int value = (channel * patch + y % patch) * patch + x % patch;
        patches.values()[patches.at(y / patch, x / patch) + value * lanes + lane] = image[i];
      }
    }
  }

  /**
   * Draws what is dropped of the pooled maps.
   *
   * @param first number within the batch of the sample in lane 0
   */
  void drop(Dropout dropout, int first) {
    Arrays.fill(factors, 1);
    if (dropout.share() == 0) {
      return;
    }
    float kept = (float) (1 / (1 - dropout.share()));
    for (int channel = 0; channel < pooled.count(); channel++) {
      for (int lane = 0; lane < lanes; lane++) {
        factors[channel * lanes + lane] = dropout.drops(channel, first + lane) ? 0 : kept;
      }
    }
  }

  /** Fills the scores. */
  void forward() {
    cells.stem().forward(patches, stem);
    for (int node = 0; node < outputs.size(); node++) {
      List<Integer> sources = cells.sources(node);
      if (sources.size() > 1) {
        Maps sum = inputs.get(node);
        sum.clear();
        sources.forEach(source -> sum.add(outputs.get(source)));
      }
      cells.operations().get(node).forward(inputs.get(node), outputs.get(node));
    }
    pool();
    cells.output().forward(pooled, scores);
  }

  private void pool() {
    pooled.clear();
    float[] means = pooled.values();
    Grid grid = stem.grid();
    for (int sink : cells.sinks()) {
      Maps maps = outputs.get(sink);
      for (int y = 0; y < grid.height(); y++) {
        for (int x = 0; x < grid.width(); x++) {
          int at = maps.at(y, x);
          for (int i = 0; i < means.length; i++) {
            means[i] += maps.values()[at + i];
          }
        }
      }
    }
    for (int i = 0; i < means.length; i++) {
      means[i] *= factors[i] / grid.inner();
    }
  }

  /** After {@link #forward} and {@link #differentiate}: adds to the gradients of all parameters. */
  void backward() {
    cells.output().accumulate(pooled, scores);
    pooledDelta.clear();
    cells.output().backward(scores, pooledDelta);
    stemDelta.clear();
    deltas.forEach(Maps::clear);
    unpool();
    for (int node = outputs.size() - 1; node >= 0; node--) {
      inputDelta.clear();
      cells
          .operations()
          .get(node)
          .backward(inputs.get(node), outputs.get(node), deltas.get(node), inputDelta);
      if (cells.sources(node).isEmpty()) {
        stemDelta.add(inputDelta);
      }
      for (int source : cells.sources(node)) {
        deltas.get(source).add(inputDelta);
      }
    }
    cells.stem().accumulate(patches, stemDelta);
  }

  private void unpool() {
    float[] slopes = pooledDelta.values();
    Grid grid = stem.grid();
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] *= factors[i] / grid.inner();
    }
    for (int sink : cells.sinks()) {
      Maps delta = deltas.get(sink);
      for (int y = 0; y < grid.height(); y++) {
        for (int x = 0; x < grid.width(); x++) {
          System.arraycopy(slopes, 0, delta.values(), delta.at(y, x), slopes.length);
        }
      }
    }
  }

  /** Cross-entropy of one lane in nats. */
  double loss(int lane, int label) {
    double greatest = score(best(lane), lane);
    return greatest + Math.log(exponentials(lane, greatest)) - score(label, lane);
  }

  /** The class with the highest score; of equal ones the first. */
  int best(int lane) {
    int best = 0;
    for (int c = 1; c < scores.count(); c++) {
      best = score(c, lane) > score(best, lane) ? c : best;
    }
    return best;
  }

  /** A copy of the scores of all lanes. */
  float[] scores() {
    return scores.values().clone();
  }

  /** Puts scores back that a {@link #differentiate} replaced. */
  void restore(float[] copied) {
    System.arraycopy(copied, 0, scores.values(), 0, copied.length);
  }

  /** The softmax of a lane's scores at a class. */
  double probability(int lane, int label) {
    double greatest = score(best(lane), lane);
    return Math.exp(score(label, lane) - greatest) / exponentials(lane, greatest);
  }

  /**
   * Replaces the scores of a lane by the derivative of its loss, times a factor, by them.
   *
   * @param factor 0 if the lane holds no sample
   */
  void differentiate(int lane, int label, double factor) {
    double greatest = score(best(lane), lane);
    double sum = exponentials(lane, greatest);
    for (int c = 0; c < scores.count(); c++) {
      double probability = Math.exp(score(c, lane) - greatest) / sum;
      scores.values()[c * lanes + lane] =
          factor == 0 ? 0 : (float) (factor * (probability - (c == label ? 1 : 0)));
    }
  }

  private double exponentials(int lane, double greatest) {
    double sum = 0;
    for (int c = 0; c < scores.count(); c++) {
      sum += Math.exp(score(c, lane) - greatest);
    }
    return sum;
  }

  private double score(int label, int lane) {
    return scores.values()[label * lanes + lane];
  }
}
