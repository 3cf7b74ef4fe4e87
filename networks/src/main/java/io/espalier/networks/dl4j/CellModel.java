package io.espalier.networks.dl4j;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.Mask;
import io.espalier.datasets.Samples;
import io.espalier.datasets.VectorSamples;
import io.espalier.networks.engine.Batch;
import io.espalier.networks.engine.Dropout;
import io.espalier.networks.engine.Evaluation;
import io.espalier.networks.engine.Model;
import io.espalier.networks.engine.Parameter;
import io.espalier.plan.Architecture.CellNetwork;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A convolutional cell network in DL4J. Dropout is that of the pooled maps. */
final class CellModel implements Model {
  private static final int EVALUATED_AT_ONCE = 100;

  private final CellNetwork architecture;
  private final ComputationGraph graph;
  private final CellParameters parameters;
  private final List<Parameter> onHeap;
  private final Map<Integer, CellBatch> batches = new HashMap<>();

  CellModel(CellNetwork architecture, Checkpoint checkpoint, Mask mask) {
    Nd4jRuntime.start();
    this.architecture = architecture;
    this.graph = CellGraphFactory.build(architecture);
    this.parameters = new CellParameters(architecture, graph, checkpoint, mask);
    this.onHeap = parameters.onHeap();
  }

  @Override
  public List<Parameter> parameters() {
    return onHeap;
  }

  @Override
  public double gradients(Batch batch, Dropout dropout) {
    CellBatch next = batch(batch.size());
    next.samples().fill((VectorSamples) batch.samples(), batch::sample);
    next.drop(dropout);
    parameters.toNetwork();
    graph.setInputs(next.inputs());
    graph.setLabels(next.samples().labels());
    graph.computeGradientAndScore();
    parameters.gradientsFromNetwork(1f / batch.size());
    return graph.score() * batch.size();
  }

  @Override
  public Evaluation evaluate(Samples samples) {
    parameters.toNetwork();
    double loss = 0;
    long correct = 0;
    for (int from = 0; from < samples.size(); from += EVALUATED_AT_ONCE) {
      int first = from;
      int size = Math.min(EVALUATED_AT_ONCE, samples.size() - from);
      float[] probabilities = probabilities((VectorSamples) samples, first, size);
      for (int row = 0; row < size; row++) {
        int label = samples.label(first + row);
        float p = probabilities[row * architecture.classes() + label];
        loss -=
            Math.log(
                p < CellGraphFactory.LEAST_PROBABILITY ? CellGraphFactory.LEAST_PROBABILITY : p);
        correct += mostProbable(probabilities, row * architecture.classes()) == label ? 1 : 0;
      }
    }
    return new Evaluation(samples.size(), loss, correct);
  }

  private float[] probabilities(VectorSamples samples, int first, int size) {
    CellBatch next = batch(size);
    next.samples().fill(samples, row -> first + row);
    next.drop(Dropout.NONE);
    try (INDArray output = graph.output(false, next.inputs())[0]) {
      return output.dup('c').data().asFloat();
    }
  }

  private int mostProbable(float[] probabilities, int from) {
    int best = 0;
    for (int c = 1; c < architecture.classes(); c++) {
      best = probabilities[from + c] > probabilities[from + best] ? c : best;
    }
    return best;
  }

  private CellBatch batch(int size) {
    return batches.computeIfAbsent(size, s -> new CellBatch(s, architecture));
  }

  @Override
  public void close() {
    batches.values().forEach(CellBatch::close);
    batches.clear();
    graph.close();
    Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
  }
}
