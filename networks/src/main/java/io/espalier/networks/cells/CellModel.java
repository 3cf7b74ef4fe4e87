package io.espalier.networks.cells;

import io.espalier.datasets.Samples;
import io.espalier.datasets.VectorSamples;
import io.espalier.networks.engine.Batch;
import io.espalier.networks.engine.Curvature;
import io.espalier.networks.engine.CurvedModel;
import io.espalier.networks.engine.Dropout;
import io.espalier.networks.engine.Evaluation;
import io.espalier.networks.engine.OutputGradient;
import io.espalier.networks.engine.Parameter;
import io.espalier.networks.kernels.Accumulation;
import io.espalier.networks.kernels.Kernels;
import io.espalier.networks.training.UnbuildableNetwork;
import java.util.List;
import java.util.Optional;

/**
 * A convolutional cell network. Dropout is that of the pooled maps.
 *
 * <p>A batch is worked on in portions of at most {@value #MOST_LANES} samples whose activations and
 * gradients take at most {@value #BUDGET} floats. Memory is that of the largest portion so far;
 * smaller ones leave lanes empty, which have no gradient.
 */
final class CellModel implements CurvedModel {
  /** Lanes of the largest pass: more would leave the caches. */
  private static final int MOST_LANES = 64;

  private static final int BUDGET = 40_000_000;

  private final Cells cells;
  private final int group;
  private final int most;
  private final List<Parameter> parameters;
  private Optional<Pass> pass = Optional.empty();

  /**
   * @throws UnbuildableNetwork if the least number of lanes takes more memory than a portion may
   */
  CellModel(Cells cells, Kernels kernels) {
    this.cells = cells;
    this.group = 2 * kernels.width();
    this.most = mostLanes(Pass.floatsPerLane(cells), group, cells.architecture().label());
    this.parameters = cells.parameters();
  }

  /** Lanes of the largest portion: as many groups as the budget allows. */
  static int mostLanes(long floatsPerLane, int group, String label) {
    int lanes = (int) Math.min(MOST_LANES, BUDGET / floatsPerLane) / group * group;
    if (lanes == 0) {
      throw new UnbuildableNetwork(
          String.format(
              "%s needs about %d MB for the feature maps of %d samples, allowed: %d MB",
              label, megabytes(floatsPerLane * group), group, megabytes(BUDGET)));
    }
    return lanes;
  }

  private static long megabytes(long floats) {
    return floats / (1 << 20) * Float.BYTES;
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  @Override
  public double gradients(Batch batch, Dropout dropout) {
    cells.load(Accumulation.SUM);
    double loss = 0;
    for (int from = 0; from < batch.size(); from += most) {
      int first = from;
      int count = Math.min(most, batch.size() - from);
      Pass lanes = reserve(count);
      forward(lanes, batch, first, count, dropout);
      for (int lane = 0; lane < lanes.lanes(); lane++) {
        boolean holds = lane < count;
        int label = holds ? batch.samples().label(batch.sample(first + lane)) : 0;
        loss += holds ? lanes.loss(lane, label) : 0;
        lanes.differentiate(lane, label, holds ? 1.0 / batch.size() : 0);
      }
      lanes.backward();
    }
    cells.collect();
    return loss;
  }

  private static void forward(Pass lanes, Batch batch, int first, int count, Dropout dropout) {
    lanes.read((VectorSamples) batch.samples(), count, lane -> batch.sample(first + lane));
    lanes.drop(dropout, first);
    lanes.forward();
  }

  /** One way forward per portion, one back per pass. */
  @Override
  public void curve(Batch batch, Curvature curvature) {
    cells.load(Accumulation.SQUARES);
    int classes = cells.architecture().classes();
    for (int from = 0; from < batch.size(); from += most) {
      int count = Math.min(most, batch.size() - from);
      Pass lanes = reserve(count);
      forward(lanes, batch, from, count, Dropout.NONE);
      float[] scores = lanes.scores();
      for (OutputGradient pass : curvature.passes(batch.size(), classes)) {
        lanes.restore(scores);
        for (int lane = 0; lane < lanes.lanes(); lane++) {
          boolean holds = lane < count;
          int label = holds ? batch.samples().label(batch.sample(from + lane)) : 0;
          int target = pass.target(label);
          double factor = holds ? pass.scaled(1, lanes.probability(lane, target)) : 0;
          lanes.differentiate(lane, target, factor);
        }
        lanes.backward();
      }
    }
    cells.collect();
  }

  @Override
  public Evaluation evaluate(Samples samples) {
    cells.load(Accumulation.SUM);
    double loss = 0;
    long correct = 0;
    int portion = pass.map(Pass::lanes).orElse(most);
    for (int from = 0; from < samples.size(); from += portion) {
      int first = from;
      int count = Math.min(portion, samples.size() - from);
      Pass lanes = reserve(count);
      lanes.read((VectorSamples) samples, count, lane -> first + lane);
      lanes.drop(Dropout.NONE, first);
      lanes.forward();
      for (int lane = 0; lane < count; lane++) {
        int label = samples.label(first + lane);
        loss += lanes.loss(lane, label);
        correct += lanes.best(lane) == label ? 1 : 0;
      }
    }
    return new Evaluation(samples.size(), loss, correct);
  }

  /** Memory for so many samples or more. */
  private Pass reserve(int samples) {
    int lanes = (samples + group - 1) / group * group;
    if (pass.isEmpty() || pass.get().lanes() < lanes) {
      pass = Optional.empty();
      pass = Optional.of(new Pass(cells, lanes));
    }
    return pass.get();
  }

  @Override
  public void close() {
    pass = Optional.empty();
  }
}
