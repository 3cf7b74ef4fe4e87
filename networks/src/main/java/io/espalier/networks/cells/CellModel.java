package io.espalier.networks.cells;

import io.espalier.datasets.Samples;
import io.espalier.datasets.VectorSamples;
import io.espalier.networks.engine.Batch;
import io.espalier.networks.engine.Dropout;
import io.espalier.networks.engine.Evaluation;
import io.espalier.networks.engine.Model;
import io.espalier.networks.engine.Parameter;
import io.espalier.networks.kernels.Kernels;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A convolutional cell network. Dropout is that of the pooled maps. */
final class CellModel implements Model {
  /** Lanes of the largest pass: more would leave the caches. */
  private static final int MOST_LANES = 64;

  private final Cells cells;
  private final int group;
  private final List<Parameter> parameters;
  private final Map<Integer, Pass> passes = new HashMap<>();

  CellModel(Cells cells, Kernels kernels) {
    this.cells = cells;
    this.group = 2 * kernels.width();
    this.parameters = cells.parameters();
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  @Override
  public double gradients(Batch batch, Dropout dropout) {
    cells.load();
    double loss = 0;
    for (int from = 0; from < batch.size(); from += MOST_LANES) {
      int first = from;
      int count = Math.min(MOST_LANES, batch.size() - from);
      Pass pass = pass(count);
      pass.read((VectorSamples) batch.samples(), count, lane -> batch.sample(first + lane));
      pass.drop(dropout, first);
      pass.forward();
      for (int lane = 0; lane < pass.lanes(); lane++) {
        boolean holds = lane < count;
        int label = holds ? batch.samples().label(batch.sample(first + lane)) : 0;
        loss += holds ? pass.loss(lane, label) : 0;
        pass.differentiate(lane, label, holds ? 1.0 / batch.size() : 0);
      }
      pass.backward();
    }
    cells.collect();
    return loss;
  }

  @Override
  public Evaluation evaluate(Samples samples) {
    cells.load();
    double loss = 0;
    long correct = 0;
    for (int from = 0; from < samples.size(); from += MOST_LANES) {
      int first = from;
      int count = Math.min(MOST_LANES, samples.size() - from);
      Pass pass = pass(count);
      pass.read((VectorSamples) samples, count, lane -> first + lane);
      pass.drop(Dropout.NONE, first);
      pass.forward();
      for (int lane = 0; lane < count; lane++) {
        int label = samples.label(first + lane);
        loss += pass.loss(lane, label);
        correct += pass.best(lane) == label ? 1 : 0;
      }
    }
    return new Evaluation(samples.size(), loss, correct);
  }

  private Pass pass(int count) {
    int lanes = (count + group - 1) / group * group;
    return passes.computeIfAbsent(lanes, l -> new Pass(cells, l));
  }

  @Override
  public void close() {
    passes.clear();
  }
}
