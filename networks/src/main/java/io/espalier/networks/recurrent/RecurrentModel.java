package io.espalier.networks.recurrent;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.mask.Mask;
import io.espalier.datasets.Samples;
import io.espalier.networks.engine.Batch;
import io.espalier.networks.engine.Curvature;
import io.espalier.networks.engine.CurvedModel;
import io.espalier.networks.engine.Dropout;
import io.espalier.networks.engine.Evaluation;
import io.espalier.networks.engine.OutputGradient;
import io.espalier.networks.engine.Parameter;
import io.espalier.networks.kernels.Accumulation;
import io.espalier.networks.kernels.Kernels;
import io.espalier.networks.kernels.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A recurrent network. A batch is worked on in portions of at most {@value #LANES} samples, whose
 * activations of all steps are kept for the way back: at most {@value #BUDGET} floats if two
 * vectors of lanes fit in. The memory is reused from batch to batch; the portions depend on the
 * present batch only.
 *
 * <p>{@link #evaluate} takes the samples in their order, {@value #EVALUATED} at a time, each group
 * padded to its longest.
 */
final class RecurrentModel implements CurvedModel {
  /** Measured: more would leave the caches, fewer vectors leave the processor waiting. */
  private static final int LANES = 32;

  private static final int BUDGET = 40_000_000;
  private static final int EVALUATED = 32;

  private final Kernels kernels;
  private final NetworkPlan plan;
  private final Embedding embedding;
  private final List<Layer> layers;
  private final Classifier classifier;
  private final List<Parameter> parameters;
  private final TokenLanes tokens;
  private final int budget;
  private float[] memory = {};
  private Panel activations;
  private Panel gradients;

  RecurrentModel(Kernels kernels, NetworkPlan plan, Checkpoint checkpoint, Mask mask) {
    this(kernels, plan, checkpoint, mask, BUDGET);
  }

  /**
   * @param budget most values to hold for activations, if two vectors of lanes fit in
   */
  RecurrentModel(Kernels kernels, NetworkPlan plan, Checkpoint checkpoint, Mask mask, int budget) {
    this.kernels = kernels;
    this.budget = budget;
    this.plan = plan;
    Tensors tensors = new Tensors(checkpoint, mask);
    tokens = new TokenLanes(plan.alphabet());
    embedding = new Embedding(tensors.whole("embedding.weight"), plan.embedding());
    layers =
        plan.layers().stream()
            .map(
                layer ->
                    new Layer(
                        layer,
                        layer.blocks().stream()
                            .map(b -> new Block(kernels, plan.cell(), layer.units(), b, tensors))
                            .toList()))
            .toList();
    classifier = new Classifier(kernels, plan.last().units(), plan.classes(), tensors);
    List<Parameter> all = new ArrayList<>();
    all.add(embedding.parameter());
    layers.forEach(layer -> layer.blocks().forEach(block -> all.addAll(block.parameters())));
    all.addAll(classifier.parameters());
    parameters = List.copyOf(all);
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  @Override
  public double gradients(Batch batch, Dropout dropout) {
    load(Accumulation.SUM);
    double loss = pass(batch, dropout, OutputGradient.ofMeanLoss(batch.size()));
    collect();
    return loss;
  }

  /** Forward once more per pass: cells forget on the way back what they did. */
  @Override
  public void curve(Batch batch, Curvature curvature) {
    load(Accumulation.SQUARES);
    for (OutputGradient wanted : curvature.passes(batch.size(), plan.classes())) {
      pass(batch, Dropout.NONE, wanted);
    }
    collect();
  }

  /** At all steps, those of the padding among them: outputs are read at the last one. */
  @Override
  public void read(Batch batch, InputListener listener) {
    load(Accumulation.SUM);
    int steps = TokenLanes.longest(batch);
    int lanes = reserve(steps, batch.size());
    for (int from = 0; from < batch.size(); from += lanes) {
      int count = Math.min(lanes, batch.size() - from);
      forward(batch, from, count, steps, new DroppedUnits(Dropout.NONE, from));
      for (Layer layer : layers) {
        layer.blocks().forEach(block -> block.read(activations, steps, count, listener));
      }
    }
  }

  private double pass(Batch batch, Dropout dropout, OutputGradient wanted) {
    int steps = TokenLanes.longest(batch);
    int lanes = reserve(steps, batch.size());
    double loss = 0;
    for (int from = 0; from < batch.size(); from += lanes) {
      int count = Math.min(lanes, batch.size() - from);
      DroppedUnits dropped = new DroppedUnits(dropout, from);
      forward(batch, from, count, steps, dropped);
      loss += backward(batch, from, count, steps, dropped, wanted);
    }
    return loss;
  }

  private void collect() {
    layers.forEach(layer -> layer.blocks().forEach(Block::collect));
    classifier.collect();
  }

  @Override
  public Evaluation evaluate(Samples samples) {
    load(Accumulation.SUM);
    int[] order = IntStream.range(0, samples.size()).toArray();
    double loss = 0;
    long correct = 0;
    for (int from = 0; from < order.length; from += EVALUATED) {
      Batch batch = new Batch(samples, order, from, Math.min(order.length, from + EVALUATED));
      int steps = TokenLanes.longest(batch);
      int lanes = reserve(steps, batch.size());
      for (int at = 0; at < batch.size(); at += lanes) {
        int count = Math.min(lanes, batch.size() - at);
        forward(batch, at, count, steps, new DroppedUnits(Dropout.NONE, at));
        for (int lane = 0; lane < count; lane++) {
          int label = samples.label(batch.sample(at + lane));
          loss += classifier.loss(lane, label);
          correct += classifier.right(lane, label) ? 1 : 0;
        }
      }
    }
    return new Evaluation(samples.size(), loss, correct);
  }

  @Override
  public void close() {}

  private void load(Accumulation accumulation) {
    Arrays.fill(embedding.parameter().gradients(), 0);
    layers.forEach(layer -> layer.blocks().forEach(block -> block.load(accumulation)));
    classifier.load(accumulation);
  }

  private void forward(Batch batch, int from, int count, int steps, DroppedUnits dropped) {
    tokens.load(batch, from, count, steps, activations.lanes());
    embedding.forward(tokens, activations, steps);
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).forward(activations, steps);
      if (i + 1 < layers.size()) {
        dropped.apply(plan.layers().get(i), activations, steps);
      }
    }
    classifier.forward(lastUnits(activations, steps));
  }

  private double backward(
      Batch batch, int from, int count, int steps, DroppedUnits dropped, OutputGradient wanted) {
    Arrays.fill(gradients.values(), gradients.at(), gradients.at(steps), 0);
    double loss =
        classifier.backward(
            batch, from, count, wanted, lastUnits(activations, steps), lastUnits(gradients, steps));
    for (int i = layers.size() - 1; i >= 0; i--) {
      if (i + 1 < layers.size()) {
        dropped.apply(plan.layers().get(i), gradients, steps);
      }
      layers.get(i).backward(activations, gradients, steps);
    }
    embedding.backward(tokens, gradients, steps);
    return loss;
  }

  /** The last layer after the last step. */
  private Panel lastUnits(Panel panel, int steps) {
    return panel.fromStep(steps - 1).fromUnit(plan.last().first());
  }

  /**
   * Makes room; returns the lanes of a portion. They depend on the batch alone, so that its sums do
   * not depend on the batches before.
   */
  private int reserve(int steps, int samples) {
    long perLane = layOut(Storage.nothing(), steps);
    int width = 2 * kernels.width();
    int most = (int) Math.min(LANES, budget / perLane) / width * width;
    int wanted = (samples + width - 1) / width * width;
    int lanes = Math.max(width, Math.min(most, wanted));
    int values = Math.toIntExact(perLane * lanes);
    if (values > memory.length) {
      memory = new float[0]; // The old one can go before the new one comes.
      memory = new float[values];
    }
    layOut(new Storage(memory, lanes), steps);
    return lanes;
  }

  /** Puts all panels into a storage; returns their values per lane. */
  private long layOut(Storage storage, int steps) {
    activations = storage.panel(steps, plan.units());
    gradients = storage.panel(steps, plan.units());
    int widest = plan.layers().stream().mapToInt(LayerPlan::units).max().orElseThrow();
    Panel shared = storage.panel(steps, widest);
    layers.forEach(layer -> layer.blocks().forEach(b -> b.layOut(storage, steps, shared)));
    classifier.layOut(storage);
    return storage.perLane();
  }

  /** Values that are held for activations and their gradients. */
  int held() {
    return memory.length;
  }
}
